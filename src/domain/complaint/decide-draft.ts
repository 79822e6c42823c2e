import { approversOf, approvingRole, titlesOf } from './answer-approval.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AnswerApproved, AnswerReturned, TextId } from './event.ts';
import { gate } from './gate.ts';
import { withDue } from './with-due.ts';

/**
 * Sends the unit's draft back with a reason; for those who may answer. One that was approved is decided no longer: the
 * 60 days to the decision run on, the 14 days to tell it begin with the next approval (UU 25/2009 ps. 50).
 */
export function decideReturnAnswer(
  state: CaseState,
  command: { readonly reason: TextId | null },
  context: Context,
): Decision {
  const closed = gate(state, 'return-answer', context.actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  const { reason } = command;
  const returned: AnswerReturned = { type: 'answer-returned', at: context.now, reason, due: [] };
  return accept(withDue(state, returned, context));
}

/**
 * The office has decided: 14 calendar days to tell the complainant begin (UU 25/2009 ps. 50 ayat 2). By a holder of the role
 * that the office asks for, where it asks for one.
 */
export function decideApproveAnswer(state: CaseState, context: Context): Decision {
  const closed = gate(state, 'approve-answer', context.actor);
  if (closed !== null) return closed;
  const { office, actor } = context;
  const approvers = approversOf(state, null, office);
  const as = approvingRole(state, 'approve-answer', approvers, actor);
  if (approvers.length > 0 && as === null) {
    return refuse({ refusal: 'not-the-approver', by: titlesOf(approvers, office) });
  }
  const named = as === null ? {} : { as };
  const approved: AnswerApproved = { type: 'answer-approved', at: context.now, due: [], ...named };
  return accept(withDue(state, approved, context));
}
