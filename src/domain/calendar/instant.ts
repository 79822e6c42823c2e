import { type EpochDay, type IsoDate, toIsoDate } from './epoch-day.ts';
import { parseTypedDay } from './parse-typed-day.ts';
import { type Zone, zoneOffsetHours } from './zone.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The calendar date that the clocks of the zone show at this instant. */
export function localDay(instant: EpochMs, zone: Zone): EpochDay {
  return Math.floor((instant + zoneOffsetHours(zone) * HOUR_MS) / DAY_MS);
}

/** The same as text, "2023-04-28". */
export function localDate(instant: EpochMs, zone: Zone): IsoDate {
  return toIsoDate(localDay(instant, zone));
}

/** Milliseconds since local midnight, 0 … 86 399 999. */
export function msOfLocalDay(instant: EpochMs, zone: Zone): number {
  const local = instant + zoneOffsetHours(zone) * HOUR_MS;
  return local - Math.floor(local / DAY_MS) * DAY_MS;
}

/** The instant of 00.00 of that date in the zone. */
export function startOfDay(day: EpochDay, zone: Zone): EpochMs {
  return day * DAY_MS - zoneOffsetHours(zone) * HOUR_MS;
}

/** `2023-04-28T16:30:00+08:00`; fractions of a second are cut off. */
export function toIsoInstant(instant: EpochMs, zone: Zone): string {
  return isoText(localDay(instant, zone), msOfLocalDay(instant, zone), zone);
}

/**
 * Like `toIsoInstant`, but midnight is written as the end of the day before (`2022-10-10T24:00:00+07:00`,
 * ISO 8601 and ECMAScript read it as the same instant), so that the date of a limit stays the date that
 * people are told.
 */
export function toIsoDue(instant: EpochMs, zone: Zone): string {
  const ms = msOfLocalDay(instant, zone);
  const day = localDay(instant, zone);
  return ms === 0 ? isoText(day - 1, DAY_MS, zone) : isoText(day, ms, zone);
}

/**
 * Reads `2023-04-17T10:00:00+08:00`, `…Z`, or without an offset as the zone's own time; seconds are optional,
 * a date alone is its 00.00. `null` for anything else, for dates, hours and offsets that do not exist, and for years
 * that are not accepted.
 */
export function parseInstant(text: string, zone: Zone): EpochMs | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  const day = parseTypedDay(match?.[1] ?? '');
  if (match === null || day === null) return null;
  const hours = Number(match[2] ?? 0);
  const minutes = Number(match[3] ?? 0);
  const seconds = Number(match[4] ?? 0);
  const ms = Number((match[5] ?? '0').padEnd(3, '0'));
  const afterMidnight = hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000 + ms;
  const offset = offsetMs(match[6], zone);
  if (offset === null || minutes > 59 || seconds > 59 || afterMidnight > DAY_MS) return null;
  return day * DAY_MS + afterMidnight - offset;
}

/** ISO 8601 and ECMAScript: an offset is a time of day. */
function offsetMs(written: string | undefined, zone: Zone): number | null {
  if (written === undefined) return zoneOffsetHours(zone) * HOUR_MS;
  if (written === 'Z') return 0;
  const sign = written.startsWith('-') ? -1 : 1;
  const [hours, minutes] = [Number(written.slice(1, 3)), Number(written.slice(-2))];
  return hours > 23 || minutes > 59 ? null : sign * (hours * HOUR_MS + minutes * MINUTE_MS);
}

function isoText(day: EpochDay, ms: number, zone: Zone): string {
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const time = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return `${toIsoDate(day)}T${time}+0${zoneOffsetHours(zone)}:00`;
}
