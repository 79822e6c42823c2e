import { awaitsApproval } from './answer-approval.ts';
import { type AnswerGiven, answerGiven } from './answer-given.ts';
import type { CaseState } from './case-state.ts';
import { closedEvent } from './closed-event.ts';
import type { Context } from './context.ts';
import { begunByWorking } from './decide-dispose.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import type { Closed, ComplaintEvent, Referred, TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownBody } from './office-words.ts';
import type { ReferralWay } from './vocabulary.ts';
import { afterEvent } from './with-due.ts';

export type ReferCommand = WrittenLater & {
  readonly way: ReferralWay;
  readonly body: string;
  readonly text?: TextId | null;
  readonly reference?: string | null;
  /** *Diarahkan* is itself the answer: how the complainant was told where to go. */
  readonly answer?: (AnswerGiven & { readonly text: TextId }) | null;
};

/**
 * The three ways out of house (rule 24): *diarahkan* answers and ends `out-of-authority`; *diteruskan* stays open and
 * is watched; *dilimpahkan* ends `referred` when the other body confirms (`decideConfirmTransfer`).
 */
export function decideRefer(state: CaseState, command: ReferCommand, context: Context): Decision {
  const closed = gate(state, 'refer', context.actor);
  if (closed !== null) return closed;
  // *Diarahkan* ends the case; the others may be written afterwards with their true time.
  const timed = command.way === 'directed' ? timeAfterAnswer : effectiveTime;
  const time = timed(state, command, context);
  if (!time.ok) return time;
  const { way, body, text = null, reference = null } = command;
  const unknown = unknownBody(body, context.office);
  if (unknown !== null) return unknown;
  const referred: Referred = { type: 'referred', ...time.said, way, body, text, reference };
  if (way !== 'directed') return accept(referred);
  if (command.answer == null) return refuse({ refusal: 'no-answer' });
  const told = toldTo(command.answer, time.said, state, context);
  if (!told.ok) return told;
  const done: ComplaintEvent[] = [
    ...begunByWorking(state, time.said, context, 'other'),
    referred,
    told.event,
  ];
  const answered = done.reduce((after, event) => afterEvent(after, event, context), state);
  const ending = { outcome: 'out-of-authority', closedBy: 'office', pending: null, narrative: null } as const;
  const end = closedEvent(answered, ending, time.said, context);
  return end.ok ? accept(...done, end.event) : end;
}

export type ConfirmTransferCommand = WrittenLater & {
  readonly reference?: string | null;
  /** How the complainant was told; needed unless he has been answered already (law 4), and then an answer more. */
  readonly answer?: (AnswerGiven & { readonly text: TextId }) | null;
  readonly narrative?: TextId | null;
};

/** The other body has taken the case over: ours ends `referred` (rule 24). For those who may refer. */
export function decideConfirmTransfer(
  state: CaseState,
  command: ConfirmTransferCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'confirm-transfer', context.actor);
  if (closed !== null) return closed;
  const { referral } = state;
  if (referral === null) return refuse({ refusal: 'no-transfer-to-confirm' });
  const time = timeAfterAnswer(state, command, context);
  if (!time.ok) return time;
  const { reference = null, narrative = null } = command;
  const confirmed = { type: 'transfer-confirmed', ...time.said, body: referral.body, reference } as const;
  const end: Closed = {
    type: 'closed',
    ...time.said,
    outcome: 'referred',
    closedBy: 'office',
    pending: null,
    narrative,
  };
  if (command.answer == null) {
    return state.status === 'answered' ? accept(confirmed, end) : refuse({ refusal: 'no-answer' });
  }
  const told = toldTo(command.answer, time.said, state, context);
  if (!told.ok) return told;
  return accept(...begunByWorking(state, time.said, context, 'other'), told.event, confirmed, end);
}

/** What the complainant is told is an answer like any other: it waits for the approval that the office asks (rule 31). */
function toldTo(
  answer: AnswerGiven & { readonly text: TextId },
  said: Parameters<typeof answerGiven>[2],
  state: CaseState,
  context: Context,
): ReturnType<typeof answerGiven> {
  const isDraft = answer.text === state.draftAnswer?.text;
  const waits = awaitsApproval(state, { way: answer.way, isDraft }, context.office, context.actor);
  return waits ?? answerGiven(answer, answer.text, said, state, context);
}
