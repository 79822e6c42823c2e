import { HOUR_MS } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
import type { AccountId, IdentityId, Instant, RecordedEvent, TextId } from './event.ts';
import { instantMs } from './instant-ms.ts';

/** An agreement opens once, within this time: afterwards what was agreed to may have changed. */
export const CONSENT_HOURS = 24;

export type OpeningRequest = {
  readonly identity: IdentityId;
  readonly asker: AccountId;
  readonly reason: TextId;
  readonly askedAt: Instant;
  /** Null while nobody has agreed. */
  readonly agreedAt: Instant | null;
};

/** Rule 32: what takes a second person, also after one person took the mark away. */
export function needsSecondPerson({ marks, everGuarded }: CaseState): boolean {
  return marks.anonymous || marks.secret || marks.restricted || everGuarded === true;
}

/**
 * What was asked for and not yet used, the latest of each account and identity: opening uses an agreement up, a new
 * request takes the place of the former, an agreement that is older than a day is gone.
 */
export function openRequests(history: readonly RecordedEvent[], now: Instant): readonly OpeningRequest[] {
  const open = new Map<string, OpeningRequest>();
  for (const { event, actor } of history) {
    if (event.type === 'identity-opening-asked' && actor.account !== null) {
      const { identity, reason, at } = event;
      const asker = actor.account;
      open.set(`${identity} ${asker}`, { identity, asker, reason, askedAt: at, agreedAt: null });
    } else if (event.type === 'identity-opening-agreed') {
      const asked = open.get(`${event.identity} ${event.asker}`);
      if (asked !== undefined && actor.account !== event.asker) {
        open.set(`${event.identity} ${event.asker}`, { ...asked, agreedAt: event.at });
      }
    } else if (event.type === 'identity-opened') {
      open.delete(`${event.identity} ${actor.account}`);
    }
  }
  return [...open.values()].filter(
    ({ agreedAt }) => agreedAt === null || instantMs(now) - instantMs(agreedAt) <= CONSENT_HOURS * HOUR_MS,
  );
}

/** Whether a second person has agreed that this account opens this identity. */
export function hasConsent(
  history: readonly RecordedEvent[],
  identity: IdentityId,
  asker: AccountId | null,
  now: Instant,
): boolean {
  return openRequests(history, now).some(
    (one) => one.identity === identity && one.asker === asker && one.agreedAt !== null,
  );
}
