import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';

export type CancelCommand = { readonly reason: TextId | null };

/** *Salah catat*: the number stays as *BATAL*, in no count; the coordinator's, with a reason (rule 11). */
export function decideCancel(state: CaseState, command: CancelCommand, context: Context): Decision {
  const closed = gate(state, 'cancel', context.actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  return accept({ type: 'cancelled', at: context.now, reason: command.reason });
}
