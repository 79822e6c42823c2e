import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Words } from '../../../platform/words/words.ts';

/** When a case was received, no more exactly than it is known: an old register tells the day, or the month only. */
export function receivedWords(
  { receivedAt, precision }: Pick<CaseState, 'receivedAt' | 'precision'>,
  zone: Zone,
  { language }: Words,
): string {
  const at = Date.parse(receivedAt);
  if (precision === 'instant') return formatInstant(at, zone, language);
  return formatDate(localDate(at, zone), precision === 'day' ? 'weekday' : 'month', language);
}
