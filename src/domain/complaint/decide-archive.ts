import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { timeAfterAnswer } from './effective-time.ts';
import type { Instant, TextId } from './event.ts';
import { gate } from './gate.ts';
import { lateness } from './late-entry.ts';

export type ArchiveCommand = {
  readonly outcome: 'archived-invalid' | 'archived-duplicate';
  readonly reason: TextId | null;
  readonly at?: Instant;
  /** Why it is written down only now (rule 1). */
  readonly lateEntryReason?: TextId | null;
};

/** *Diarsipkan*: ends without an answer, always with a reason; it is an outcome, never counted as resolved (rule 26). */
export function decideArchive(state: CaseState, command: ArchiveCommand, context: Context): Decision {
  const closed = gate(state, 'archive', context.actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  const time = timeAfterAnswer(state, command.at, context.now);
  if (!time.ok) return time;
  const late = lateness(time.at, command.lateEntryReason, context);
  if (!late.ok) return late;
  const { outcome, reason } = command;
  return accept({ type: 'archived', at: time.at, outcome, reason, ...late.said });
}
