import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownValue } from './office-words.ts';
import type { Channel } from './vocabulary.ts';

export type SendMessageCommand = WrittenLater & {
  readonly channel: Channel;
  readonly text: TextId;
  readonly proof?: AttachmentId | null;
};

/**
 * A message to the complainant that is no answer. For those who may ask; nothing goes out on a protected case before
 * a safe way is known (rule 6).
 */
export function decideSendMessage(state: CaseState, command: SendMessageCommand, context: Context): Decision {
  const closed = gate(state, 'send-message', context.actor);
  if (closed !== null) return closed;
  const { channel, text, proof = null } = command;
  const unknown = unknownValue({ channel }, context.office);
  if (unknown !== null) return unknown;
  const time = effectiveTime(state, command, context);
  return time.ok ? accept({ type: 'message-sent', ...time.said, channel, text, proof }) : time;
}
