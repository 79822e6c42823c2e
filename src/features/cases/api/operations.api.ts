import type { Context, Handler } from 'hono';
import { type CaseActor, COMPLAINANT_ACTOR } from '../../../domain/people/case-actor.ts';
import { isPermission } from '../../../domain/people/permissions.ts';
import { jsonResponse } from '../../../platform/http/json-response.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { actingAs } from '../../people/staff-desk.tsx';
import { BY_SECRET, isCaseOperation, operationSchema } from '../acts/operation-bodies.ts';
import { runBody } from '../acts/run-body.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { fieldSentences } from '../doors/field-sentences.ts';
import { idempotencyKey } from '../doors/idempotency-key.ts';
import { edgeProblem, refusalProblem } from '../doors/problems.ts';
import { readJsonValue } from '../doors/read-json.ts';
import { findTokenWork } from '../doors/token-work.ts';
import { openBySecret } from '../public/open-by-secret.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { normalTicket } from '../store/ticket.ts';

const words = wordsOf('id');

type Caller = { readonly office: Office; readonly ref: CaseRef; readonly actor: CaseActor };

/** `POST /api/v1/complaints/{ticket}/{operation}`: token, or the ticket's secret for what is the complainant's. */
export function postOperation(desk: CasePagesDesk): Handler {
  return (c) => {
    const [first = '', second] = [c.req.param('operation'), c.req.param('part')];
    return operate(c, desk, second === undefined ? first : `${first}/${second}`);
  };
}

/** `POST /api/v1/complaints/{ticket}/messages`: the complainant's reply; by token what he said to somebody. */
export function postMessage(desk: CasePagesDesk): Handler {
  return (c) => operate(c, desk, 'reply');
}

async function operate(c: Context, desk: CasePagesDesk, operation: string): Promise<Response> {
  if (!isCaseOperation(operation)) return edgeProblem(c, 'operation-unknown');
  const caller = await findCaller(c, desk, operation);
  if (caller instanceof Response) return caller;
  const version = expectedVersion(c);
  if (version instanceof Response) return version;
  const read = await readJsonValue(c);
  if (!read.ok) return read.problem;
  const key = idempotencyKey(c);
  if (key instanceof Response) return key;
  const idempotency = key === null ? null : { key, body: read.text };
  const call = { ...caller, expectedVersion: version, idempotency };
  const result = await runBody(desk.cases, { ...call, operation, body: read.value }, desk.clock());
  if (result.ok) {
    const { ticket, status, registerNumber } = result.answer;
    const answer = { ticket, version: result.answer.version, status, registerNumber };
    return jsonResponse(answer, 200, { etag: `"${answer.version}"` });
  }
  if ('issues' in result) return edgeProblem(c, 'validation-failed', fieldSentences(result.issues, words));
  const { shape } = operationSchema(operation);
  return refusalProblem(c, result, (field) => Object.hasOwn(shape, field.split('.')[0] ?? ''));
}

/** Whoever sends no token must know the secret; both failures are the same 404 as a missing ticket. */
async function findCaller(c: Context, desk: CasePagesDesk, operation: string): Promise<Caller | Response> {
  const ticket = normalTicket(c.req.param('ticket') ?? '');
  const secret = c.req.header('x-ticket-secret');
  if (c.req.header('authorization') !== undefined) {
    const work = await findTokenWork(c, desk);
    if (work === null) return edgeProblem(c, 'unauthenticated');
    if (ticket === null) return edgeProblem(c, 'ticket-unknown');
    const actor = isPermission(operation) ? actingAs(work, operation) : work.actor;
    return { office: work.office, ref: { ticket }, actor };
  }
  if (secret === undefined || !BY_SECRET.has(operation)) return edgeProblem(c, 'unauthenticated');
  const tracked = await openBySecret(desk, desk.clientAddress(c), { ticket: ticket ?? '', secret });
  if (tracked === 'slow') return edgeProblem(c, 'too-many-requests');
  if (tracked === null) return edgeProblem(c, 'ticket-unknown');
  if (!desk.intakeLimit.take(desk.clientAddress(c), desk.clock())) return edgeProblem(c, 'too-many-requests');
  return { office: tracked.office, ref: { caseId: tracked.caseId }, actor: COMPLAINANT_ACTOR };
}

/** `If-Match: "7"`; left out or `*` = whatever stands. */
function expectedVersion(c: Context): number | null | Response {
  const header = c.req.header('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  return edgeProblem(c, 'validation-failed', [{ field: 'If-Match', message: words('api.if-match') }]);
}
