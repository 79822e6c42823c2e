import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { may } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { readPeople } from '../case-page/read-case.read.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { type CaseRef, lockCase } from '../store/load-case.read.ts';
import { logAccess } from './access-log.store.ts';
import { openKeeper } from './keeper.ts';
import type { Person } from './person.ts';

export type OpenPersonRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly identityId: string;
  readonly reason: string;
  readonly actor: CaseActor;
  /** The second person, for anonymous, secret and restricted cases (rule 32); somebody else than the first. */
  readonly approver: CaseActor | null;
};

export type OpenPersonResult =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly refusal: OpenPersonRefusal };
export type OpenPersonRefusal =
  /** Missing, or not for this reader: one answer. */
  | 'case-not-found'
  | 'identity-not-found'
  | 'identity-erased'
  | 'identity-not-permitted'
  | 'second-person-required'
  | 'reason-required';

/**
 * Opens one identity with a permission and a reason (design law 5, rule 32). That it was opened stands in the access
 * log and in the case's history before anybody sees it. `now` in milliseconds.
 */
export function openPerson(
  desk: CaseDesk,
  request: OpenPersonRequest,
  now: number,
): Promise<OpenPersonResult> {
  const { office, actor, identityId } = request;
  const { keyring, newId } = desk;
  const refuse = (refusal: OpenPersonRefusal) => ({ ok: false, refusal }) as const;
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const loaded = await lockCase(tx, office.officeId, request.ref);
    if (loaded === null) return refuse('case-not-found');
    const { state } = loaded.head;
    if (!may(actor, 'identity/open')) return refuse('identity-not-permitted');
    if (!may(actor, 'identity/open', state)) return refuse('case-not-found');
    const keeper = openKeeper(keyring, office.officeId, newId);
    const reason = keeper.text('reason', request.reason.trim() || null);
    if (reason === null) return refuse('reason-required');
    const { anonymous, secret, restricted } = state.marks;
    if ((anonymous || secret || restricted) && !isSecondPerson(request))
      return refuse('second-person-required');
    const found = (await readPeople(tx, keyring, office.officeId, loaded.caseId)).find(
      (one) => one.identityId === identityId,
    );
    if (found === undefined) return refuse('identity-not-found');
    if (found.person === null) return refuse('identity-erased');
    const context = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
    await appendToCase(tx, keyring, office, loaded, {
      events: [{ type: 'identity-opened', at: context.now, identity: identityId, reason }],
      actor,
      recordedAt: context.now,
      keeper,
    });
    await logAccess(tx, office.officeId, {
      accessId: newId(),
      at: now,
      actor,
      action: 'identity-opened',
      caseId: loaded.caseId,
      identityId,
      reason,
    });
    return { ok: true, person: found.person };
  });
}

function isSecondPerson({ actor, approver }: OpenPersonRequest): boolean {
  if (approver === null || approver.account === null || approver.account === actor.account) return false;
  return approver.may.has('identity/approve');
}
