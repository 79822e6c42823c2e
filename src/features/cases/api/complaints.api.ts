import type { Context, Handler } from 'hono';
import { toIsoDue, toIsoInstant } from '../../../domain/calendar/instant.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { jsonResponse } from '../../../platform/http/json-response.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { actingAs } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { idempotencyKey } from '../doors/idempotency-key.ts';
import { edgeProblem, refusalProblem } from '../doors/problems.ts';
import { readJson } from '../doors/read-json.ts';
import { findTokenWork } from '../doors/token-work.ts';
import { complaintSchema } from '../intake/complaint.schema.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { speaksOf, writeComplaint, writeDeskAnswer } from '../intake/write-complaint.ts';
import { findUnknownRecords } from '../store/named-records.read.ts';

/** `POST /api/v1/offices/{office}/complaints` (contract). */
export function postComplaint(desk: CasePagesDesk): Handler {
  return async (c) => {
    const now = desk.clock();
    const office = await desk.offices.bySlug(c.req.param('office') ?? '', now);
    if (office === undefined) return edgeProblem(c, 'office-unknown');
    const sender = await senderOf(c, desk, office);
    if (sender instanceof Response) return sender;
    const read = await readJson(c, complaintSchema);
    if (!read.ok) return read.problem;
    const unknown = await findUnknownRecords(desk.pool, office.officeId, sender, read.data);
    if (unknown.length > 0) {
      return edgeProblem(c, 'validation-failed', fieldSentences(unknown, wordsOf('id')));
    }
    const key = idempotencyKey(c);
    if (key instanceof Response) return key;
    const answer = writeDeskAnswer(read.data);
    const taken = await intakeComplaint(
      desk.cases,
      {
        office,
        actor: sender,
        command: writeComplaint(read.data),
        ...(answer === undefined ? {} : { answer }),
        idempotency: key === null ? null : { key, body: read.text },
      },
      now,
    );
    if (!taken.ok) return refusalProblem(c, taken, speaksOf(read.data, now));
    const { ticket, ticketSecret, receivedAt, due, registerNumber } = taken.answer;
    const body = {
      ticket,
      ticketSecret,
      receivedAt: toIsoInstant(Date.parse(receivedAt), office.zone),
      due: due.map(({ from: _, ...one }) => ({
        ...one,
        dueAt: one.dueAt === null ? null : toIsoDue(Date.parse(one.dueAt), office.zone),
      })),
      registerNumber,
    };
    return jsonResponse(body, 201, { location: `/api/v1/complaints/${ticket}` });
  };
}

/** A token of this office, or the public, which is counted by its address. */
async function senderOf(c: Context, desk: CasePagesDesk, office: Office): Promise<CaseActor | Response> {
  if (c.req.header('authorization') === undefined) {
    return desk.intakeLimit.take(desk.clientAddress(c), desk.clock())
      ? PUBLIC_ACTOR
      : edgeProblem(c, 'too-many-requests');
  }
  const work = await findTokenWork(c, desk);
  if (work === null) return edgeProblem(c, 'unauthenticated');
  if (work.office.officeId !== office.officeId) return edgeProblem(c, 'other-office');
  return actingAs(work, 'intake');
}
