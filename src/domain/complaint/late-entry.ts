import { toIsoDate } from '../calendar/epoch-day.ts';
import { localDay, MINUTE_MS } from '../calendar/instant.ts';
import type { Context } from './context.ts';
import { type Refused, refuse } from './decision.ts';
import type { Day, Instant } from './event.ts';
import { instantMs } from './instant-ms.ts';

/** Writing down what is being told takes its time; beyond this an earlier time is a late entry (rule 1). */
const WRITING_DOWN_MS = 10 * MINUTE_MS;

/** Whether what was done at `at` and is written down at `now` is a late entry, which asks for its reason. */
export function isLateEntry(at: Instant, now: Instant, zone: Context['calendar']['zone']): boolean {
  const [done, record] = [instantMs(at), instantMs(now)];
  return record - done > WRITING_DOWN_MS || localDay(done, zone) !== localDay(record, zone);
}

/** What is complained of has happened: a day after today is refused (rule 1). */
export function happenedAhead(
  on: Day | null,
  now: Instant,
  zone: Context['calendar']['zone'],
): Refused | null {
  if (on === null || on <= toIsoDate(localDay(instantMs(now), zone))) return null;
  return refuse({ refusal: 'happened-in-future', on });
}
