import { localDate, localDay, MINUTE_MS } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
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

/**
 * What is complained of had happened when it was told: a day after the receipt is refused, or after its month where that
 * is all that is known of it; never one after today (rule 1).
 */
export function happenedAhead(
  on: Day | null,
  receipt: CaseState['ownReceipt'],
  now: Instant,
  zone: Context['calendar']['zone'],
): Refused | null {
  if (on === null) return null;
  const dayOf = (at: Instant): Day => localDate(instantMs(at), zone);
  const known = dayOf(receipt.at).slice(0, receipt.precision === 'month' ? 'YYYY-MM'.length : undefined);
  const told = on.slice(0, known.length) <= known && on <= dayOf(now);
  return told ? null : refuse({ refusal: 'happened-in-future', on });
}
