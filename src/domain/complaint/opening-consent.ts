import { DAY_MS, HOUR_MS } from '../calendar/instant.ts';
import { awaitsRespondent } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { AccountId, IdentityId, Instant, RecordedEvent, TextId } from './event.ts';
import { instantMs } from './instant-ms.ts';

/** An agreement opens once, within this time: afterwards what was agreed to may have changed. */
export const CONSENT_HOURS = 24;
/** A request that nobody agreed to by then is gone: whoever still needs it asks again. */
const REQUEST_DAYS = 7;

export type OpeningRequest = {
  readonly identity: IdentityId;
  readonly asker: AccountId;
  readonly reason: TextId;
  readonly askedAt: Instant;
  /** Null while nobody has agreed. */
  readonly agreedAt: Instant | null;
  readonly agreedBy: AccountId | null;
};

/**
 * Rule 32: what takes a second person, also after one person took the mark away. And rule 28: as long as nobody has said
 * who the terlapor is, he may be whoever would read how the complainant is reached.
 */
export function needsSecondPerson(state: CaseState): boolean {
  return isGuarded(state) || awaitsRespondent(state);
}

/** By its own marks, whoever is complained of. */
export function isGuarded({ marks, everGuarded }: CaseState): boolean {
  return marks.anonymous || marks.secret || marks.restricted || everGuarded === true;
}

/**
 * What was asked for and not yet used, the latest of each account and identity: opening uses an agreement up, a new
 * request takes the place of the former, an agreement is to the reason that was read. A request is gone after seven
 * days, an agreement after one.
 */
export function openRequests(history: readonly RecordedEvent[], now: Instant): readonly OpeningRequest[] {
  const open = new Map<string, OpeningRequest>();
  for (const { event, actor } of history) {
    if (event.type === 'identity-opening-asked' && actor.account !== null) {
      const { identity, reason, at } = event;
      const asker = actor.account;
      open.set(`${identity} ${asker}`, {
        identity,
        asker,
        reason,
        askedAt: at,
        agreedAt: null,
        agreedBy: null,
      });
    } else if (event.type === 'identity-opening-agreed') {
      const asked = open.get(`${event.identity} ${event.asker}`);
      if (asked?.reason === event.reason && actor.account !== event.asker) {
        open.set(`${event.identity} ${event.asker}`, {
          ...asked,
          agreedAt: event.at,
          agreedBy: actor.account,
        });
      }
    } else if (event.type === 'identity-opened') {
      open.delete(`${event.identity} ${actor.account}`);
    }
  }
  return [...open.values()].filter(({ askedAt, agreedAt }) =>
    agreedAt === null
      ? instantMs(now) - instantMs(askedAt) <= REQUEST_DAYS * DAY_MS
      : instantMs(now) - instantMs(agreedAt) <= CONSENT_HOURS * HOUR_MS,
  );
}

/** The request of this account for this identity that a second person has agreed to, or null. */
export function agreedRequest(
  history: readonly RecordedEvent[],
  identity: IdentityId,
  asker: AccountId | null,
  now: Instant,
): OpeningRequest | null {
  const wanted = (one: OpeningRequest): boolean => one.identity === identity && one.asker === asker;
  return openRequests(history, now).find((one) => wanted(one) && one.agreedAt !== null) ?? null;
}

/**
 * Whether this account has opened each of these people within the hours that an agreement holds: who has been let to know
 * them may look, so long, at the papers and files that show them (rule 32). Of nobody there is nothing that was opened.
 */
export function openedLately(
  history: readonly RecordedEvent[],
  people: readonly IdentityId[],
  account: AccountId | null,
  now: Instant,
): boolean {
  const opened = new Set(
    history.flatMap(({ event, actor }) =>
      event.type === 'identity-opened' &&
      actor.account === account &&
      instantMs(now) - instantMs(event.at) <= CONSENT_HOURS * HOUR_MS
        ? [event.identity]
        : [],
    ),
  );
  return account !== null && people.length > 0 && people.every((one) => opened.has(one));
}
