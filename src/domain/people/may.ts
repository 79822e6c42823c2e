import type { CaseState } from '../complaint/case-state.ts';
import type { AccountId, RespondentRef } from '../complaint/event.ts';
import { type CaseActor, type Standing, standingsOf } from './case-actor.ts';
import type { Permission } from './permissions.ts';

/**
 * Whether this person may do this; with a case, also whether the case lets him: the terlapor never (rule 28),
 * a protected or restricted case only its readers (rules 6, 27), one whose terlapor nobody knows yet those who dispose.
 */
export function may(actor: CaseActor, permission: Permission, state?: CaseState): boolean {
  if (!actor.may.has(permission)) return false;
  return state === undefined || mayRead(actor, state);
}

/** Rule 28: the person complained of, and whoever stands in for him today. */
export function isRespondent(actor: CaseActor, state: CaseState): boolean {
  const accounts = state.people.respondents.flatMap(({ account }) => account ?? []);
  return accountsOf(actor).some((account) => accounts.includes(account));
}

function accountsOf({ account, deputyOf }: Pick<CaseActor, 'account' | 'deputyOf'>): readonly AccountId[] {
  return account === null ? deputyOf : [account, ...deputyOf];
}

/**
 * Whether staff may open the case, find it in a search or be told of it. Complainants read their own case by its
 * secret, through a page of their own; the system reads what it works on.
 */
export function mayRead(actor: CaseActor, state: CaseState): boolean {
  if (actor.by === 'system' || actor.by === 'complainant') return true;
  if (isRespondent(actor, state)) return false;
  if (state.marks.restricted) return isNamedReader(actor, state);
  // Those who dispose say who he is; until then nobody else reads the case.
  if (awaitsRespondent(state)) return actor.may.has('dispose');
  if (state.marks.protected) return mayReadProtected(actor, state);
  return actor.may.has('case/read-open');
}

/** Rule 28: whom the public complains of may be anybody of the office until somebody has said who he is. */
export function awaitsRespondent({ people }: CaseState): boolean {
  return people.respondents.some(isUndecided);
}

/**
 * Rule 28: whether this person, or whoever he stands in for, by himself settled who a terlapor is, though the office had a
 * second (decision 0025).
 */
export function hasSettled(actor: Pick<CaseActor, 'account' | 'deputyOf'>, { people }: CaseState): boolean {
  return people.respondents.some(
    ({ settledBy, alone }) =>
      settledBy !== undefined && alone !== true && accountsOf(actor).includes(settledBy),
  );
}

export function isUndecided({ standing }: RespondentRef): boolean {
  return standing === 'undecided';
}

/**
 * Rule 28: whether a case so stands leaves nobody above the units to whom it is open. Where a terlapor is known by his
 * words only, he may be whoever acts: the actor is then nobody who is left; null where nobody else could act.
 */
export function leavesNobody(
  state: CaseState,
  actor: CaseActor | null,
  above: readonly CaseActor[],
): boolean {
  const mayBeHe = state.people.respondents.some(
    ({ account, standing }) => account === null && standing !== 'not-staff',
  );
  return !above.some((one) => mayRead(one, state) && !(mayBeHe && one.account === actor?.account));
}

/** Read by a few only, who stand beside the case: *terbatas*, or as long as nobody said who the terlapor is. */
export function isWithheld(state: CaseState): boolean {
  return state.marks.restricted || awaitsRespondent(state);
}

/**
 * Rule 27: named people only; before anybody is named, those who may read the closed lane at all. Who decides on an
 * audit reads the case for as long as its telaah waits for that decision.
 */
function isNamedReader(actor: CaseActor, state: CaseState): boolean {
  const named = restrictedReaders(state);
  if (named.length === 0) return actor.may.has('case/read-restricted');
  if (actor.account !== null && named.includes(actor.account)) return true;
  return awaitsDecision(state) && actor.may.has('review/decide');
}

/** A telaah is running and nobody has decided on it. */
export function awaitsDecision({ review }: CaseState): boolean {
  return review !== null && review.decision === null;
}

/**
 * Everybody named for a restricted case: readers of the head's decision, reviewers, investigators, and of a merged case
 * those of the one it lives on in.
 */
export function restrictedReaders(state: CaseState): readonly AccountId[] {
  const { review, investigation, carriedReaders } = state;
  const named = [
    ...(carriedReaders ?? []),
    ...(review?.readers ?? []),
    ...(review?.reviewers ?? []),
    ...(investigation?.investigators ?? []),
  ];
  return [...new Set(named)];
}

/**
 * Rule 6: its handlers only. Until a unit has it, who wrote it down and those who may read such cases; then that
 * unit and those who dispose; its owner always.
 */
function mayReadProtected(actor: CaseActor, state: CaseState): boolean {
  const wroteItDown = state.unit === null && actor.account === state.recordedBy;
  if (actor.account !== null && (actor.account === state.owner || wroteItDown)) return true;
  const everywhere = state.unit === null || actor.may.has('dispose');
  return standingsOf(actor, ['case/read-protected']).some((one) => everywhere || isOfItsUnit(one, state));
}

export function isOfItsUnit({ units: own }: Pick<Standing, 'units'>, state: CaseState): boolean {
  const units = state.unit === null ? state.otherUnits : [state.unit, ...state.otherUnits];
  return own.some((unit) => units.includes(unit));
}
