import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { gate } from './gate.ts';

/** The coordinator has seen the day's desk answers; he acknowledges them in one act or reopens a row (rule 4). */
export function decideAcknowledgeDeskAnswer(state: CaseState, { actor, now }: Context): Decision {
  const closed = gate(state, 'acknowledge-desk-answer', actor);
  return closed ?? accept({ type: 'desk-answer-acknowledged', at: now });
}
