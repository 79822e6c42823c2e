import fc from 'fast-check';
import type { Calendar } from '../src/domain/calendar/calendar.ts';
import { applyEvent } from '../src/domain/complaint/apply-event.ts';
import { availableActions } from '../src/domain/complaint/available-actions.ts';
import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { Context } from '../src/domain/complaint/context.ts';
import { decideIntake } from '../src/domain/complaint/decide-intake.ts';
import type { Decision } from '../src/domain/complaint/decision.ts';
import type { ComplaintEvent, RecordedEvent } from '../src/domain/complaint/event.ts';
import { foldCase } from '../src/domain/complaint/fold-case.ts';
import { instantMs, instantOf } from '../src/domain/complaint/instant-ms.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { type Channel, type Kind, SMALLER_ACTS, WORKS_HERE } from '../src/domain/complaint/vocabulary.ts';
import {
  actorOfHistory,
  type CaseActor,
  COMPLAINANT_ACTOR,
  PUBLIC_ACTOR,
  permissionsOf,
  SYSTEM_ACTOR,
} from '../src/domain/people/case-actor.ts';
import { anActor, wita } from './a-complaint.ts';
import { anOffice, officeCalendar } from './an-office.ts';
import { decideSensibly, type Pick } from './operation-call.ts';

const office = anOffice();

/** Everybody who may meet a case: all-rounders, clerk, unit, complainant, the system, the terlapor and his deputy. */
export const WALKERS: readonly CaseActor[] = [
  anActor(),
  anActor(),
  anActor({ account: 'auditor-1' }),
  anActor({ account: 'loket-1', role: 'loket', may: permissionsOf(['loket'], office) }),
  anActor({
    account: 'bidang-1',
    role: 'bidang',
    may: permissionsOf(['bidang'], office),
    units: ['linjamsos'],
  }),
  anActor({ account: 'bidang-2', role: 'bidang', may: permissionsOf(['bidang'], office), units: ['rehsos'] }),
  COMPLAINANT_ACTOR,
  SYSTEM_ACTOR,
  anActor({ account: 'terlapor-1' }),
  anActor({ account: 'wakil-1', deputyOf: ['terlapor-1'] }),
];

export type WalkStep = {
  readonly operation: CaseOperation;
  readonly before: CaseState;
  readonly context: Context;
  readonly decision: Decision;
};
export type Walk = {
  readonly state: CaseState;
  readonly events: readonly RecordedEvent[];
  readonly steps: readonly WalkStep[];
};

/** A complaint under way. */
export type Life = { state: CaseState; readonly events: RecordedEvent[]; readonly steps: WalkStep[] };

/** What is decided about an operation that somebody chose. */
export type Decide = (operation: CaseOperation, life: Life, context: Context, pick: Pick) => Decision;

const decideAlone: Decide = (operation, { state }, context, pick) =>
  decideSensibly(operation, state, context, pick);

/**
 * A random life of one complaint: received, then one allowed operation after another, by whoever comes, minutes to
 * weeks apart. The same `pick` gives the same walk, so that a failure can be told again.
 */
export function walkCase(steps: number, pick: Pick): Walk {
  let now = instantMs(wita('2026-01-05T08:00')) + pick(200) * 3_600_000;
  const life = beginLife(now, pick);
  for (let step = 0; step < steps; step++) {
    now += untilNextTurn(pick);
    takeTurn(life, now, pick);
  }
  return life;
}

/** How long nobody touches a case, in milliseconds: mostly minutes to hours, now and then up to two weeks. */
export function untilNextTurn(pick: Pick): number {
  return 60_000 * (1 + pick(pick(5) === 0 ? 20_000 : 300));
}

/**
 * A complaint as it is written down at `now` (milliseconds); one that staff write may have come in `earlier` by so many
 * milliseconds.
 */
export function beginLife(now: number, pick: Pick, earlier = 0, calendar = officeCalendar): Life {
  const intakeBy = pick(3) === 0 ? PUBLIC_ACTOR : anActor();
  const late =
    earlier === 0 || intakeBy === PUBLIC_ACTOR
      ? {}
      : { receivedAt: instantOf(now - earlier), lateEntryReason: 'alasan-1' };
  const received = decideIntake(
    { ...randomIntake(pick, intakeBy), ...late },
    contextOf(intakeBy, now, calendar),
  );
  if (!received.ok) throw new Error(JSON.stringify(received));
  return lifeOf(written(received.events, intakeBy, now, 0));
}

export function lifeOf(events: readonly RecordedEvent[]): Life {
  return { state: foldCase(events), events: [...events], steps: [] };
}

