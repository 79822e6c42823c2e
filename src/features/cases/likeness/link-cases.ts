import { decideLink, decideUnlink } from '../../../domain/complaint/decide-link.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import { isShutOut } from '../../../domain/complaint/gate.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { underItsRole } from '../acts/under-its-role.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import type { StoreRefused } from '../doors/store-refused.ts';
import { type CaseRef, findCase, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { putInGroup, takeOutOfGroup } from './likeness.store.ts';

export type LinkRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly other: CaseRef;
  readonly actor: CaseActor;
};
export type LinkResult = { readonly ok: true } | Refused | StoreRefused;

const NOT_FOUND: LinkResult = { ok: false, refusal: 'case-not-found' };

/**
 * Makes two cases one rombongan (rule 3), the entries of both in one commit, locked in the order of their ids. Refuses as
 * `decideLink` does, and with `case-not-found`. `now` in milliseconds.
 */
export function linkCases(desk: CaseDesk, request: LinkRequest, now: number): Promise<LinkResult> {
  const { office } = request;
  return withOffice(desk.pool, office.officeId, (tx) => link(tx, desk, request, now), { retries: 2 });
}

async function link(tx: Tx, desk: CaseDesk, request: LinkRequest, now: number): Promise<LinkResult> {
  const { office, ref, other: otherRef, actor } = request;
  const { officeId } = office;
  const seen = await Promise.all([ref, otherRef].map((one) => findCase(tx, desk.keyring, officeId, one)));
  const ids = seen.flatMap((one) => one?.caseId ?? []);
  const locked = new Map<string, LoadedCase>();
  for (const caseId of [...new Set(ids)].sort()) {
    const loaded = await lockCase(tx, desk.keyring, officeId, { caseId });
    if (loaded !== null) locked.set(caseId, loaded);
  }
  const [self, other] = [locked.get(ids[0] ?? ''), locked.get(ids[1] ?? '')];
  if (self === undefined || other === undefined) return NOT_FOUND;
  // Whoever one of them is not there for learns nothing of it (rules 6, 27, 28).
  if ([self, other].some(({ head }) => isShutOut(head.state, 'merge', actor))) return NOT_FOUND;
  const latest = Math.max(now, Date.parse(self.changedAt), Date.parse(other.changedAt));
  const acting = underItsRole(actor, 'merge', office, self.head.state);
  const context = contextOf(office, acting, latest);
  const begun = { group: desk.newId(), isSame: self.caseId === other.caseId };
  const decided = decideLink(self.head.state, other.head.state, begun, context);
  if (!decided.ok) return decided;
  const act = { actor: acting, recordedAt: context.now, keeper: null };
  let group = begun.group;
  for (const [loaded, events] of [
    [self, decided.events],
    [other, decided.other],
  ] as const) {
    const state =
      events.length === 0
        ? loaded.head.state
        : await appendToCase(tx, desk.keyring, office, loaded, { ...act, events });
    group = state.group ?? group;
  }
  await putInGroup(tx, officeId, group, [self.caseId, other.caseId]);
  return { ok: true };
}

/** Takes a case out of its rombongan. Refuses as `decideUnlink` does, and with `case-not-found`. `now` in milliseconds. */
export function unlinkCase(
  desk: CaseDesk,
  { office, ref, actor }: Omit<LinkRequest, 'other'>,
  now: number,
): Promise<LinkResult> {
  return withOffice(
    desk.pool,
    office.officeId,
    async (tx): Promise<LinkResult> => {
      const loaded = await lockCase(tx, desk.keyring, office.officeId, ref);
      if (loaded === null || isShutOut(loaded.head.state, 'merge', actor)) return NOT_FOUND;
      const acting = underItsRole(actor, 'merge', office, loaded.head.state);
      const context = contextOf(office, acting, Math.max(now, Date.parse(loaded.changedAt)));
      const decided = decideUnlink(loaded.head.state, context);
      if (!decided.ok) return decided;
      const act = { events: decided.events, actor: acting, recordedAt: context.now, keeper: null };
      await appendToCase(tx, desk.keyring, office, loaded, act);
      await takeOutOfGroup(tx, office.officeId, loaded.caseId);
      return { ok: true };
    },
    { retries: 2 },
  );
}
