import type { Calendar } from '../src/domain/calendar/calendar.ts';
import { carryWall } from '../src/domain/complaint/carry-wall.ts';
import { decideMerge, decideUnmerge, type JoinDecision } from '../src/domain/complaint/decide-merge.ts';
import { refuse } from '../src/domain/complaint/decision.ts';
import type { WrittenLater } from '../src/domain/complaint/effective-time.ts';
import type { ComplaintEvent, RecordedEvent } from '../src/domain/complaint/event.ts';
import { instantMs, instantOf } from '../src/domain/complaint/instant-ms.ts';
import { moveDeadlines } from '../src/domain/complaint/move-deadlines.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { SYSTEM_ACTOR } from '../src/domain/people/case-actor.ts';
import { anActor, wita } from './a-complaint.ts';
import { officeCalendar } from './an-office.ts';
import {
  beginLife,
  contextOf,
  type Decide,
  isWanted,
  type Life,
  lifeOf,
  takeTurn,
  untilNextTurn,
  writeDown,
} from './case-walk.ts';
import { witaDay } from './naive-calendar.ts';
import { decideSensibly, type Pick } from './operation-call.ts';

export type RegisterPlan = {
  readonly cases: number;
  /** How often somebody comes by a case. */
  readonly steps: number;
  /** Whether nobody cancels, so that lives are long. */
  readonly long?: true;
  /** The calendar as it is known at a moment; left out: one and the same. Another one moves what is open, by night. */
  readonly calendarAt?: (now: number) => Calendar;
};

type Named = Life & { readonly id: string; next: number; turns: number };

const OCCURRENCES = [
  ...(['merged', 'kept', 'merged over a month', 'merged over a year', 'merged again'] as const),
  ...(['the kept case merged', 'an old row merged', 'unmerged', 'handed over', 'reopened'] as const),
  ...(['cancelled', 'cancelled without a number', 'taken back'] as const),
  ...(['receipt corrected', 'numbered in the next year'] as const),
  ...(['received in a month before', 'answered in a month before', 'done before what is above it'] as const),
];
export type Occurrence = (typeof OCCURRENCES)[number];

const REASON = 'alasan-1';
const FIRST_DAY = instantMs(wita('2025-10-01T08:00'));
/** Receipts lie in so many days from the first on, over a year border; long lives begin early and end in 2027. */
const DAYS = 300;
const DAYS_OF_LONG = 60;
/** How late something is written down at the most, in milliseconds. */
const LATEST = 70 * 86_400_000;
const IMPORTED_AT = '2026-06-01T02:00:00.000Z';

/**
 * A random register: its cases live at the same time, so that a merge has both its sides, the merged case and the one
 * that it lives on in, and so has the undoing of it. Every tenth is a row of an old book. Cases are called `kasus-1`,
 * `kasus-2`, …; gives their histories in that order.
 */
