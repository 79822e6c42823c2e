import { z } from '@hono/zod-openapi';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { CLOCKS, CLOSED_BY, OUTCOMES } from '../../../domain/complaint/vocabulary.ts';
import { isUndecided } from '../../../domain/people/may.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import {
  bookNumber,
  day,
  fewWords,
  instant,
  officeKey,
  plainText,
  recordId,
  requiredText,
  utc,
} from '../doors/plain-text.schema.ts';
import { ANSWER_BODIES } from './answer-bodies.ts';
import { about, classBeside, classSaid, derivedAxes, kind, service, twoChoices } from './class-fields.ts';
import { CLOSED_LANE_BODIES } from './closed-lane-bodies.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { asked } from './form-field.ts';
import { mergeSchema, unmergeSchema } from './join.schema.ts';
import {
  attachments,
  body,
  channel,
  defined,
  later,
  type OperationBody,
  outsideBody,
  owner,
  pending,
  pendingOf,
  proof,
  reason,
  text,
  time,
  unit,
  yes,
} from './operation-body.schema.ts';

/** A value of `correct`: nothing chosen leaves it as it is. */
const UNCHANGED = { none: 'field.no-change' } as const;

/** One line an operation: the schema of its body, and the command that comes of it. */
export const OPERATION_BODIES: { readonly [O in RunnableOperation]: OperationBody<O> } = {
  register: body(z.strictObject({}), () => ({})),
  verify: body(
    z.strictObject({
      completeness: asked(z.enum(['complete', 'incomplete']), { start: () => 'complete' }),
      missing: z.array(fewWords).max(30).default([]),
      authority: z.enum(['own', 'other']).default('own'),
      text: reason,
      ...classBeside,
      reason: asked(reason, { whenRefused: true }),
      ...later,
    }),
    ({ completeness, authority, missing, text: found, reason: why, at, lateEntryReason, ...b }, keep) => {
      const said = classSaid(b);
      const classify = said === undefined ? {} : { classify: { ...said, reason: keep.text('reason', why) } };
      return {
        ...{ completeness, authority, missing: missing.map((one) => keep.text('note', one)) },
        text: keep.text('reply', found),
        ...classify,
        ...time({ at, lateEntryReason }, keep),
      };
    },
  ),
  acknowledge: body(z.strictObject({ channel: channel.optional(), text: reason, ...later }), (b, keep) => ({
    channel: b.channel ?? null,
    text: keep.text('message', b.text),
    ...time(b, keep),
  })),
  classify: body(
    z.strictObject({
      kind: asked(kind, { start: (state) => state.kind }).optional(),
      ...twoChoices,
      ...derivedAxes,
      reason,
      ...later,
    }),
    ({ kind: another, reason: why, at, lateEntryReason, ...b }, keep) => ({
      ...defined({ kind: another }),
      ...classSaid(b),
      reason: keep.text('reason', why),
      ...time({ at, lateEntryReason }, keep),
    }),
  ),
  forward: body(
    z.strictObject({ toRole: asked(officeKey, { list: 'roles' }).optional(), ...later }),
    (b, keep) => ({
      ...defined({ toRole: b.toRole }),
      ...time(b, keep),
    }),
  ),
  dispose: body(
    z.strictObject({
      unit,
      otherUnits: asked(z.array(officeKey).max(20), { list: 'units' }).default([]),
      owner,
      instructions: reason,
      ...later,
    }),
    (b, keep) => ({
      unit: b.unit,
      otherUnits: b.otherUnits,
      owner: b.owner ?? null,
      instructions: keep.text('instructions', b.instructions),
      ...time(b, keep),
    }),
  ),
  'hand-over': body(
    z.strictObject({ toUnit: asked(officeKey, { list: 'other-units' }), owner, reason, ...later }),
    (b, keep) => ({
      toUnit: b.toUnit,
      owner: b.owner ?? null,
      reason: keep.text('reason', b.reason),
      ...time(b, keep),
    }),
  ),
  'change-owner': body(z.strictObject({ owner, reason }), (b, keep) => ({
    owner: b.owner ?? null,
    reason: keep.text('reason', b.reason),
  })),
  'follow-up': body(
    z.strictObject({
      entry: z
        .enum(['note', 'field-check', 'shelter', 'aid', 'coordination', 'evidence', 'safe-handover'])
        .default('note'),
      text,
      place: asked(plainText(200), { list: 'places' }).optional(),
      peopleHelped: z.int().min(0).max(1_000_000).optional(),
      attachments,
      ...later,
    }),
    (b, keep) => ({
      entry: b.entry,
      text: keep.text('entry', b.text),
      place: b.place || null,
      peopleHelped: b.peopleHelped ?? null,
      attachments: b.attachments,
      ...time(b, keep),
    }),
  ),
  ask: body(
    z.strictObject({
      text,
      to: z.enum(['complainant', 'body']).default('complainant'),
      body: outsideBody.optional(),
      pauses: asked(z.array(z.enum(CLOCKS)).max(CLOCKS.length), { list: 'pausable-clocks' }).default([]),
      ...later,
    }),
    (b, keep) => ({
      to: b.to,
      body: b.body ?? null,
      text: keep.text('question', b.text),
      pauses: [...new Set(b.pauses)],
      ...time(b, keep),
    }),
  ),
  reply: body(
    z.strictObject({
      text,
      from: z.enum(['complainant', 'body']).default('complainant'),
      body: outsideBody.optional(),
      attachments,
      ...later,
    }),
    (b, keep) => ({
      from: b.from,
      body: b.body ?? null,
      text: keep.text('reply', b.text),
      attachments: b.attachments,
      ...time(b, keep),
    }),
  ),
  'send-message': body(
    z.strictObject({ text, channel: asked(channel, { start: (state) => state.channel }), proof, ...later }),
    (b, keep) => ({
      channel: b.channel,
      text: keep.text('message', b.text),
      proof: b.proof ?? null,
      ...time(b, keep),
    }),
  ),
  ...ANSWER_BODIES,
  close: body(
    z.strictObject({
      outcome: asked(z.enum(OUTCOMES), { list: 'closing-outcomes' }),
      narrative: reason,
      closedBy: z.enum(CLOSED_BY).default('office'),
      ...pending,
      ...later,
    }),
    (b, keep) => ({
      outcome: b.outcome,
      closedBy: b.closedBy,
      pending: pendingOf(b),
      narrative: keep.text('narrative', b.narrative),
      ...time(b, keep),
    }),
  ),
  confirm: body(z.strictObject({ ...later }), (b, keep) => time(b, keep)),
  reopen: body(z.strictObject({ reason }), (b, keep) => ({ reason: keep.text('reason', b.reason) })),
  withdraw: body(z.strictObject({ reason, deemed: yes, ...later }), (b, keep) => ({
    reason: keep.text('reason', b.reason),
    deemed: b.deemed,
    ...time(b, keep),
  })),
  archive: body(
    z.strictObject({
      outcome: asked(z.enum(['archived-invalid', 'archived-duplicate']), { words: 'field.archive.' }),
      reason,
      ...later,
    }),
    (b, keep) => ({
      outcome: b.outcome,
      reason: keep.text('reason', b.reason),
      ...time(b, keep),
    }),
  ),
  correct: body(
    z.strictObject({
      kind: asked(kind, UNCHANGED).optional(),
      service: asked(service, UNCHANGED).nullish(),
      about: asked(about, UNCHANGED).nullish(),
      place: asked(plainText(100), { list: 'places', ...UNCHANGED }).nullish(),
      channel: asked(channel, UNCHANGED).optional(),
      receivedAt: instant.optional(),
      occurredOn: day.nullish(),
      sourceNumber: bookNumber.nullish(),
      text: plainText(LONGEST_TEXT).optional(),
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
      mark: asked(z.enum(['urgent', 'protected', 'restricted', 'anonymous', 'secret']), { words: 'mark.' }),
      on: z.boolean().default(true),
      reason,
    }),
    (b, keep) => ({ mark: b.mark, on: b.on, reason: keep.text('reason', b.reason) }),
  ),
  // Nobody named: whoever takes it in hand has it (rule 5).
  'accept-urgent': body(
    z.strictObject({ owner: asked(recordId, { list: 'staff', none: 'form.myself' }).optional() }),
    (b) => defined({ owner: b.owner }),
  ),
  'settle-respondent': body(
    z.strictObject({
      respondent: asked(z.int().min(1), {
        list: 'respondents',
        start: ({ people: { respondents } }) =>
          respondents.length === 1 ? '1' : String(respondents.findIndex(isUndecided) + 1),
      }).optional(),
      staff: asked(z.array(recordId).max(20), { list: 'staff' }).default([]),
      notStaff: yes,
      reason,
    }),
    (b, keep) => ({
      ...defined({ respondent: b.respondent }),
      staff: b.staff,
      notStaff: b.notStaff,
      reason: keep.text('reason', b.reason),
    }),
  ),
  'set-safe-contact': body(z.strictObject({ text: requiredText(500) }), (b, keep) => ({
    text: keep.text('safe-contact', b.text),
  })),
  'extend-request': body(z.strictObject({}), () => ({})),
  'take-to-ombudsman': body(
    z.strictObject({
      returned: asked(z.boolean(), {
        start: ({ marks }) => (marks.atOmbudsman ? 'ya' : 'tidak'),
        control: 'yes-no',
      }),
      reference: bookNumber.optional(),
      ...later,
    }),
    (b, keep) => ({ returned: b.returned, reference: b.reference || null, ...time(b, keep) }),
  ),
  object: body(z.strictObject({ text, ...later }), (b, keep) => ({
    text: keep.text('entry', b.text),
    ...time(b, keep),
  })),
  'read-back': body(
    z.strictObject({
      way: asked(z.enum(['signed', 'thumb-printed', 'by-phone']), { words: 'counter.read-back-' }),
      scan: proof,
      ...later,
    }),
    (b, keep) => ({ way: b.way, scan: b.scan ?? null, ...time(b, keep) }),
  ),
  ...CLOSED_LANE_BODIES,
  file: body(
    z.strictObject({ box: bookNumber.optional(), classification: bookNumber.optional(), ...later }),
    (b, keep) => ({
      box: b.box || null,
      classification: b.classification || null,
      ...time(b, keep),
    }),
  ),
};

/** The body of every operation and act on a case: what the API takes and the case page asks. */
export function operationSchema(operation: CaseOperation): z.ZodObject {
  if (operation === 'merge') return mergeSchema;
  return operation === 'unmerge' ? unmergeSchema : OPERATION_BODIES[operation].schema;
}

/** What a complainant may do himself with the secret of his ticket (contract). */
export const BY_SECRET: ReadonlySet<string> = new Set<RunnableOperation>([
  'confirm',
  'reopen',
  'withdraw',
  'reply',
]);

export function isCaseOperation(word: string): word is CaseOperation {
  return word === 'merge' || word === 'unmerge' || isRunnableOperation(word);
}

function isRunnableOperation(word: string): word is RunnableOperation {
  return Object.hasOwn(OPERATION_BODIES, word);
}
