import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';

export type ObjectCommand = WrittenLater & { readonly text: TextId };

/**
 * *Keberatan* of who asked formally for information: refused, unanswered in time, or answered otherwise than asked (UU 14/2008
 * ps. 35). It stands beside the status; whoever heads the PPID answers it. For those who may correct a case.
 */
export function decideObject(state: CaseState, command: ObjectCommand, context: Context): Decision {
  const closed = gate(state, 'object', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  return time.ok ? accept({ type: 'objected', ...time.said, text: command.text }) : time;
}
