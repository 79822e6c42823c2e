import { z } from '@hono/zod-openapi';
import { DESK_WAYS } from '../../../domain/complaint/desk-rules.ts';
import { noticeOnItsWay } from '../../../domain/complaint/notice-on-its-way.ts';
import { OUTCOMES } from '../../../domain/complaint/vocabulary.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import { bookNumber, plainText } from '../doors/plain-text.schema.ts';
import type { Keeper } from '../vault/keeper.ts';
import { derivedAxes } from './class-fields.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { asked } from './form-field.ts';
import {
  answerGiven,
  attachments,
  body,
  given,
  later,
  type OperationBody,
  outsideBody,
  pending,
  pendingOf,
  proof,
  reason,
  text,
  time,
} from './operation-body.schema.ts';

/** At the desk he stands there: it is always delivered somehow. */
const { undeliverableReason: _, attempts: __, ...givenAtDesk } = given;
/** At the desk a body is awaited, or it is where he is told to go (rules 24, 26). */
const ELSEWHERE = { under: 'form.elsewhere' } as const;
/** *Dijawab di tempat* (rule 4): on a case that stands, or in one form with the complaint. */
export const deskAnswer = {
  text,
  ...givenAtDesk,
  way: asked(z.enum(DESK_WAYS), { words: 'way.', start: () => 'oral' }),
  outcome: asked(z.enum(OUTCOMES), { list: 'desk-outcomes' }),
  severity: derivedAxes.severity,
  form: derivedAxes.form,
  deviation: derivedAxes.deviation,
  body: asked(pending.body, ELSEWHERE),
  reference: asked(pending.reference, ELSEWHERE),
  lookAgainOn: asked(pending.lookAgainOn, ELSEWHERE),
  narrative: reason,
};
/** Told where his case goes, in each of the five ways; `way` is there how it goes (rules 24, 25). */
const { way: answerWay, ...givenByWay } = given;
const tellsHow = { answerWay: answerWay.optional(), ...givenByWay };

/** Bodies of drafts, answers and the three ways out of house (rules 4, 24, 25). */
export const ANSWER_BODIES: { readonly [O in AnswerOperation]: OperationBody<O> } = {
  'submit-answer': body(z.strictObject({ text, attachments, ...later }), (b, keep) => ({
    text: keep.text('draft-answer', b.text),
    attachments: b.attachments,
    ...time(b, keep),
  })),
  'return-answer': body(z.strictObject({ reason }), (b, keep) => ({ reason: keep.text('reason', b.reason) })),
  'approve-answer': body(z.strictObject({}), () => ({})),
  answer: body(
    z.strictObject({
      text: plainText(LONGEST_TEXT).optional(),
      ...given,
      threadProof: proof,
      templateConfirmed: asked(z.boolean(), { whenRefused: true }).default(false),
      ...later,
    }),
    (b, keep) => {
      const written = keep.text('answer', b.text);
      return {
        ...(written === null ? {} : { text: written }),
        ...answerGiven(b, keep),
        threadProof: b.threadProof ?? null,
        templateConfirmed: b.templateConfirmed,
        ...time(b, keep),
      };
    },
  ),
  'answer-at-desk': body(z.strictObject({ ...deskAnswer, ...later }), (b, keep) => ({
    ...answeredAtDesk(b, keep),
    ...time(b, keep),
  })),
  'acknowledge-desk-answer': body(z.strictObject({}), () => ({})),
  refer: body(
    z.strictObject({
      way: asked(z.enum(['directed', 'forwarded', 'transferred']), {
        words: 'field.refer.',
        start: () => 'directed',
      }),
      body: outsideBody,
      text: plainText(LONGEST_TEXT).optional(),
      reference: bookNumber.optional(),
      ...tellsHow,
      ...later,
    }),
    (b, keep) => {
      const written = keep.text('message', b.text);
      return {
        way: b.way,
        body: b.body,
        text: written,
        reference: b.reference || null,
        answer: told(written, b, keep),
        ...time(b, keep),
      };
    },
  ),
  'confirm-transfer': body(
    z.strictObject({
      reference: bookNumber.optional(),
      text: plainText(LONGEST_TEXT).optional(),
      ...tellsHow,
      narrative: reason,
      ...later,
    }),
    (b, keep) => ({
      reference: b.reference || null,
      answer: told(keep.text('answer', b.text), b, keep),
      narrative: keep.text('narrative', b.narrative),
      ...time(b, keep),
    }),
  ),
  'prove-notice': body(
    z.strictObject({
      notice: asked(z.enum(['incomplete', 'answer', 'ending']), {
        start: (state) => noticeOnItsWay(state)?.notice ?? 'incomplete',
      }),
      ...later,
    }),
    (b, keep) => ({ notice: b.notice, ...time(b, keep) }),
  ),
};

/** What the core takes of `deskAnswer`. */
export function answeredAtDesk(b: z.infer<z.ZodObject<typeof deskAnswer>>, keep: Keeper) {
  return {
    text: keep.text('answer', b.text),
    ...answerGiven({ ...b, attempts: [] }, keep),
    outcome: b.outcome,
    severity: b.severity ?? null,
    form: b.form ?? null,
    deviation: b.deviation ?? null,
    pending: pendingOf(b),
    narrative: keep.text('narrative', b.narrative),
  };
}

/** How the complainant was told where his case goes. */
function told(text: string | null, how: z.infer<z.ZodObject<typeof tellsHow>>, keep: Keeper) {
  const given = answerGiven({ ...how, way: how.answerWay ?? 'oral' }, keep);
  return text === null ? null : { text, ...given };
}

type AnswerOperation = Extract<
  RunnableOperation,
  `${string}answer${string}` | 'refer' | 'confirm-transfer' | 'prove-notice'
>;
