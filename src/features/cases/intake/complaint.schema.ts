import { z } from '@hono/zod-openapi';
import {
  CHANNELS,
  KINDS,
  REPORTER_ROLES,
  SEVERITIES,
  WORKS_HERE,
} from '../../../domain/complaint/vocabulary.ts';
import { LONGEST_TEXT } from '../../../platform/http/request-limits.ts';
import { deskAnswer } from '../acts/answer-bodies.ts';
import { later } from '../acts/operation-body.schema.ts';
import {
  bookNumber,
  day,
  instant,
  officeKey,
  plainText,
  recordId,
  requiredText,
} from '../doors/plain-text.schema.ts';

const phone = plainText(60).regex(/^[0-9+()\s./-]{5,60}$/, { error: 'invalid-phone' });
const email = plainText(200).regex(/^[^\s@]+@[^\s@]+$/, { error: 'invalid-email' });
const nik = plainText(40).regex(/^(?:[\s.-]*\d){16}[\s.-]*$/, { error: 'invalid-nik' });

export const reporterSchema = z.strictObject({
  name: plainText(200).optional(),
  phone: phone.optional(),
  email: email.optional(),
  address: plainText(500).optional(),
  nik: nik.optional(),
  as: z.enum(REPORTER_ROLES).default('self'),
});
export const concernSchema = z.strictObject({
  name: plainText(200).optional(),
  nik: nik.optional(),
  phone: phone.optional(),
  relation: plainText(100).optional(),
});
export const respondentSchema = z.strictObject({
  staffId: recordId.optional(),
  name: plainText(200).optional(),
  position: plainText(200).optional(),
  unit: officeKey.optional(),
  worksHere: z.enum(WORKS_HERE).optional(),
});

/** As on a case that stands, but that its people have no ids yet. */
const { toldTo: _, form: __, deviation: ___, ...answeredThere } = deskAnswer;

/** A complaint as it is sent (contract). The form of the public, the counter and the API all pass through here. */
export const complaintSchema = z
  .strictObject({
    channel: z.enum(CHANNELS),
    kind: z.enum(KINDS).default('pengaduan'),
    text: requiredText(LONGEST_TEXT),
    reporters: z.array(reporterSchema).max(50).default([]),
    concerns: z.array(concernSchema).max(50).default([]),
    respondents: z.array(respondentSchema).max(20).default([]),
    pastFrontOffice: z.boolean().default(false),
    about: officeKey.optional(),
    anonymous: z.boolean().default(false),
    secret: z.boolean().default(false),
    urgent: z.boolean().default(false),
    safeContact: plainText(500).optional(),
    occurredOn: day.optional(),
    place: plainText(100).optional(),
    service: officeKey.optional(),
    attachments: z.array(recordId).max(10).default([]),
    receivedAt: instant.optional(),
    receivedBy: recordId.optional(),
    lateEntryReason: plainText(1000).optional(),
    sourceNumber: bookNumber.optional(),
    protected: z.boolean().default(false),
    // Changed by whoever may classify; left out, service and matter tell by the office's rules (rule 22).
    severity: z.enum(SEVERITIES).optional(),
    form: z.enum(['a', 'b', 'c']).optional(),
    deviation: z.enum(['informatif', 'penyimpangan']).optional(),
    oversight: z.boolean().optional(),
    answeredAtDesk: z.strictObject({ ...answeredThere, at: later.at }).optional(),
  })
  .openapi('Complaint');

export type ComplaintBody = z.infer<typeof complaintSchema>;

export const dueSchema = z
  .object({
    clock: z.string(),
    limit: z.string(),
    dueAt: z.string().nullable(),
    basis: z.string(),
    waiting: z.literal('calendar').nullable(),
  })
  .openapi('Due');

export const complaintReceiptSchema = z
  .object({
    ticket: z.string(),
    ticketSecret: z.string(),
    receivedAt: z.string(),
    due: z.array(dueSchema),
    registerNumber: z.string().nullable(),
  })
  .openapi('ComplaintReceipt');
