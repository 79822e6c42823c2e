import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AnswerApproved, TextId } from './event.ts';
import { gate } from './gate.ts';
import { withDue } from './with-due.ts';

/** Sends the unit's draft back with a reason; for those who may answer. */
export function decideReturnAnswer(
  state: CaseState,
  command: { readonly reason: TextId | null },
  context: Context,
): Decision {
  const closed = gate(state, 'return-answer', context.actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  return accept({ type: 'answer-returned', at: context.now, reason: command.reason });
}

/** The office has decided: 14 calendar days to tell the complainant begin (UU 25/2009 ps. 50 ayat 2). */
export function decideApproveAnswer(state: CaseState, context: Context): Decision {
  const closed = gate(state, 'approve-answer', context.actor);
  if (closed !== null) return closed;
  const approved: AnswerApproved = { type: 'answer-approved', at: context.now, due: [] };
  return accept(withDue(state, approved, context));
}
