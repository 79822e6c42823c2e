import type { OfficeData } from '../office/office-data.ts';
import { type CaseActor, standingsOf } from '../people/case-actor.ts';
import type { CaseState } from './case-state.ts';
import { type Refused, refuse } from './decision.ts';
import { rolesFor } from './gate.ts';
import type { AnswerWay } from './vocabulary.ts';

/**
 * Roles of which one approves an answer to this case before it goes out, as the office says for its kind, class and way;
 * empty = nobody is asked. Without a way: the roles of every way, since a draft does not say how it will be given.
 */
export function approversOf(
  { kind, severity }: Pick<CaseState, 'kind' | 'severity'>,
  way: AnswerWay | null,
  { approvals = [] }: Pick<OfficeData, 'approvals'>,
): readonly string[] {
  const fitting = approvals.filter(
    ({ kinds, severities, ways }) =>
      (kinds === 'all' || kinds.includes(kind)) &&
      (severities === 'all' || (severity.now !== null && severities.includes(severity.now))) &&
      (way === null || ways === 'all' || ways.includes(way)),
  );
  if (way !== null) return fitting[0]?.by ?? [];
  return [...new Set(fitting.flatMap(({ by }) => by))];
}

/** Of these roles the one under which this person approves or gives the answer of this case; null = none of his. */
export function approvingRole(
  state: CaseState,
  operation: 'answer' | 'approve-answer',
  approvers: readonly string[],
  actor: CaseActor,
): string | null {
  const held = rolesFor(state, operation, actor).map(({ role }) => role);
  return approvers.find((one) => held.includes(one)) ?? null;
}

/**
 * Why this answer may not go out yet: the office asks somebody's approval, and what is given is not the draft that he
 * approved. Whoever may approve it gives it himself; null = the way is free.
 */
export function awaitsApproval(
  state: CaseState,
  { way, isDraft }: { readonly way: AnswerWay; readonly isDraft: boolean },
  office: OfficeData,
  actor: CaseActor,
): Refused | null {
  const approvers = approversOf(state, way, office);
  if (approvers.length === 0 || approvingRole(state, 'answer', approvers, actor) !== null) return null;
  const approved = state.decidedAt !== null && approvers.some((one) => one === state.approvedAs);
  return approved && isDraft ? null : refuse({ refusal: 'awaits-approval', by: titlesOf(approvers, office) });
}

/**
 * Whether a letter of answer may not be issued yet. The answer that was given is printed at any time; before it, and in other
 * words than it or the approved draft has, the letter waits as the answer does.
 */
export function answerLetterAwaits(
  state: CaseState,
  inOtherWords: boolean,
  office: OfficeData,
  actor: CaseActor,
): boolean {
  if (state.answer !== null && !inOtherWords) return false;
  return awaitsApproval(state, { way: 'letter', isDraft: !inOtherWords }, office, actor) !== null;
}

/** Whether this person may approve a draft of this case, as far as the office says who does. */
export function isApprover(state: CaseState, office: OfficeData, actor: CaseActor): boolean {
  const approvers = approversOf(state, null, office);
  return approvers.length === 0 || approvingRole(state, 'approve-answer', approvers, actor) !== null;
}

/** The same at the desk, before any unit has the case: the clerk's own roles alone count (rule 4). */
export function awaitsApprovalAtDesk(
  state: CaseState,
  way: AnswerWay,
  office: OfficeData,
  actor: CaseActor,
): Refused | null {
  const approvers = approversOf(state, way, office);
  const own = standingsOf(actor, ['answer', 'answer-at-desk']).map(({ role }) => role);
  if (approvers.length === 0 || approvers.some((one) => own.includes(one))) return null;
  return refuse({ refusal: 'awaits-approval', by: titlesOf(approvers, office) });
}

/** Titles as the office writes them, for a sentence. */
export function titlesOf(roles: readonly string[], office: OfficeData): readonly string[] {
  return roles.map((role) => office.roles.find(({ key }) => key === role)?.title ?? role);
}

/** The state as if nobody had approved a draft. */
export function withoutApproval({ approvedAs: _, ...state }: CaseState): CaseState {
  return state;
}
