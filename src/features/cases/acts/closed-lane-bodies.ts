import { z } from '@hono/zod-openapi';
import {
  bookNumber,
  day,
  fewWords,
  officeKey,
  requiredBookNumber,
  requiredText,
} from '../doors/plain-text.schema.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { account, body, type OperationBody, reason, text } from './operation-body.schema.ts';

/** Bodies of telaah awal and of the jalur pemeriksaan (rules 27, 29, 30). */
export const CLOSED_LANE_BODIES: { readonly [O in ClosedLaneOperation]: OperationBody<O> } = {
  'review/start': body(z.strictObject({ reviewers: z.array(account).max(30).default([]) }), (b) => b),
  'review/recommend': body(
    z.strictObject({ recommendation: z.enum(['unit', 'audit', 'stop']), text }),
    (b, keep) => ({
      recommendation: b.recommendation,
      text: keep.text('review', b.text),
    }),
  ),
  'review/decide': body(
    z.strictObject({
      decision: z.enum(['unit', 'audit', 'stop', 'inspectorate']),
      directions: reason,
      readers: z.array(account).max(50).default([]),
    }),
    (b, keep) => ({
      decision: b.decision,
      directions: keep.text('instructions', b.directions),
      readers: b.readers,
    }),
  ),
  'investigation/assess': body(z.strictObject({ worthy: z.boolean(), grounds: reason }), (b, keep) => ({
    worthy: b.worthy,
    grounds: keep.text('finding', b.grounds),
  })),
  'investigation/assign': body(
    z.strictObject({
      investigators: z.array(z.strictObject({ account })).max(30).default([]),
      from: day,
      to: day,
      letterNumber: bookNumber.optional(),
      override: z
        .strictObject({ rule: z.enum(['reviewer-is-investigator', 'own-unit']), reason: requiredText(4000) })
        .optional(),
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
  'fulfil-duty': body(z.strictObject({ duty: officeKey, proof: z.uuid() }), (b) => b),
};

type ClosedLaneOperation = Extract<
  RunnableOperation,
  `review/${string}` | `investigation/${string}` | 'fulfil-duty'
>;
