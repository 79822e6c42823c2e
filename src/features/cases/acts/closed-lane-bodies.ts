import { z } from '@hono/zod-openapi';
import {
  bookNumber,
  day,
  fewWords,
  officeKey,
  plainText,
  recordId,
  requiredBookNumber,
  requiredText,
} from '../doors/plain-text.schema.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { asked } from './form-field.ts';
import { body, type OperationBody, proof, reason, text } from './operation-body.schema.ts';

/** Bodies of telaah awal and of the jalur pemeriksaan (rules 27, 29, 30). */
export const CLOSED_LANE_BODIES: { readonly [O in ClosedLaneOperation]: OperationBody<O> } = {
  'review/start': body(
    z.strictObject({ reviewers: asked(z.array(recordId).max(30), { list: 'staff' }).default([]) }),
    (b) => b,
  ),
  'review/recommend': body(
    z.strictObject({
      recommendation: asked(z.enum(['unit', 'audit', 'stop']), { words: 'field.recommend.' }),
      text,
    }),
    (b, keep) => ({
      recommendation: b.recommendation,
      text: keep.text('review', b.text),
    }),
  ),
  'review/decide': body(
    z.strictObject({
      decision: asked(z.enum(['unit', 'audit', 'stop', 'inspectorate']), { words: 'field.recommend.' }),
      directions: reason,
      readers: asked(z.array(recordId).max(50), { list: 'staff' }).default([]),
    }),
    (b, keep) => ({
      decision: b.decision,
      directions: keep.text('instructions', b.directions),
      readers: b.readers,
    }),
  ),
  'investigation/assess': body(
    z.strictObject({ worthy: asked(z.boolean(), { control: 'yes-no' }), grounds: reason }),
    (b, keep) => ({
      worthy: b.worthy,
      grounds: keep.text('finding', b.grounds),
    }),
  ),
  'investigation/assign': body(
    z.strictObject({
      investigators: asked(z.array(z.strictObject({ account: recordId })).max(30), {
        control: 'many',
        list: 'staff',
      }).default([]),
      from: day,
      to: day,
      letterNumber: bookNumber.optional(),
      override: asked(
        z.strictObject({
          rule: z.enum(['reviewer-is-investigator', 'own-unit']),
          reason: requiredText(4000),
        }),
        { under: 'form.override' },
      ).optional(),
    }),
    (b, keep) => ({
      investigators: b.investigators,
      from: b.from,
      to: b.to,
      letterNumber: b.letterNumber || null,
      override:
        b.override === undefined
          ? null
          : { rule: b.override.rule, reason: keep.text('reason', b.override.reason) },
    }),
  ),
  'investigation/find': body(
    z.strictObject({
      finding: z.enum(['proven', 'not-proven', 'below-standard']),
      text,
      dutyDueOn: day.optional(),
    }),
    (b, keep) => ({
      finding: b.finding,
      text: keep.text('finding', b.text),
      ...(b.dutyDueOn === undefined ? {} : { dutyDueOn: b.dutyDueOn }),
    }),
  ),
  'investigation/sanction': body(
    z.strictObject({
      sanction: z
        .strictObject({
          number: requiredBookNumber,
          on: day,
          authority: fewWords,
          degree: z.enum(['light', 'moderate', 'severe']),
        })
        .nullable(),
    }),
    ({ sanction }, keep) => ({
      sanction: sanction === null ? null : { ...sanction, authority: keep.text('note', sanction.authority) },
    }),
  ),
  'fulfil-duty': body(
    z.strictObject({
      duty: asked(officeKey, { list: 'open-duties' }),
      text: plainText(4000).optional(),
      proof,
    }),
    (b, keep) => ({ duty: b.duty, text: keep.text('entry', b.text), proof: b.proof ?? null }),
  ),
  'approve-duty': body(
    z.strictObject({ duty: asked(officeKey, { list: 'public-duties' }), text }),
    (b, keep) => ({ duty: b.duty, text: keep.text('apology', b.text) }),
  ),
  'give-direction': body(z.strictObject({ text }), (b, keep) => ({
    text: keep.text('instructions', b.text),
  })),
};

type ClosedLaneOperation = Extract<
  RunnableOperation,
  `review/${string}` | `investigation/${string}` | 'fulfil-duty' | 'approve-duty' | 'give-direction'
>;
