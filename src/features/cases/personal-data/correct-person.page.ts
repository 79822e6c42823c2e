import { z } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import { REPORTER_ROLES } from '../../../domain/complaint/vocabulary.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { wordsFor } from '../../offices/public-desk.ts';
import { actingAs, staffPage } from '../../people/staff-desk.tsx';
import { showCase } from '../case-page/case.page.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { actOnce, keyOfForm } from '../doors/idempotency-key.ts';
import { plainText } from '../doors/plain-text.schema.ts';
import { refusalAnswer } from '../doors/refusal-answers.ts';
import { concernSchema, reporterSchema, respondentSchema } from '../intake/complaint.schema.ts';
import { formErrors } from '../intake/form-errors.ts';
import { findUnknownRecords } from '../store/named-records.read.ts';
import { normalTicket } from '../store/ticket.ts';
import { correctPerson } from './correct-person.ts';

const schema = z
  .object({
    ...concernSchema.shape,
    ...respondentSchema.omit({ unit: true }).shape,
    ...reporterSchema.shape,
    as: z.enum(REPORTER_ROLES).default('self'),
    part: z.enum(['reporter', 'concern', 'respondent']),
    reason: plainText(4000).optional(),
  })
  .refine(
    ({ part, staffId, name, phone, email, nik }) =>
      [name, phone, email, nik].some(Boolean) || (part === 'respondent' && staffId !== undefined),
    { path: ['name'], error: 'person-unnamed' },
  );

/** `POST /petugas/kasus/{ticket}/orang/{identity}`: data of a person mended, or (`baru`) somebody added (rule 11). */
export function sendCorrectPerson(desk: CasePagesDesk): Handler {
  return staffPage(desk, ['correct'], async (c, work) => {
    const words = wordsFor(c);
    const ticket = normalTicket(c.req.param('ticket') ?? '') ?? '';
    const identity = c.req.param('identity') ?? '';
    const values = (await readForm(c))?.values ?? {};
    const { version, idempotencyKey, ...typed } = values;
    const operation = `orang-${identity}`;
    const parsed = schema.safeParse(typed, { reportInput: true });
    if (!parsed.success) {
      const errors = formErrors(fieldSentences(parsed.error.issues, words));
      return showCase(c, desk, work, { failed: { operation, errors, values }, status: 422 });
    }
    const unknown = await findUnknownRecords(desk.pool, work.office.officeId, work.actor, parsed.data);
    if (unknown.length > 0) {
      const errors = formErrors(fieldSentences(unknown, words));
      return showCase(c, desk, work, { failed: { operation, errors, values }, status: 422 });
    }
    const { part, as, reason, staffId = null, ...person } = parsed.data;
    const request = {
      office: work.office,
      ref: { ticket },
      actor: actingAs(work, 'correct'),
      correction: { part, as, reason, person, staffId, identityId: identity === 'baru' ? null : identity },
      expectedVersion: Number(version) || 0,
    };
    const body = JSON.stringify(typed);
    const result = await actOnce(keyOfForm(idempotencyKey), (key) =>
      correctPerson(desk.cases, { ...request, idempotency: { key, body } }, desk.clock()),
    );
    if (result.ok) return seeOther(`/petugas/kasus/${ticket}?selesai=correct`);
    const answer = refusalAnswer(result, words);
    const errors = { [answer.field ?? '']: answer.sentence };
    return showCase(c, desk, work, { failed: { operation, errors, values }, status: answer.status });
  });
}
