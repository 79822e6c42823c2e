import { decideMerge, decideUnmerge } from '../../../domain/complaint/decide-merge.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import type { CaseId, ComplaintEvent } from '../../../domain/complaint/event.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { keepAnswer } from '../doors/kept-answer.ts';
import { type CaseRef, findCase, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { openKeeper } from '../vault/keeper.ts';
import { appendToCase } from './append-to-case.ts';
import { answerOf, type MeetRequest, meetCase } from './meet-case.ts';
import type { OperationResult } from './run-operation.ts';
import { underItsRole } from './under-its-role.ts';

export type JoinRequest = MeetRequest & {
  readonly ref: CaseRef;
  /** The case that this one is to live on in; left out for `unmerge`, which knows it. */
  readonly into?: CaseRef;
  readonly operation: 'merge' | 'unmerge';
  readonly reason: string;
};

/**
 * Merges a case into another, or takes that back: the entries of both in one commit (rule 38). Both rows are locked
 * in the order of their ids, so that two joins never wait for each other. `now` in milliseconds. Refuses as the core
 * does, and with `case-not-found`, `version-conflict`, `idempotency-key-reused`, `answer-erased`.
 */
export function joinCases(desk: CaseDesk, request: JoinRequest, now: number): Promise<OperationResult> {
  const { office } = request;
  return withOffice(desk.pool, office.officeId, (tx) => joinInTransaction(tx, desk, request, now), {
    retries: 2,
  });
}

async function joinInTransaction(
  tx: Tx,
  desk: CaseDesk,
  request: JoinRequest,
  now: number,
): Promise<OperationResult> {
  const { office } = request;
  const { keyring } = desk;
  const pair = await lockPair(tx, keyring, request);
  if (pair === null) return { ok: false, refusal: 'case-not-found' };
  const { self, other } = pair;
  const met = await meetCase(tx, keyring, request, [self, other], now);
  if (!met.goesOn) return met.result;
  const { kept } = met;
  const keeper = openKeeper(keyring, { officeId: office.officeId, caseId: self.caseId }, desk.newId);
  const actor = underItsRole(request.actor, request.operation, office, self.head.state);
  const latest = Math.max(now, Date.parse(self.changedAt), Date.parse(other.changedAt));
  const context = contextOf(office, actor, latest);
  const decided = decide(request, self, other, keeper.text('reason', request.reason), context);
  if (!decided.ok) return decided;
  const append = (loaded: LoadedCase, events: readonly ComplaintEvent[], own: boolean) =>
    appendToCase(tx, keyring, office, loaded, {
      events,
      actor,
      recordedAt: context.now,
      keeper: own ? keeper : null,
    });
  const state = await append(self, decided.events, true);
  await append(other, decided.other, false);
  const answer = answerOf(self.caseId, state);
  if (kept !== null) await keepAnswer(tx, keyring, office.officeId, self.caseId, kept, answer, now);
  return { ok: true, answer, repeated: false };
}

function decide(
  { operation }: JoinRequest,
  self: LoadedCase,
  other: LoadedCase,
  reason: string | null,
  context: ReturnType<typeof contextOf>,
):
  | {
      readonly ok: true;
      readonly events: readonly ComplaintEvent[];
      readonly other: readonly ComplaintEvent[];
    }
  | Refused {
  const { state } = self.head;
  return operation === 'merge'
    ? decideMerge(state, other.head.state, { self: self.caseId, into: other.caseId, reason }, context)
    : decideUnmerge(state, other.head.state, { self: self.caseId, reason }, context);
}

async function lockPair(
  tx: Tx,
  keyring: Keyring,
  { office, ref, into, operation }: JoinRequest,
): Promise<{ readonly self: LoadedCase; readonly other: LoadedCase } | null> {
  const { officeId } = office;
  const seen = await findCase(tx, keyring, officeId, ref);
  const target = into === undefined ? null : await findCase(tx, keyring, officeId, into);
  const selfId = seen?.caseId;
  const otherId: CaseId | null | undefined =
    operation === 'merge' ? target?.caseId : (seen?.head.state.mergedInto ?? selfId);
  if (selfId === undefined || otherId == null) return null;
  const locked = new Map<string, LoadedCase>();
  for (const caseId of [...new Set([selfId, otherId])].sort()) {
    const loaded = await lockCase(tx, keyring, officeId, { caseId });
    if (loaded === null) return null;
    locked.set(caseId, loaded);
  }
  const [self, other] = [locked.get(selfId), locked.get(otherId)];
  return self === undefined || other === undefined ? null : { self, other };
}
