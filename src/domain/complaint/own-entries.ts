import { DAY_MS } from '../calendar/instant.ts';
import { type Refused, refuse } from './decision.ts';
import type { Instant, RecordedEvent } from './event.ts';
import { instantMs } from './instant-ms.ts';

/**
 * Replies, and apart from them reopenings, that a complainant may write to his case within a day, and as long as nobody of
 * the staff has written anything to it: many replies do not let the window pass in which he may reopen.
 */
export const MOST_A_DAY = 10;
export const MOST_UNANSWERED = 100;

/**
 * Whoever knows one ticket could fill the store with messages, and each reader's page with them; nobody writes so many who
 * waits for an answer. Null = he may write.
 */
export function tooManyOwnEntries(
  history: readonly RecordedEvent[],
  type: 'replied' | 'reopened',
  now: Instant,
): Refused | null {
  const own = history.filter(({ actor, event }) => actor.by === 'complainant' && event.type === type);
  const today = own.filter(({ recordedAt }) => instantMs(now) - instantMs(recordedAt) < DAY_MS);
  const reacted = history.findLast(({ actor }) => actor.by === 'staff' || actor.by === 'token')?.seq ?? 0;
  const unanswered = own.filter(({ seq }) => seq > reacted);
  return today.length >= MOST_A_DAY || unanswered.length >= MOST_UNANSWERED
    ? refuse({ refusal: 'too-many-own-entries' })
    : null;
}
