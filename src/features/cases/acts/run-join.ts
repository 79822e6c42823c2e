import type { CaseDesk } from '../doors/case-desk.ts';
import { normalTicket } from '../store/ticket.ts';
import { joinSchema } from './join.schema.ts';
import { type JoinRequest, joinCases } from './join-cases.ts';
import type { BodyResult } from './run-body.ts';

export type JoinBodyRequest = Omit<JoinRequest, 'into' | 'reason'> & {
  /** The body as it came; judged here. */
  readonly body: unknown;
};

/** Judges the body, then merges or unmerges. The one way in for the pages' forms and for the API. */
export async function runJoin(
  desk: CaseDesk,
  { body, ...request }: JoinBodyRequest,
  now: number,
): Promise<BodyResult> {
  const parsed = joinSchema.safeParse(body, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const into = parsed.data.into === undefined ? null : normalTicket(parsed.data.into);
  if (parsed.data.into !== undefined && into === null) return { ok: false, refusal: 'case-not-found' };
  const target = into === null ? {} : { into: { ticket: into } };
  return joinCases(desk, { ...request, reason: parsed.data.reason, ...target }, now);
}
