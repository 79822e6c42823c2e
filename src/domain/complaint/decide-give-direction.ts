import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';

/** *Arahan* of the head on a case (rule 27). For those who may dispose or decide on a review. */
export function decideGiveDirection(
  state: CaseState,
  command: { readonly text: TextId },
  context: Context,
): Decision {
  const { actor, now } = context;
  const closed = gate(state, 'give-direction', actor);
  if (closed !== null) return closed;
  return accept({ type: 'direction-given', at: now, text: command.text });
}
