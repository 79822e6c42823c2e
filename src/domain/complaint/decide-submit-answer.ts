import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, TextId } from './event.ts';
import { gate } from './gate.ts';

export type SubmitAnswerCommand = WrittenLater & {
  readonly text: TextId;
  readonly attachments?: readonly AttachmentId[];
};

/** The unit's answer on the formulir penyelesaian; in person step 5 ends here, the complainant is not yet told (rule 17). */
export function decideSubmitAnswer(
  state: CaseState,
  command: SubmitAnswerCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'submit-answer', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { text, attachments = [] } = command;
  return accept({ type: 'answer-submitted', ...time.said, text, attachments });
}
