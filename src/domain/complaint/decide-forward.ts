import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import { gate } from './gate.ts';

/** `toRole` left out: the role that disposes in this office (rule 21). */
export type ForwardCommand = WrittenLater & { readonly toRole?: string };

/** *Meneruskan*: the case is in the inbox of who disposes; in person step 3 ends here (rule 17). */
export function decideForward(state: CaseState, command: ForwardCommand, context: Context): Decision {
  const { office, actor } = context;
  const closed = gate(state, 'forward', actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const toRole = command.toRole ?? office.clocks.disposedBy;
  if (!office.roles.some((role) => role.key === toRole)) {
    return refuse({ refusal: 'unknown-role', role: toRole });
  }
  return accept({ type: 'forwarded', ...time.said, toRole });
}
