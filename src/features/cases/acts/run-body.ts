import type { z } from '@hono/zod-openapi';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { findUnknownRecords } from '../store/named-records.read.ts';
import { normalTicket } from '../store/ticket.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { mergeSchema, unmergeSchema } from './join.schema.ts';
import { joinCases } from './join-cases.ts';
import { OPERATION_BODIES } from './operation-bodies.ts';
import { type OperationResult, runOperation } from './run-operation.ts';

export type BodyRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly operation: CaseOperation;
  /** The body as it came; judged here by the operation's schema. */
  readonly body: unknown;
  readonly actor: CaseActor;
  /** Why he does it for an absent holder (rule 23); asked of people only. */
  readonly insteadOf?: { readonly reason: string } | null;
  readonly expectedVersion: number | null;
  readonly idempotency: { readonly key: string; readonly body: string } | null;
};

export type BodyResult = OperationResult | { readonly ok: false; readonly issues: z.core.$ZodIssue[] };

/** Judges the body, then runs the operation. The one way in for the pages' forms and for the API. */
export function runBody(desk: CaseDesk, request: BodyRequest, now: number): Promise<BodyResult> {
  const { operation } = request;
  if (operation === 'merge') return merge(desk, request, now);
  return operation === 'unmerge' ? unmerge(desk, request, now) : runOne(desk, request, operation, now);
}

async function runOne<O extends RunnableOperation>(
  desk: CaseDesk,
  request: BodyRequest,
  operation: O,
  now: number,
): Promise<BodyResult> {
  const read = OPERATION_BODIES[operation].read(request.body);
  if (!read.ok) return read;
  const { office, actor, body, ...rest } = request;
  const field = actor.by === 'complainant' ? fieldOfStaff(body) : undefined;
  if (field !== undefined) return { ok: false, refusal: 'staff-field', field };
  const unknown = await findUnknownRecords(desk.pool, office.officeId, actor, body);
  if (unknown.length > 0) return { ok: false, issues: [...unknown] };
  return runOperation(desk, { ...rest, office, actor, operation, body: read.body, command: read.write }, now);
}

/**
 * What a complainant does is done when it comes in: only staff write down afterwards (rule 1), and a time of his own
 * choice could end a late case before its limit (rule 36).
 */
function fieldOfStaff(body: unknown): string | undefined {
  const named = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  return named.find((field) => field === 'at' || field === 'lateEntryReason');
}

async function merge(desk: CaseDesk, request: BodyRequest, now: number): Promise<BodyResult> {
  const parsed = mergeSchema.safeParse(request.body, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const ticket = normalTicket(parsed.data.into ?? '');
  if (ticket === null) return { ok: false, refusal: 'case-not-found' };
  const { reason } = parsed.data;
  return joinCases(desk, { ...request, operation: 'merge', reason, into: { ticket } }, now);
}

async function unmerge(desk: CaseDesk, request: BodyRequest, now: number): Promise<BodyResult> {
  const parsed = unmergeSchema.safeParse(request.body, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  return joinCases(desk, { ...request, operation: 'unmerge', ...parsed.data }, now);
}