export function walkRegister(plan: RegisterPlan, pick: Pick): readonly Life[] {
  const { cases, steps, long, calendarAt = () => officeCalendar } = plan;
  const lives = Array.from({ length: cases }, (_, index): Named => {
    const imported = index % 10 === 9;
    const begin = imported
      ? instantMs(IMPORTED_AT)
      : FIRST_DAY + pick((long === true ? DAYS_OF_LONG : DAYS) * 24 * 60) * 60_000;
    const life = imported
      ? lifeOf(importedRow(begin, pick))
      : beginLife(begin, pick, pick(6) === 0 ? pick(LATEST) : 0, calendarAt(begin));
    // Half of the old book's rows go on in Tanggap.
    const turns = imported && pick(2) === 0 ? 0 : steps;
    // Half of those that do not are taken back with their import.
    if (turns === 0 && long !== true && pick(2) === 0)
      takeBack(life, begin + (1 + pick(30 * 24)) * 3_600_000);
    return Object.assign(life, { id: `kasus-${index + 1}`, next: begin + untilNextTurn(pick), turns });
  });
  const wantsOf = ({ state }: Named): ((operation: CaseOperation) => boolean) => {
    // What a register seldom has: a kept case that is merged in its turn, a row of the old book that is merged.
    const oneIn = state.absorbed.length > 0 ? 2 : state.provenance === 'register-lama' ? 6 : null;
    const joins = oneIn !== null && pick(oneIn) === 0;
    return (operation) => {
      if (operation === 'cancel' && long === true) return false;
      if (operation === 'merge') return joins || pick(3) === 0;
      return operation === 'unmerge' ? pick(4) === 0 : !joins && isWanted(operation, pick);
    };
  };
  let now = 0;
  let calendar = calendarAt(FIRST_DAY);
  for (;;) {
    const life = lives.filter(({ turns }) => turns > 0).toSorted((a, b) => a.next - b.next)[0];
    if (life === undefined) return lives;
    // No two turns at the same instant: what is written together is one act.
    now = Math.max(life.next, now + 1);
    if (calendarAt(now) !== calendar) {
      calendar = calendarAt(now);
      moveOpenDeadlines(lives, now, calendar);
      now += 1;
    }
    takeTurn(life, now, pick, joining(life, lives, now), wantsOf(life), calendar);
    for (const survivor of lives) carryWalls(survivor, lives, now);
    life.next = now + untilNextTurn(pick);
    life.turns -= 1;
  }
}

function takeBack(life: Life, now: number): void {
  writeDown(life, [{ type: 'cancelled', at: instantOf(now), reason: REASON }], anActor(), now);
}

/** What the office's job does when another calendar is known. */
function moveOpenDeadlines(lives: readonly Life[], now: number, calendar: Calendar): void {
  const context = contextOf(SYSTEM_ACTOR, now, calendar);
  for (const life of lives) {
    const { status, cancelled, mergedInto } = life.state;
    const over = status === 'closed' || status === 'filed' || cancelled || mergedInto !== null;
    const begun = instantMs(life.events.at(-1)?.recordedAt ?? '') < now;
    if (!over && begun) writeDown(life, moveDeadlines(life.state, 'calendar', context), SYSTEM_ACTOR, now);
  }
}

/** What every act on a case does to those that it absorbed (rules 6, 27, 28). */
function carryWalls(survivor: Life, lives: readonly Named[], now: number): void {
  for (const id of survivor.state.absorbed) {
    const merged = lives.find((one) => one.id === id);
    if (merged === undefined) continue;
    const walls = carryWall(survivor.state, merged.state, { at: instantOf(now), reason: REASON });
    if (walls.length === 0) continue;
    writeDown(merged, walls, anActor(), now);
    carryWalls(merged, lives, now);
  }
}

function joining(self: Named, lives: readonly Named[], now: number): Decide {
  return (operation, { state }, context, pick) => {
    if (operation !== 'merge' && operation !== 'unmerge') {
      return decideSensibly(operation, state, context, pick, writtenLater(state, now, pick));
    }
    const joins = lives
      .filter((other) => other !== self && instantMs(other.events.at(-1)?.recordedAt ?? '') < now)
      .map((other) => ({ other, joined: join(operation, self, other, context) }))
      .filter(({ joined }) => joined.ok);
    const { other, joined } = joins[pick(Math.max(1, joins.length))] ?? {};
    if (other === undefined || joined?.ok !== true) return refuse({ refusal: 'same-case' });
    writeDown(other, joined.other, context.actor, now);
    return { ok: true, events: joined.events };
  };
}

/** Late entries: some things are written down days or weeks after they were done, when their month is long closed. */
function writtenLater({ ownReceipt }: Life['state'], now: number, pick: Pick): WrittenLater {
  if (pick(5) > 0) return {};
  const done = Math.max(instantMs(ownReceipt.at), now - pick(LATEST));
  return { at: instantOf(done), lateEntryReason: REASON };
}

