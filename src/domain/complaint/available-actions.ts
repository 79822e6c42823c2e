import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import { awaitsRespondent } from '../people/may.ts';
import { isApprover } from './answer-approval.ts';
import type { CaseState } from './case-state.ts';
import { awaitsText } from './decide-approve-duty.ts';
import { neverAtDesk } from './desk-rules.ts';
import { gate } from './gate.ts';
import { CASE_OPERATIONS, type CaseOperation, OPERATION_TABLE } from './operation-table.ts';

export type AvailableAction = { readonly operation: CaseOperation; readonly primary: boolean };

/**
 * Exactly what this person may do with this case now, in the order of the contract: the buttons of the case page.
 * `primary` marks what comes next. Whether a time window is still open is told by the operation itself.
 */
export function availableActions(
  state: CaseState,
  actor: CaseActor,
  office: OfficeData,
): readonly AvailableAction[] {
  return CASE_OPERATIONS.flatMap((operation) => {
    if (gate(state, operation, actor) !== null) return [];
    // The office says for which cases it is (rule 4).
    if (operation === 'answer-at-desk' && neverAtDesk(state, office) !== null) return [];
    // These too: what is done before the public, and whose approval it asks (rule 31).
    if (operation === 'approve-duty' && !state.duties.some((one) => awaitsText(one, office))) return [];
    if (operation === 'approve-answer' && !isApprover(state, office, actor)) return [];
    return [{ operation, primary: comesNext(state, operation) }];
  });
}

/** Nothing comes next where the old register ended: its book's own *Selesai* walked no SOP (rule 37). */
function comesNext(state: CaseState, operation: CaseOperation): boolean {
  const { status, outcome } = state;
  // Who is settled already is settled anew where it was wrong only (rule 28).
  if (operation === 'settle-respondent' && !awaitsRespondent(state)) return false;
  return outcome !== 'not-recorded' && OPERATION_TABLE[operation].primary.includes(status);
}
