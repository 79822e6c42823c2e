import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import { gate } from './gate.ts';

export type FileCommand = WrittenLater & {
  readonly box?: string | null;
  readonly classification?: string | null;
};

/** *Pelaporan dan pengarsipan*: the last step in person; it never holds *Selesai* back (rule 17). */
export function decideFile(state: CaseState, command: FileCommand, context: Context): Decision {
  const closed = gate(state, 'file', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { box = null, classification = null } = command;
  return accept({ type: 'filed', ...time.said, box, classification });
}
