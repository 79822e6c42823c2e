import { isRespondent, mayRead } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';

/** The coordinator has seen the day's desk answers; he acknowledges them in one act or reopens a row (rule 4). */
export function decideAcknowledgeDeskAnswer(state: CaseState, { actor, now }: Context): Decision {
  if (isRespondent(actor, state)) return refuse({ refusal: 'respondent-shut-out' });
  if (!actor.may.has('desk/acknowledge-day')) {
    return refuse({ refusal: 'not-permitted', operation: 'answer-at-desk' });
  }
  if (!mayRead(actor, state)) return refuse({ refusal: 'not-a-reader' });
  if (state.answer?.atDesk !== true) return refuse({ refusal: 'no-answer' });
  if (state.deskAnswerAcknowledged) {
    return refuse({ refusal: 'not-now', operation: 'answer-at-desk', because: 'already-acknowledged' });
  }
  return accept({ type: 'desk-answer-acknowledged', at: now });
}
