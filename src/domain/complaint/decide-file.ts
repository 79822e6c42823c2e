import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime } from './effective-time.ts';
import type { Instant } from './event.ts';
import { gate } from './gate.ts';

export type FileCommand = {
  readonly box?: string | null;
  readonly classification?: string | null;
  readonly at?: Instant;
};

/** *Pelaporan dan pengarsipan*: the last step in person; it never holds *Selesai* back (rule 17). */
export function decideFile(state: CaseState, command: FileCommand, context: Context): Decision {
  const closed = gate(state, 'file', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command.at, context.now);
  if (!time.ok) return time;
  const { box = null, classification = null } = command;
  return accept({ type: 'filed', at: time.at, box, classification });
}
