import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { trueTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, FollowedUp, TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownValue } from './office-words.ts';

export type FollowUpCommand = WrittenLater & {
  readonly entry: FollowedUp['entry'];
  readonly text: TextId;
  readonly place?: string | null;
  readonly peopleHelped?: number | null;
  readonly attachments?: readonly AttachmentId[];
};

/**
 * An entry of what was done. Before the disposisi only in urgent and protected cases, where the action comes first and its
 * papers afterwards, with their true times (rules 5, 6), and as the record of an examination (rule 27).
 */
export function decideFollowUp(state: CaseState, command: FollowUpCommand, context: Context): Decision {
  const closed = gate(state, 'follow-up', context.actor);
  if (closed !== null) return closed;
  const time = trueTime(state, command, context);
  if (!time.ok) return time;
  const { entry, text, place = null, peopleHelped = null, attachments = [] } = command;
  const unknown = unknownValue({ place }, context.office);
  if (unknown !== null) return unknown;
  return accept({ type: 'followed-up', ...time.said, entry, text, place, peopleHelped, attachments });
}
