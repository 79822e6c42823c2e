import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';

export type ArchiveCommand = WrittenLater & {
  readonly outcome: 'archived-invalid' | 'archived-duplicate';
  readonly reason: TextId | null;
};

/** *Diarsipkan*: ends without an answer, always with a reason; it is an outcome, never counted as resolved (rule 26). */
export function decideArchive(state: CaseState, command: ArchiveCommand, context: Context): Decision {
  const closed = gate(state, 'archive', context.actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  const time = timeAfterAnswer(state, command, context);
  if (!time.ok) return time;
  const { outcome, reason } = command;
  return accept({ type: 'archived', ...time.said, outcome, reason });
}
