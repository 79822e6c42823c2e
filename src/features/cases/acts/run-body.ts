import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { findUnknownRecords } from '../store/named-records.read.ts';
import type { RunnableOperation } from './decide-operation.ts';
import { OPERATION_BODIES } from './operation-bodies.ts';
import { type OperationResult, runOperation } from './run-operation.ts';

export type BodyRequest<O extends RunnableOperation = RunnableOperation> = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly operation: O;
  /** The body as it came; judged here by the operation's schema. */
  readonly body: unknown;
  readonly actor: CaseActor;
  readonly expectedVersion: number | null;
  readonly idempotency: { readonly key: string; readonly body: string } | null;
};
type Issue = ReturnType<(typeof OPERATION_BODIES)['file']['read']> & { readonly ok: false };

export type BodyResult = OperationResult | { readonly ok: false; readonly issues: Issue['issues'] };

/** Judges the body, then runs the operation. The one way in for the pages' forms and for the API. */
export async function runBody<O extends RunnableOperation>(
  desk: CaseDesk,
  request: BodyRequest<O>,
  now: number,
): Promise<BodyResult> {
  const read = OPERATION_BODIES[request.operation].read(request.body);
  if (!read.ok) return read;
  const { office, ref, actor } = request;
  const unknown = await findUnknownRecords(desk.pool, office.officeId, actor, request.body);
  if (unknown.length > 0) return { ok: false, issues: [...unknown] };
  const { operation, expectedVersion, idempotency } = request;
  return runOperation(
    desk,
    { office, ref, operation, command: read.write, actor, expectedVersion, idempotency },
    now,
  );
}
