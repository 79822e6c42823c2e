import type { ClientBase } from 'pg';
import type { AccountId, ComplaintEvent } from '../../../domain/complaint/event.ts';
import {
  agreedRequest,
  isGuarded,
  needsSecondPerson,
  openRequests,
} from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { may } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { readOneHand } from '../../people/one-hand.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { type CaseRef, type LoadedCase, lockCase } from '../store/load-case.read.ts';
import { isAloneAbove, readThoseAbove } from '../store/those-above.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { type Keeper, openKeeper } from '../vault/keeper.ts';
import { type OpenedPerson, readPeople } from '../vault/read-people.ts';

export type OpenPersonRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly identityId: string;
  readonly reason: string;
  readonly actor: CaseActor;
};
export type AgreeRequest = Omit<OpenPersonRequest, 'reason'> & {
  /** Account of the colleague who asked. */
  readonly asker: string;
  /** Id of the reason that was read: agreement is to it. */
  readonly reason: string;
};

export type OpenPersonResult =
  | { readonly ok: true; readonly opened: OpenedPerson }
  /** Rule 32: written down as a request; a second person must agree before it opens. */
  | { readonly ok: true; readonly opened: null }
  | OpenPersonRefused;
type OpenPersonRefused = { readonly ok: false; readonly refusal: OpenPersonRefusal };
export type OpenPersonRefusal =
  /** Missing, or not for this reader: one answer. */
  | 'case-not-found'
  | 'identity-not-found'
  | 'identity-erased'
  | 'identity-not-permitted'
  | 'nothing-asked'
  /** Rule 32: these two accounts are not two persons for sure. */
  | 'one-hand'
  | 'reason-required';

/**
 * Opens one identity with a permission and a reason (design law 5, rule 32). That it was opened stands in the access
 * log and in the case's history before anybody sees it. Of an anonymous, secret or restricted case it opens once a
 * second person has agreed, for the reason agreed to, whatever is written then; until then the request is written
 * down. Refuses where one hand can move both accounts (decision 0025). `now` in milliseconds.
 */
export function openPerson(
  desk: CaseDesk,
  request: OpenPersonRequest,
  now: number,
): Promise<OpenPersonResult> {
  const { office, actor, identityId } = request;
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const loaded = await loadFor(tx, desk, request, 'identity/open');
    if ('refusal' in loaded) return loaded;
    const at = timeOf(request, loaded, now);
    const agreed = agreedRequest(loaded.events, identityId, actor.account, at);
    if (await isOneHand(tx, desk.keyring, office, actor.account, agreed?.agreedBy ?? null, now))
      return refuse('one-hand');
    const { officeId } = office;
    const { caseId } = loaded;
    const keeper = openKeeper(desk.keyring, { officeId, caseId }, desk.newId);
    const reason = agreed?.reason ?? keeper.text('reason', request.reason.trim() || null);
    if (reason === null) return refuse('reason-required');
    const people = await readPeople(tx, desk.keyring, officeId, caseId);
    const found = people.find((one) => one.identityId === identityId);
    if (found === undefined) return refuse('identity-not-found');
    if (found.person === null) return refuse('identity-erased');
    const opens = agreed !== null || (await opensAlone(tx, desk.keyring, request, loaded, now));
    const type = opens ? 'identity-opened' : 'identity-opening-asked';
    await append(tx, desk, request, loaded, { type, at, identity: identityId, reason }, keeper);
    if (!opens) return { ok: true, opened: null };
    await logAccess(tx, officeId, {
      accessId: desk.newId(),
      at: now,
      actor,
      action: 'identity-opened',
      caseId,
      identityId,
      reason,
    });
    return { ok: true, opened: found };
  });
}

/** The second person agrees that a colleague opens an identity once, within a day (rule 32). `now` in milliseconds. */
export function agreeToOpening(
  desk: CaseDesk,
  request: AgreeRequest,
  now: number,
): Promise<{ readonly ok: true } | OpenPersonRefused> {
  const { office, actor, identityId, asker, reason } = request;
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const loaded = await loadFor(tx, desk, request, 'identity/approve');
    if ('refusal' in loaded) return loaded;
    const at = timeOf(request, loaded, now);
    const waits = openRequests(loaded.events, at).some(
      (one) =>
        one.identity === identityId && one.asker === asker && one.reason === reason && one.agreedAt === null,
    );
    if (!waits || actor.account === null || actor.account === asker) return refuse('nothing-asked');
    if (await isOneHand(tx, desk.keyring, office, asker, actor.account, now)) return refuse('one-hand');
    const agreed = { type: 'identity-opening-agreed', at, identity: identityId, asker, reason } as const;
    await append(tx, desk, request, loaded, agreed, null);
    return { ok: true };
  });
}

/** Asked when somebody agrees and again when it opens: a password may have been made for either in between. */
async function isOneHand(
  tx: ClientBase,
  keyring: Keyring,
  { officeId }: Office,
  asker: AccountId | null,
  second: AccountId | null,
  now: number,
): Promise<boolean> {
  return asker !== null && second !== null && readOneHand(tx, keyring, officeId, asker, second, now);
}

/** Where the office has no second person, who would settle the terlapor alone also reads whom to call (decision 0025). */
async function opensAlone(
  tx: ClientBase,
  keyring: Keyring,
  { office, actor }: About,
  { head: { state } }: LoadedCase,
  now: number,
): Promise<boolean> {
  if (!needsSecondPerson(state)) return true;
  if (isGuarded(state)) return false;
  const above = await readThoseAbove(tx, keyring, office, now);
  return isAloneAbove(tx, keyring, office, actor.account, { state, above }, now);
}

type About = Pick<OpenPersonRequest, 'office' | 'ref' | 'actor'>;

async function loadFor(
  tx: ClientBase,
  { keyring }: CaseDesk,
  { office, ref, actor }: About,
  permission: 'identity/open' | 'identity/approve',
): Promise<LoadedCase | OpenPersonRefused> {
  const loaded = await lockCase(tx, keyring, office.officeId, ref);
  if (loaded === null) return refuse('case-not-found');
  if (!may(actor, permission)) return refuse('identity-not-permitted');
  return may(actor, permission, loaded.head.state) ? loaded : refuse('case-not-found');
}

/** Nothing is recorded before what it follows. */
function timeOf({ office, actor }: About, { changedAt }: LoadedCase, now: number): string {
  return contextOf(office, actor, Math.max(now, Date.parse(changedAt))).now;
}

function append(
  tx: ClientBase,
  { keyring }: CaseDesk,
  { office, actor }: About,
  loaded: LoadedCase,
  event: ComplaintEvent,
  keeper: Keeper | null,
) {
  return appendToCase(tx, keyring, office, loaded, { events: [event], actor, recordedAt: event.at, keeper });
}

function refuse(refusal: OpenPersonRefusal): OpenPersonRefused {
  return { ok: false, refusal };
}