/** Whoever comes by at `now` does one of the things that the case lets him do and that are wanted. */
export function takeTurn(
  life: Life,
  now: number,
  pick: Pick,
  decide: Decide = decideAlone,
  wants: (operation: CaseOperation, pick: Pick) => boolean = isWanted,
  calendar: Calendar = officeCalendar,
): void {
  const before = life.state;
  const actor = WALKERS[pick(WALKERS.length)];
  if (actor === undefined) throw new Error('Nobody walks');
  const context = contextOf(actor, now, calendar);
  const wanted = availableActions(before, actor, office).filter(({ operation }) => wants(operation, pick));
  const lane = wanted.filter(({ operation }) => operation.includes('/'));
  const choices = lane.length > 0 && pick(3) > 0 ? lane : wanted;
  const action = choices[pick(Math.max(1, choices.length))];
  if (action === undefined) return;
  const decision = decide(action.operation, life, context, pick);
  life.steps.push({ operation: action.operation, before, context, decision });
  if (decision.ok) writeDown(life, decision.events, actor, now);
}

/** Adds what was decided to the history of a case. */
export function writeDown(
  life: Life,
  additional: readonly ComplaintEvent[],
  actor: CaseActor,
  now: number,
): void {
  for (const recorded of written(additional, actor, now, life.events.length)) {
    life.state = applyEvent(life.state, recorded);
    life.events.push(recorded);
  }
}

function written(events: readonly ComplaintEvent[], actor: CaseActor, now: number, after: number) {
  return events.map((event, index): RecordedEvent => {
    const recordedAt = instantOf(now);
    return { seq: after + index + 1, recordedAt, actor: actorOfHistory(actor), event };
  });
}

export function contextOf(actor: CaseActor, now: number, calendar: Calendar): Context {
  return { now: instantOf(now), office, calendar, actor, unitsOf: () => [] };
}

/** Operations that end or freeze a case come seldom, else every walk would be a short one. */
export function isWanted(operation: CaseOperation, pick: Pick): boolean {
  const rare: readonly CaseOperation[] = [
    'cancel',
    'merge',
    'archive',
    'withdraw',
    'answer-at-desk',
    'refer',
  ];
  const smaller: readonly CaseOperation[] = SMALLER_ACTS;
  if (smaller.includes(operation)) return pick(6) === 0;
  return !rare.includes(operation) || pick(12) === 0;
}

function randomIntake(pick: Pick, actor: CaseActor) {
  const kinds: readonly Kind[] = [
    'pengaduan',
    'pengaduan',
    'aspirasi',
    'permintaan-informasi',
    'whistleblowing',
  ];
  const channels: readonly Channel[] = ['loket', 'surat', 'whatsapp', 'sp4n-lapor', 'ppid', 'telepon'];
  const byPublic = actor.by === 'public';
  const known = { identity: null, account: 'terlapor-1', unit: 'rehsos' };
  // Who he is on the staff is for staff to say (rule 28).
  const worksHere = WORKS_HERE[pick(WORKS_HERE.length)] ?? 'unknown';
  const respondents = [
    byPublic ? { identity: 'terlapor-2', account: null, unit: null, worksHere } : { ...known, worksHere },
  ];
  const kind = kinds[pick(kinds.length)] ?? ('pengaduan' as const);
  return {
    ticket: 'CTH-AAAA-BBBB',
    // From inside: not for the public (rule 2).
    kind: byPublic && kind === 'whistleblowing' ? ('pengaduan' as const) : kind,
    channel: byPublic ? ('website' as const) : (channels[pick(channels.length)] ?? ('loket' as const)),
    matter: 'isi-1',
    service: pick(8) === 0 ? 'perlindungan-anak' : 'pbi-jk',
    category: [null, 'bantuan-sosial'][pick(2)] ?? null,
    place: [null, 'utara', 'selatan'][pick(3)] ?? null,
    urgent: pick(8) === 0,
    anonymous: pick(6) === 0,
    safeContact: pick(2) === 0 ? 'aman-1' : null,
    reporters: [{ identity: 'pelapor-1', as: 'self' as const }],
    respondents: pick(3) === 0 ? respondents : [],
    pastFrontOffice: byPublic && pick(12) === 0,
  };
}

/** A reproducible `pick` from a seed (xorshift32), for long walks. */
export function pickSeeded(seed: number): Pick {
  let state = (seed | 0) === 0 ? 1 : seed | 0;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/**
 * What a property draws a random life by: `walkCase(length, pickSeeded(seed))`. Without bias: drawn from small numbers, as
 * fast-check likes them, a life goes on at random for long and hardly one in thirty is ever answered.
 */
export const someSeed = fc.noBias(fc.nat());