function join(
  operation: 'merge' | 'unmerge',
  { id: self, state }: Named,
  { id: into, state: survivor }: Named,
  context: Parameters<Decide>[2],
): JoinDecision {
  return operation === 'merge'
    ? decideMerge(state, survivor, { self, into, reason: REASON }, context)
    : decideUnmerge(state, survivor, { self, reason: REASON }, context);
}

/** How often each of the things happened that make counting hard (rules 9, 11, 36–38). */
export function occurrences(
  lives: readonly { readonly events: readonly RecordedEvent[] }[],
): ReadonlyMap<Occurrence, number> {
  const met = new Map<Occurrence, number>(OCCURRENCES.map((one) => [one, 0]));
  const add = (one: Occurrence, happened: boolean): void =>
    void met.set(one, (met.get(one) ?? 0) + Number(happened));
  for (const { events } of lives) {
    let received = '';
    let imported = false;
    let joins = 0;
    let numbered = false;
    let kept = 0;
    let latest = '';
    for (const { event, recordedAt } of events) {
      const late = witaDay(event.at).slice(0, 7) < witaDay(recordedAt).slice(0, 7);
      if (event.type === 'received') {
        received = event.receivedAt;
        imported = event.provenance === 'register-lama';
        add('received in a month before', late && !imported);
      }
      add('answered in a month before', event.type === 'answered' && late);
      add('done before what is above it', event.at < latest);
      if (event.at > latest) latest = event.at;
      joins += Number(event.type === 'merged');
      kept += Number(event.type === 'absorbed') - Number(event.type === 'released');
      if (event.type === 'absorbed') {
        const [own, other] = [witaDay(received), witaDay(event.otherReceivedAt)];
        add('kept', true);
        add('merged over a month', own.slice(0, 7) !== other.slice(0, 7));
        add('merged over a year', own.slice(0, 4) !== other.slice(0, 4));
      }
      add('merged', event.type === 'merged');
      add('merged again', event.type === 'merged' && joins > 1);
      add('the kept case merged', event.type === 'merged' && kept > 0);
      add('an old row merged', event.type === 'merged' && imported);
      add('unmerged', event.type === 'unmerged');
      add('handed over', event.type === 'handed-over');
      add('reopened', event.type === 'reopened');
      numbered ||= event.type === 'registered';
      add('cancelled', event.type === 'cancelled');
      add('cancelled without a number', event.type === 'cancelled' && !numbered && !imported);
      add('taken back', event.type === 'cancelled' && imported);
      add('receipt corrected', event.type === 'corrected' && event.changes.receivedAt !== undefined);
      add('numbered in the next year', event.type === 'registered' && `${event.year}` > witaDay(received));
    }
  }
  return met;
}

/** A row of an old book, as it comes in at the middle of the year. */
function importedRow(begin: number, pick: Pick): readonly RecordedEvent[] {
  const received = beginLife(begin, pick).events[0]?.event;
  if (received?.type !== 'received') throw new Error('Nothing was received');
  const precision = (['day', 'month'] as const)[pick(2)] ?? 'day';
  const month = ['2025-02', '2025-08', '2025-12', '2026-01', '2026-05'][pick(5)];
  const receivedAt = `${month}-${precision === 'day' ? 10 + pick(18) : '01'}T00:00:00.000Z`;
  const status = (['closed', 'in-progress', 'received', 'not-recorded'] as const)[pick(4)] ?? 'closed';
  const row: ComplaintEvent = {
    ...{ type: 'imported-from-register', at: receivedAt, batch: 'b', row: 'r', status, statusWritten: null },
    ...{ narrative: null, remarks: null, outcome: status === 'closed' ? 'not-recorded' : null },
  };
  const old = {
    provenance: 'register-lama',
    precision,
    sop: '',
    sopVersion: 0,
    sopSteps: [],
    due: [],
  } as const;
  const first: ComplaintEvent = { ...received, ...old, at: receivedAt, receivedAt, urgent: false };
  const actor = { by: 'import', account: null, role: null } as const;
  return [first, row].map((event, index) => ({ seq: index + 1, recordedAt: IMPORTED_AT, actor, event }));
}
