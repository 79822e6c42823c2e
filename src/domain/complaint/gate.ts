import { type CaseActor, type Standing, standingsOf } from '../people/case-actor.ts';
import {
  awaitsRespondent,
  hasSettled,
  isOfItsUnit,
  isRespondent,
  isWithheld,
  mayRead,
} from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import { type Refused, refuse } from './decision.ts';
import {
  type CaseOperation,
  OPERATION_TABLE,
  type OperationRule,
  permissionsFor,
  type UnitAct,
} from './operation-table.ts';
import type { NotNow } from './refusal.ts';

/** Giving a number and taking an urgent case in hand show nothing of what a protected case says (rules 5, 6). */
const UNREAD: ReadonlySet<string> = new Set(['register', 'accept-urgent']);

/**
 * What stands in the way before a command is even read: the terlapor (rule 28), readers, permission, the unit,
 * status. Every decide function passes through here and the buttons are drawn from it; null = the way is free.
 */
export function gate(state: CaseState, operation: CaseOperation, actor: CaseActor): Refused | null {
  const rule = OPERATION_TABLE[operation];
  return (
    person(state, operation, rule, actor) ??
    standing(state, operation, rule) ??
    withoutRespondent(state, operation, rule, actor)
  );
}

/**
 * Rule 28: until it is said who the terlapor is, he may be whoever acts. Afterwards he may be whoever said it, and named
 * another in his own place: that person neither answers nor ends the case (decision 0025).
 */
function withoutRespondent(
  state: CaseState,
  operation: CaseOperation,
  { needsRespondent }: OperationRule,
  actor: CaseActor,
): Refused | null {
  if (needsRespondent === null || actor.by === 'complainant' || actor.by === 'system') return null;
  const notNow = (because: NotNow) => refuse({ refusal: 'not-now', operation, because });
  if (awaitsRespondent(state)) return notNow('respondent-undecided');
  return needsRespondent === 'ends' && hasSettled(actor, state) ? notNow('needs-second-person') : null;
}

/**
 * Whether the case is not there for this person: the terlapor and his deputy always, others where a mark shuts them
 * out (rules 6, 27, 28). Who runs operations says `case-not-found` then, before any word of version or status.
 */
export function isShutOut(state: CaseState, operation: string, actor: CaseActor): boolean {
  if (actor.by === 'system' || actor.by === 'complainant') return false;
  if (isRespondent(actor, state)) return true;
  if (isBeside(state, operation, actor)) return false;
  const walled = isWithheld(state) || (state.marks.protected && !UNREAD.has(operation));
  return walled && !mayRead(actor, state);
}

/**
 * Who approves a text that goes out reads that text, which names nobody, and not the case: of one that is read by named people
 * only, too, while such a text waits (rules 30, 31).
 */
function isBeside(state: CaseState, operation: string, { may }: CaseActor): boolean {
  const waits = operation === 'approve-duty' && state.duties.some(({ fulfilled }) => !fulfilled);
  return waits && may.has('publication/approve') && !awaitsRespondent(state);
}

/** The part of `gate` that asks who acts, whatever the case's own standing; null = the way is free. */
export function personGate(state: CaseState, operation: CaseOperation, actor: CaseActor): Refused | null {
  return person(state, operation, OPERATION_TABLE[operation], actor);
}

function person(
  state: CaseState,
  operation: CaseOperation,
  rule: OperationRule,
  actor: CaseActor,
): Refused | null {
  if (actor.by === 'complainant' || actor.by === 'system') {
    return rule.also.includes(actor.by) ? null : refuse({ refusal: 'not-permitted', operation });
  }
  if (isRespondent(actor, state)) return refuse({ refusal: 'respondent-shut-out' });
  const may = standingsOf(actor, permissionsFor(operation, state)).length > 0;
  const onlyPeople = rule.byPerson && actor.by !== 'staff';
  if (actor.by === 'public' || actor.by === 'import' || onlyPeople || !may) {
    return refuse({ refusal: 'not-permitted', operation });
  }
  const unread = isBeside(state, operation, actor) || (UNREAD.has(operation) && !isWithheld(state));
  if (!mayRead(actor, state) && !unread) {
    return refuse({ refusal: 'not-a-reader' });
  }
  if (rule.byItsUnit === null) return isNamed(state, rule, actor);
  return rolesFor(state, operation, actor).length > 0
    ? null
    : refuse({ refusal: 'not-your-unit', unit: state.unit });
}

function isNamed(state: CaseState, { byNamed }: OperationRule, { account }: CaseActor): Refused | null {
  if (byNamed === null) return null;
  const named = byNamed === 'reviewers' ? state.review?.reviewers : state.investigation?.investigators;
  if (account !== null && named?.includes(account) === true) return null;
  return refuse({ refusal: byNamed === 'reviewers' ? 'not-a-reviewer' : 'not-an-investigator' });
}

/**
 * Of somebody's roles those under which he may do this in this case, its own standing left aside. A role without a unit
 * stands above the units, another works in its own, and whoever disposes may do the work of each. To whom a case was given by
 * name, whatever his unit, it stays given also when another takes it in hand as urgent; who does acts on it, but it is not
 * his unit's by that (rule 5).
 */
export function rolesFor(state: CaseState, operation: CaseOperation, actor: CaseActor): readonly Standing[] {
  const { byItsUnit: act } = OPERATION_TABLE[operation];
  const able = standingsOf(actor, permissionsFor(operation, state));
  if (act === null || actor.may.has('dispose')) return able;
  return able.filter(
    (one) => one.units.length === 0 || isOfItsUnit(one, state) || isFree(state, actor.account, one.may, act),
  );
}

function isFree(
  state: CaseState,
  account: CaseActor['account'],
  may: Standing['may'],
  act: UnitAct,
): boolean {
  const { unit, owner, givenTo, marks, investigation } = state;
  const named = account !== null && account === givenTo;
  const own = account !== null && account === owner;
  // Whoever a surat tugas names writes the record of his examination, whatever his unit (rule 27).
  const examines = account !== null && investigation?.investigators.includes(account) === true;
  switch (act) {
    case 'action':
      return examines || named || own || marks.urgent || (unit === null && may.has('verify'));
    case 'work':
      return named || (unit === null && may.has('verify'));
    case 'decision':
      return named || unit === null || may.has('verify');
  }
}

function standing(state: CaseState, operation: CaseOperation, rule: OperationRule): Refused | null {
  if (state.cancelled) return refuse({ refusal: 'case-cancelled' });
  if (state.mergedInto !== null && operation !== 'unmerge') {
    return refuse({ refusal: 'case-merged', into: state.mergedInto });
  }
  if (state.mergedInto === null && operation === 'unmerge') {
    return refuse({ refusal: 'not-now', operation, because: 'not-merged' });
  }
  if (!rule.statuses.includes(state.status)) {
    return refuse({ refusal: 'wrong-status', operation, status: state.status });
  }
  const because = rule.unless(state);
  if (because === null) return null;
  return refuse(typeof because === 'string' ? { refusal: 'not-now', operation, because } : because);
}
