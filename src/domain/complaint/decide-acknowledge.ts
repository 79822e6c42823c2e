import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownValue } from './office-words.ts';
import type { Channel } from './vocabulary.ts';

export type AcknowledgeCommand = WrittenLater & {
  readonly channel?: Channel | null;
  readonly text?: TextId | null;
};

/**
 * Says to the complainant that it is received and will be handled. By the system it is *otomatis* and ends no SOP
 * step (rule 17); a protected case is written to only where a safe way is known (rule 6).
 */
export function decideAcknowledge(state: CaseState, command: AcknowledgeCommand, context: Context): Decision {
  const closed = gate(state, 'acknowledge', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { channel = null, text = null } = command;
  const unknown = channel === null ? null : unknownValue({ channel }, context.office);
  if (unknown !== null) return unknown;
  const automatic = context.actor.by === 'system';
  return accept({ type: 'acknowledged', ...time.said, automatic, channel, text });
}
