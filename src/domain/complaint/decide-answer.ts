import { awaitsApproval } from './answer-approval.ts';
import { type AnswerGiven, answerGiven } from './answer-given.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { begunByWorking } from './decide-dispose.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, TextId } from './event.ts';
import { gate } from './gate.ts';
import { PUBLIC_THREADS } from './vocabulary.ts';

export type AnswerCommand = AnswerGiven &
  WrittenLater & {
    /** Left out: the text that the unit submitted. */
    readonly text?: TextId;
    /** The text is what the complainant was told before, such as the acknowledgement; asked about once (rule 25). */
    readonly repeatsWhatWasTold?: boolean;
    readonly templateConfirmed?: boolean;
    /** The neutral sentence as it stands in the public thread of the complaint, beside the proof of the answer (rule 25). */
    readonly threadProof?: AttachmentId | null;
  };

/**
 * The answer is given to the complainant. Each of the five ways asks for what it needs (rule 25). A row of an old register
 * that nobody gave to a unit is accepted by it, and judged from its old receipt (rule 37). Where the office asks somebody's
 * approval, only what he approved goes out.
 */
export function decideAnswer(state: CaseState, command: AnswerCommand, context: Context): Decision {
  const closed = gate(state, 'answer', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const text = command.text ?? state.draftAnswer?.text ?? null;
  if (text === null) return refuse({ refusal: 'no-answer-text' });
  const isDraft = text === state.draftAnswer?.text;
  const waits = awaitsApproval(state, { way: command.way, isDraft }, context.office, context.actor);
  if (waits !== null) return waits;
  if (command.repeatsWhatWasTold === true && command.templateConfirmed !== true) {
    return refuse({ refusal: 'confirm-template-answer' });
  }
  const thread = command.threadProof ?? null;
  if (thread !== null && !PUBLIC_THREADS.includes(state.channel)) {
    return refuse({ refusal: 'field-not-taken', field: 'threadProof' });
  }
  const answered = answerGiven(command, text, time.said, state, context);
  if (!answered.ok) return answered;
  const event = thread === null ? answered.event : { ...answered.event, threadProof: thread };
  return accept(...begunByWorking(state, time.said, context), event);
}
