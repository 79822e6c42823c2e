import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice } from '../../../test/an-office.ts';
import { pickSeeded } from '../../../test/case-walk.ts';
import { anOfficeCalendar } from '../../../test/office-calendar.ts';
import { walkRegister } from '../../../test/register-walk.ts';
import { parseLimit } from '../calendar/parse-limit.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState, EndedLimit } from './case-state.ts';
import { judgedLimit } from './deadlines-of-case.ts';
import { countLimit } from './due-dates.ts';
import type { ComplaintEvent } from './event.ts';
import { moveDeadlines } from './move-deadlines.ts';

/** Days off that the office names while cases run, and the year 2027, which is announced in September 2026. */
const extraDays = [
  ['2026-01-20', '2026-01-26'],
  ['2026-01-20', '2026-04-22'],
  ['2026-04-15', '2026-04-24'],
  ['2026-04-15', '2026-06-10'],
  ['2026-09-15', '2026-10-07'],
].map(([announcedOn = '', date = '']) => ({
  ...({ date, announcedOn, kind: 'libur_daerah', name: 'Libur', decree: 'SK' } as const),
}));
const CALENDARS = ['2025-10-01', '2026-01-20', '2026-04-15', '2026-09-15'].map((asOf) => {
  const calendar = anOfficeCalendar({ asOf, schedule: { extraDays } });
  return { from: Date.parse(`${asOf}T00:00:00Z`), calendar };
});
function calendarAt(now: number) {
  const known = CALENDARS.findLast(({ from }) => from <= now) ?? CALENDARS[0];
  assert.ok(known);
  return known.calendar;
}

/** Why a limit that has ended may stand there no more; null: it may not. Another kind has it again when it is that kind. */
function whyLost(
  lost: readonly EndedLimit[],
  before: CaseState,
  after: CaseState,
  event: ComplaintEvent,
): string | null {
  const decisions = lost.every(({ clock }) => clock === 'statute-decision');
  if (event.type === 'answer-returned' && decisions) return 'decided no longer';
  const { answeredAt } = before;
  const earlier = event.type === 'answered' && answeredAt !== null && event.at < answeredAt;
  if (earlier && lost.every(({ endedAt }) => endedAt === answeredAt)) return 'answered before that answer';
  if (event.type === 'reopened' && before.answeredAt === null) return 'opened again without an answer';
  if (event.type !== 'corrected' && event.type !== 'classified') return null;
  if (before.kind !== after.kind) return 'of another kind';
  return before.channel !== after.channel ? 'by another channel' : null;
}

/** The date that it is judged by where that had passed before it was answered or ended, or by then. */
function brokenPromise(state: CaseState, now: string): string | null {
  const dueAt = state.judged ? null : (judgedLimit(state)?.dueAt ?? null);
  return dueAt !== null && dueAt < (state.answeredAt ?? state.closedAt ?? now) ? dueAt : null;
}

test('an ended limit is lost to nothing but a reopening without an answer, a withdrawn decision, another kind or another channel, and a broken promise not even to those; an open one is never stale and is counted from what it names', () => {
  const met = new Map<string, number>();
  const meet = (one: string) => void met.set(one, (met.get(one) ?? 0) + 1);
  for (let seed = 1; seed <= 24; seed++) {
    const lives = walkRegister({ cases: 30, steps: 40, calendarAt }, pickSeeded(seed * 7919));
    for (const { events, state } of lives) {
      let before: CaseState | null = null;
      for (const recorded of events) {
        const after = applyEvent(before, recorded);
        const { event } = recorded;
        const lost = (before?.ended ?? []).filter(
          (limit) =>
            !after.ended.some(({ clock, endedAt }) => clock === limit.clock && endedAt === limit.endedAt),
        );
        if (event.type === 'corrected' && event.due === null) meet('wall carried');
        const broken: string | null = before === null ? null : brokenPromise(before, recorded.recordedAt);
        if (before?.kind !== after.kind && broken !== null) {
          assert.equal(judgedLimit(after)?.dueAt, broken, `seed ${seed}: ${event.type} took it back`);
          meet('late of another kind');
        }
        if (event.type === 'deadline-moved') meet(`moved: ${event.cause}`);
        if (before !== null && lost.length > 0) {
          const why = whyLost(lost, before, after, event);
          assert.ok(
            why,
            `seed ${seed}: ${event.type} lost ${JSON.stringify(lost)} of ${JSON.stringify(event)}`,
          );
          meet(why);
        }
        before = after;
      }
      if (state.cancelled || state.mergedInto !== null) continue;
      const end = Math.max(...lives.map((life) => Date.parse(life.events.at(-1)?.recordedAt ?? '')));
      const context = { office: anOffice(), calendar: calendarAt(end), now: new Date(end).toISOString() };
      assert.deepEqual(moveDeadlines(state, 'calendar', context), [], `seed ${seed}`);
      for (const due of state.due) {
        const limit = parseLimit(due.limit);
        assert.ok(limit.ok);
        const counted = countLimit({ ...due, limit: limit.limit }, state, context.calendar);
        assert.deepEqual(counted, due, `seed ${seed}`);
      }
    }
  }
  // A withdrawn decision is too seldom to be met for sure: due-dates.test.ts has one.
  for (const one of [
    'wall carried',
    'moved: calendar',
    'opened again without an answer',
    'of another kind',
    'late of another kind',
  ]) {
    assert.ok(met.has(one), `nothing was ${one}`);
  }
});
