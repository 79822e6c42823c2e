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
  // A mark may be set in every status: it asks who acts, and whether the case counts, nothing else.
  const closed = gate(state, 'mark', actor);
  if (closed !== null) return closed;
  const directs = actor.may.has('dispose') || actor.may.has('review/decide');
  if (!directs) return { ok: false, refusal: 'not-permitted', operation: 'review/decide' };
  return accept({ type: 'direction-given', at: now, text: command.text });
}
