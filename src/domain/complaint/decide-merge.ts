import { carryWall } from './carry-wall.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type Refused, refuse } from './decision.ts';
import type { Absorbed, CaseId, ComplaintEvent, DeadlineMoved, Released, TextId, Unmerged } from './event.ts';
import { gate, personGate } from './gate.ts';
import { moveDeadlines, moveJudgedLimit } from './move-deadlines.ts';
import { isGuarded } from './opening-consent.ts';
import type { MoveCause } from './vocabulary.ts';
import { afterEvent } from './with-due.ts';

/** Entries of both cases, to be written in one transaction. */
export type JoinDecision =
  | {
      readonly ok: true;
      readonly events: readonly ComplaintEvent[];
      readonly other: readonly ComplaintEvent[];
    }
  | Refused;

export type MergeCommand = {
  readonly self: CaseId;
  readonly into: CaseId;
  readonly reason: TextId | null;
};

/**
 * The same matter entered twice: this case lives on in another, which counts once, on the earlier date (rule 38).
 * `events` are of the merged case, `other` of the surviving one. Refused while their walls differ: in the one the
 * terlapor of the other would read and act, or a protection would end unseen (law 8, rules 5, 6, 27, 28, 32).
 */
export function decideMerge(
  state: CaseState,
  survivor: CaseState,
  command: MergeCommand,
  context: Context,
): JoinDecision {
  const closed = gate(state, 'merge', context.actor) ?? gate(survivor, 'merge', context.actor);
  if (closed !== null) return closed;
  const { self, into, reason } = command;
  if (self === into) return refuse({ refusal: 'same-case' });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const wall = differingWall(state, survivor);
  if (wall !== null) return refuse({ refusal: 'walls-differ', wall });
  const absorbed: Absorbed = {
    type: 'absorbed',
    at: context.now,
    other: self,
    otherReceivedAt: state.receivedAt,
    otherPrecision: state.precision,
  };
  return {
    ok: true,
    events: [{ type: 'merged', at: context.now, into, reason }],
    other: [absorbed, ...movedDeadlines(survivor, absorbed, 'merge', context)],
  };
}

function differingWall(one: CaseState, other: CaseState) {
  if (accountsOf(one) !== accountsOf(other)) return 'respondent';
  // Who settled alone who the terlapor is neither answers nor ends his case: it does not live on in one where nobody did.
  // Where somebody did there, too, both named the same accounts, and the one is the other's second.
  if (hasSettler(one) && !hasSettler(other)) return 'settled';
  const marks = ['protected', 'restricted', 'urgent', 'anonymous', 'secret'] as const;
  const mark = marks.find((name) => one.marks[name] !== other.marks[name]);
  // Rule 32: a mark that was taken away still takes a second person.
  return mark ?? (isGuarded(one) === isGuarded(other) ? null : 'guarded');
}

function accountsOf({ people }: CaseState): string {
  return [...new Set(people.respondents.flatMap(({ account }) => account ?? []))].toSorted().join();
}

function hasSettler({ people }: CaseState): boolean {
  return people.respondents.some(({ settledBy, alone }) => settledBy !== undefined && alone !== true);
}

export type UnmergeCommand = { readonly self: CaseId; readonly reason: TextId | null };

/**
 * Takes a merge back; both cases count by their own dates again, and the one taken out keeps the walls of the other.
 * Its open limits are counted as the calendar and the hours are now: while it was merged nobody moved them (domain 4.2).
 * Whoever the surviving case shuts out is refused, and a survivor that was itself merged is taken out first: until then
 * it counts elsewhere, by another date (rule 38).
 */
export function decideUnmerge(
  state: CaseState,
  survivor: CaseState,
  command: UnmergeCommand,
  context: Context,
): JoinDecision {
  const closed = gate(state, 'unmerge', context.actor) ?? personGate(survivor, 'unmerge', context.actor);
  if (closed !== null) return closed;
  if (survivor.mergedInto !== null) return refuse({ refusal: 'case-merged', into: survivor.mergedInto });
  const { self, reason } = command;
  if (state.mergedInto === null || !survivor.absorbed.includes(self)) {
    return refuse({ refusal: 'not-absorbed-here' });
  }
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const released: Released = { type: 'released', at: context.now, other: self };
  const unmerged: Unmerged = { type: 'unmerged', at: context.now, from: state.mergedInto, reason };
  return {
    ok: true,
    events: [
      unmerged,
      ...carryWall(survivor, state, { at: context.now, reason }),
      ...moveDeadlines(afterEvent(state, unmerged, context), 'calendar-or-hours', context),
    ],
    other: [released, ...movedDeadlines(survivor, released, 'unmerge', context)],
  };
}

function movedDeadlines(
  state: CaseState,
  event: ComplaintEvent,
  cause: MoveCause,
  context: Context,
): readonly DeadlineMoved[] {
  const after = afterEvent(state, event, context);
  const judged = moveJudgedLimit(after, cause, context);
  // What an entry of these moves among the open ones, too, is moved.
  const moved = judged.reduce((moving, one) => afterEvent(moving, one, context), after);
  return [...judged, ...moveDeadlines(moved, cause, context)];
}
