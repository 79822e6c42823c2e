import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, FormReadBack } from './event.ts';
import { gate } from './gate.ts';

export type ReadBackCommand = WrittenLater & {
  readonly way: FormReadBack['way'];
  readonly scan?: AttachmentId | null;
};

/** The form was read back and signed, thumb-printed, or read back by phone; the scan is attached (rule 7). */
export function decideReadBack(state: CaseState, command: ReadBackCommand, context: Context): Decision {
  const closed = gate(state, 'read-back', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  return accept({ type: 'form-read-back', ...time.said, way: command.way, scan: command.scan ?? null });
}
