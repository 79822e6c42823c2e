import { z } from '@hono/zod-openapi';
import {
  ANSWER_WAYS,
  CHANNELS,
  CLOSED_BY,
  KINDS,
  OUTCOMES,
  SEVERITIES,
} from '../../../domain/complaint/vocabulary.ts';
import {
  bookNumber,
  day,
  fewWords,
  instant,
  officeKey,
  plainText,
  requiredText,
  utc,
} from '../doors/plain-text.schema.ts';
import { CLOSED_LANE_BODIES } from './closed-lane-bodies.ts';
import type { RunnableOperation } from './decide-operation.ts';
import {
  account,
  answerGiven,
  at,
  body,
  defined,
  given,
  type OperationBody,
  pending,
  pendingOf,
  reason,
  text,
  time,
  yes,
} from './operation-body.schema.ts';

/** One line an operation: the schema of its body, and the command that comes of it. */
export const OPERATION_BODIES: { readonly [O in RunnableOperation]: OperationBody<O> } = {
  register: body(z.strictObject({}), () => ({})),
  verify: body(
    z.strictObject({
      completeness: z.enum(['complete', 'incomplete']),
      authority: z.enum(['own', 'other']).default('own'),
      missing: z.array(fewWords).max(30).default([]),
      text: reason,
      at,
    }),
    (b, keep) => ({
      completeness: b.completeness,
      authority: b.authority,
      missing: b.missing.map((one) => keep.text('note', one)),
      text: keep.text('reply', b.text),
      ...time(b),
    }),
  ),
  acknowledge: body(
    z.strictObject({ channel: z.enum(CHANNELS).optional(), text: reason, at }),
    (b, keep) => ({
      channel: b.channel ?? null,
      text: keep.text('message', b.text),
      ...time(b),
    }),
  ),
  classify: body(
    z.strictObject({
      kind: z.enum(KINDS).optional(),
      service: officeKey.nullish(),
      about: officeKey.nullish(),
      severity: z.enum(SEVERITIES).nullish(),
      oversight: z.boolean().optional(),
      form: z.enum(['a', 'b', 'c']).nullish(),
      deviation: z.enum(['informatif', 'penyimpangan']).nullish(),
      at,
    }),
    ({ about, at: _, ...b }, _keep, whole) => ({
      ...defined(b),
      ...(about === undefined ? {} : { category: about }),
      ...time(whole),
    }),
  ),
  forward: body(z.strictObject({ toRole: officeKey.optional(), at }), (b) => ({
    ...defined({ toRole: b.toRole }),
    ...time(b),
  })),
  dispose: body(
    z.strictObject({
      unit: officeKey,
      otherUnits: z.array(officeKey).max(20).default([]),
      owner: account.optional(),
      instructions: reason,
      at,
    }),
    (b, keep) => ({
      unit: b.unit,
      otherUnits: b.otherUnits,
      owner: b.owner ?? null,
      instructions: keep.text('instructions', b.instructions),
      ...time(b),
    }),
  ),
  'hand-over': body(
    z.strictObject({ toUnit: officeKey, owner: account.optional(), reason, at }),
    (b, keep) => ({
      toUnit: b.toUnit,
      owner: b.owner ?? null,
      reason: keep.text('reason', b.reason),
      ...time(b),
    }),
  ),
  'follow-up': body(
    z.strictObject({
      entry: z
        .enum(['note', 'field-check', 'shelter', 'aid', 'coordination', 'evidence', 'safe-handover'])
        .default('note'),
      text,
      place: plainText(200).optional(),
      peopleHelped: z.int().min(0).max(1_000_000).optional(),
      attachments: z.array(z.uuid()).max(10).default([]),
      at,
    }),
    (b, keep) => ({
      entry: b.entry,
      text: keep.text('entry', b.text),
      place: b.place || null,
      peopleHelped: b.peopleHelped ?? null,
      attachments: b.attachments,
      ...time(b),
    }),
  ),
  ask: body(
    z.strictObject({
      to: z.enum(['complainant', 'body']).default('complainant'),
      body: officeKey.optional(),
      text,
      at,
    }),
    (b, keep) => ({ to: b.to, body: b.body ?? null, text: keep.text('question', b.text), ...time(b) }),
  ),
  reply: body(
    z.strictObject({ from: z.enum(['complainant', 'body']).default('complainant'), text, at }),
    (b, keep) => ({
      from: b.from,
      text: keep.text('reply', b.text),
      ...time(b),
    }),
  ),
  'submit-answer': body(
    z.strictObject({ text, attachments: z.array(z.uuid()).max(10).default([]), at }),
    (b, keep) => ({
      text: keep.text('draft-answer', b.text),
      attachments: b.attachments,
      ...time(b),
    }),
  ),
  'return-answer': body(z.strictObject({ reason }), (b, keep) => ({ reason: keep.text('reason', b.reason) })),
  'approve-answer': body(z.strictObject({}), () => ({})),
  answer: body(
    z.strictObject({ text: plainText(20_000).optional(), ...given, templateConfirmed: yes, at }),
    (b, keep) => {
      const written = keep.text('answer', b.text);
      return {
        ...(written === null ? {} : { text: written }),
        ...answerGiven(b, keep),
        templateConfirmed: b.templateConfirmed,
        ...time(b),
      };
    },
  ),
  'answer-at-desk': body(
    z.strictObject({
      text,
      ...given,
      outcome: z.enum(OUTCOMES),
      severity: z.enum(SEVERITIES).nullish(),
      ...pending,
      narrative: reason,
      at,
    }),
    (b, keep) => ({
      text: keep.text('answer', b.text),
      ...answerGiven(b, keep),
      outcome: b.outcome,
      severity: b.severity ?? null,
      pending: pendingOf(b),
      narrative: keep.text('narrative', b.narrative),
      ...time(b),
    }),
  ),
  'acknowledge-desk-answer': body(z.strictObject({}), () => ({})),
  close: body(
    z.strictObject({
      outcome: z.enum(OUTCOMES),
      closedBy: z.enum(CLOSED_BY).default('office'),
      ...pending,
      narrative: reason,
      at,
    }),
    (b, keep) => ({
      outcome: b.outcome,
      closedBy: b.closedBy,
      pending: pendingOf(b),
      narrative: keep.text('narrative', b.narrative),
      ...time(b),
    }),
  ),
  confirm: body(z.strictObject({ at }), (b) => time(b)),
  reopen: body(z.strictObject({ reason }), (b, keep) => ({ reason: keep.text('reason', b.reason) })),
  refer: body(
    z.strictObject({
      way: z.enum(['directed', 'forwarded', 'transferred']),
      body: officeKey,
      text: plainText(20_000).optional(),
      reference: bookNumber.optional(),
      answerWay: z.enum(ANSWER_WAYS).optional(),
      lateEntryReason: reason,
      at,
    }),
    (b, keep) => {
      const written = keep.text('message', b.text);
      const told =
        b.way === 'directed' && written !== null
          ? {
              text: written,
              way: b.answerWay ?? 'oral',
              lateEntryReason: keep.text('reason', b.lateEntryReason),
            }
          : null;
      return {
        way: b.way,
        body: b.body,
        text: written,
        reference: b.reference || null,
        answer: told,
        ...time(b),
      };
    },
  ),
  'confirm-transfer': body(
    z.strictObject({
      reference: bookNumber.optional(),
      text: plainText(20_000).optional(),
      answerWay: z.enum(ANSWER_WAYS).optional(),
      lateEntryReason: reason,
      narrative: reason,
      at,
    }),
    (b, keep) => {
      const written = keep.text('answer', b.text);
      return {
        reference: b.reference || null,
        answer:
          written === null
            ? null
            : {
                text: written,
                way: b.answerWay ?? 'oral',
                lateEntryReason: keep.text('reason', b.lateEntryReason),
              },
        narrative: keep.text('narrative', b.narrative),
        ...time(b),
      };
    },
  ),
  'prove-notice': body(z.strictObject({ notice: z.enum(['incomplete', 'answer']), at }), (b) => ({
    notice: b.notice,
    ...time(b),
  })),
  withdraw: body(z.strictObject({ reason, deemed: yes, lateEntryReason: reason, at }), (b, keep) => ({
    reason: keep.text('reason', b.reason),
    deemed: b.deemed,
    lateEntryReason: keep.text('reason', b.lateEntryReason),
    ...time(b),
  })),
  archive: body(
    z.strictObject({
      outcome: z.enum(['archived-invalid', 'archived-duplicate']),
      reason,
      lateEntryReason: reason,
      at,
    }),
    (b, keep) => ({
      outcome: b.outcome,
      reason: keep.text('reason', b.reason),
      lateEntryReason: keep.text('reason', b.lateEntryReason),
      ...time(b),
    }),
  ),
  correct: body(
    z.strictObject({
      kind: z.enum(KINDS).optional(),
      channel: z.enum(CHANNELS).optional(),
      service: officeKey.nullish(),
      about: officeKey.nullish(),
      place: plainText(100).nullish(),
      receivedAt: instant.optional(),
      occurredOn: day.nullish(),
      sourceNumber: bookNumber.nullish(),
      text: plainText(20_000).optional(),
      reason,
    }),
    (b, keep) => {
      const matter = keep.text('matter', b.text);
      return {
        changes: {
          ...defined({
            kind: b.kind,
            channel: b.channel,
            service: b.service,
            place: b.place,
            sourceNumber: b.sourceNumber,
          }),
          ...(b.about === undefined ? {} : { category: b.about }),
          ...(b.receivedAt === undefined
            ? {}
            : { receivedAt: utc(b.receivedAt), precision: 'instant' as const }),
          ...(b.occurredOn === undefined ? {} : { happenedOn: b.occurredOn }),
          ...(matter === null ? {} : { matter }),
        },
        reason: keep.text('reason', b.reason),
      };
    },
  ),
  cancel: body(z.strictObject({ reason }), (b, keep) => ({ reason: keep.text('reason', b.reason) })),
  mark: body(
    z.strictObject({
      mark: z.enum(['urgent', 'protected', 'restricted', 'anonymous', 'secret']),
      on: z.boolean().default(true),
      reason,
    }),
    (b, keep) => ({ mark: b.mark, on: b.on, reason: keep.text('reason', b.reason) }),
  ),
  'accept-urgent': body(z.strictObject({ owner: account.optional() }), (b) => ({ owner: b.owner ?? null })),
  'set-safe-contact': body(z.strictObject({ text: requiredText(500) }), (b, keep) => ({
    text: keep.text('safe-contact', b.text),
  })),
  ...CLOSED_LANE_BODIES,
  file: body(
    z.strictObject({ box: bookNumber.optional(), classification: bookNumber.optional(), at }),
    (b) => ({
      box: b.box || null,
      classification: b.classification || null,
      ...time(b),
    }),
  ),
};

/** What a complainant may do himself with the secret of his ticket (contract). */
export const BY_SECRET: ReadonlySet<string> = new Set<RunnableOperation>([
  'confirm',
  'reopen',
  'withdraw',
  'reply',
]);

export function isRunnableOperation(word: string): word is RunnableOperation {
  return Object.hasOwn(OPERATION_BODIES, word);
}
