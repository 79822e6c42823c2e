import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { officeCalendar } from '../../../test/an-office.ts';
import { daysToAnswer } from '../../../test/naive-calendar.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { factOf } from '../reports/fact-of-case.ts';
import { NO_DATED_ACTS } from '../reports/fact-of-dated-acts.ts';
import type { CaseState } from './case-state.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideMerge, decideUnmerge } from './decide-merge.ts';
import type { ComplaintEvent } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';
import { afterEvent } from './with-due.ts';

const CLASSES = { light: 3, moderate: 7, special: 14 } as const;
const LATER = aComplaint().at('2026-07-01T09:00').context();
const minutes = (most: number) => fc.integer({ min: 0, max: most * 24 * 60 });

/** A complaint that was answered some minutes after its receipt, and what became of it then. */
const answered = fc
  .record({
    received: minutes(40),
    took: minutes(30),
    severity: fc.constantFrom('light', 'moderate', 'special'),
    next: fc.constantFrom('nothing', 'closed', 'reopened'),
  })
  .map(({ received, took, severity, next }) => {
    const at = (after: number): string =>
      instantOf(instantMs(wita('2026-03-02T00:00')) + (received + after) * 60_000);
    const wall = (after: number): string =>
      new Date(Date.parse(at(after)) + 8 * 3_600_000).toISOString().slice(0, 16);
    const given = aComplaint()
      .at(wall(0))
      .received()
      .classified({ severity })
      .disposed()
      .at(wall(took + 3))
      .answered();
    const closed = next === 'closed' ? given.closed() : given;
    return { severity, state: (next === 'reopened' ? closed.reopened() : closed).state() };
  });

const apply = (state: CaseState, events: readonly ComplaintEvent[]): CaseState =>
  events.reduce((current, event) => afterEvent(current, event, LATER), state);

function tablesOf(state: CaseState) {
  const days = factOf(state, officeCalendar, NO_DATED_ACTS).answerWorkingDays;
  return { days, promise: promiseOf(state, LATER.now) };
}

/** The table of answering times and that of promises count from the same receipt. */
function agree(state: CaseState, severity: keyof typeof CLASSES): void {
  const days = daysToAnswer(state.receivedAt, state.answeredAt ?? '');
  assert.deepEqual(tablesOf(state), {
    days,
    promise: days !== null && days <= CLASSES[severity] ? 'on-time' : 'late',
  });
}

test('rules 36, 38: an answered case that absorbs another is judged from the earlier receipt, in both tables alike, until it is taken out', () => {
  let moved = 0;
  fc.assert(
    fc.property(answered, answered, ({ state, severity }, other) => {
      agree(state, severity);
      const command = { self: 'kasus-1', into: 'kasus-2', reason: 'r' };
      const joined = decideMerge(other.state, state, command, LATER);
      assert.ok(joined.ok);
      const kept = apply(state, joined.other);
      agree(kept, severity);
      moved += Number(tablesOf(kept).promise !== tablesOf(state).promise);
      const merged = apply(other.state, joined.events);
      const parted = decideUnmerge(merged, kept, { self: 'kasus-1', reason: 'r' }, LATER);
      assert.ok(parted.ok);
      const alone = apply(kept, parted.other);
      assert.deepEqual([alone.due, alone.ended], [state.due, state.ended]);
    }),
    { numRuns: 300, seed: 38 },
  );
  assert.ok(moved > 20, `only ${moved} answers were judged otherwise`);
});

test('rules 11, 36: a corrected receipt moves answering days and promise together, also after a reopening', () => {
  let moved = 0;
  fc.assert(
    fc.property(answered, minutes(20), ({ state, severity }, earlier) => {
      const receivedAt = instantOf(instantMs(state.receivedAt) - (earlier + 1) * 60_000);
      const corrected = decideCorrect(state, { changes: { receivedAt }, reason: 'r' }, LATER);
      assert.ok(corrected.ok);
      const after = apply(state, corrected.events);
      agree(after, severity);
      moved += Number(tablesOf(after).promise !== tablesOf(state).promise && state.reopenedAt !== null);
    }),
    { numRuns: 300, seed: 11 },
  );
  assert.ok(moved > 5, `only ${moved} answers of reopened cases were judged otherwise`);
});
