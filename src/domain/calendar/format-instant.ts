import type { Language } from './day-names.ts';
import { toIsoDate } from './epoch-day.ts';
import { formatDate } from './format-date.ts';
import { DAY_MS, type EpochMs, HOUR_MS, localDay, MINUTE_MS, msOfLocalDay } from './instant.ts';
import { type Zone, zoneAbbreviation } from './zone.ts';

/**
 * An instant as people are told it, in the office's zone.
 *
 * @example formatInstant(at, 'Asia/Makassar') // "Kamis, 27 April 2023 pukul 16.00 WITA"
 */
export function formatInstant(at: EpochMs, zone: Zone, language: Language = 'id'): string {
  return words(localDay(at, zone), msOfLocalDay(at, zone), zone, language);
}

/** The same for the end of a limit: 00.00 is told as 24.00 of the day that ends (rule 14). */
export function formatDue(at: EpochMs, zone: Zone, language: Language = 'id'): string {
  const ms = msOfLocalDay(at, zone);
  const day = localDay(at, zone);
  return ms === 0 ? words(day - 1, DAY_MS, zone, language) : words(day, ms, zone, language);
}

function words(day: number, ms: number, zone: Zone, language: Language): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(ms / HOUR_MS))}.${two(Math.floor(ms / MINUTE_MS) % 60)}`;
  const date = formatDate(toIsoDate(day), 'weekday', language);
  return `${date} ${language === 'id' ? 'pukul ' : ''}${clock} ${zoneAbbreviation(zone)}`;
}
