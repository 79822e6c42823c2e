import { toIsoDate } from '../calendar/epoch-day.ts';
import { localDay } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { instantMs } from './instant-ms.ts';

/**
 * Whether the complaint came more than 30 days after the service (UU 25/2009 ps. 42 ayat 2): it is accepted and marked
 * (rule 19). Of what is known now, so that it follows a corrected day or receipt.
 */
export function isOlderThanThirtyDays(
  { happenedOn, receivedAt }: Pick<CaseState, 'happenedOn' | 'receivedAt'>,
  zone: Context['calendar']['zone'],
): boolean {
  return happenedOn !== null && happenedOn < toIsoDate(localDay(instantMs(receivedAt), zone) - 30);
}
