import { readFileSync } from 'node:fs';
import type { Calendar, OfficeSchedule, ReferenceCalendar } from '../src/domain/calendar/calendar.ts';
import { compileCalendar } from '../src/domain/calendar/compile-calendar.ts';
import { type EpochMs, parseInstant } from '../src/domain/calendar/instant.ts';
import type { Limit } from '../src/domain/calendar/limit.ts';
import { parseHolidays } from '../src/domain/calendar/parse-holidays.ts';
import { parseLimit } from '../src/domain/calendar/parse-limit.ts';
import { parseRamadan } from '../src/domain/calendar/parse-ramadan.ts';
import type { Zone } from '../src/domain/calendar/zone.ts';
import { defaultSchedule } from './default-schedule.ts';

interface CalendarOptions {
  readonly zone?: Zone;
  /** `2025-08-06` or an instant; everything announced up to it is known. */
  readonly asOf?: string;
  /** Laid over the default schedule of the zone. */
  readonly schedule?: Partial<OfficeSchedule>;
  readonly place?: string;
}

export const referenceCalendar: ReferenceCalendar = {
  holidays: readReference('holidays.csv', parseHolidays),
  ramadan: readReference('ramadan.csv', parseRamadan),
};

/** The real days off of 2022–2027 with the default hours, unless told otherwise. */
export function anOfficeCalendar(options: CalendarOptions = {}): Calendar {
  const { zone = 'Asia/Makassar', asOf = '2026-11-22', schedule = {}, place } = options;
  return compileCalendar({
    reference: referenceCalendar,
    schedule: { ...defaultSchedule(zone), ...schedule },
    asOf: at(asOf, zone),
    ...(place === undefined ? {} : { place }),
  });
}

/** Throws on text that is no instant, so that a misspelt test fails as such. */
export function at(text: string, zone: Zone = 'Asia/Makassar'): EpochMs {
  const instant = parseInstant(text, zone);
  if (instant === null) throw new Error(`Not an instant: ${text}`);
  return instant;
}

export function aLimit(text: string): Limit {
  const result = parseLimit(text);
  if (!result.ok) throw new Error(`Not a limit: ${text}`);
  return result.limit;
}

function readReference<Row>(
  file: string,
  parse: (
    text: string,
  ) =>
    | { readonly ok: true; readonly rows: readonly Row[] }
    | { readonly ok: false; readonly errors: readonly { readonly line: number; readonly message: string }[] },
): readonly Row[] {
  const result = parse(readFileSync(new URL(`../db/reference/${file}`, import.meta.url), 'utf8'));
  if (result.ok) return result.rows;
  throw new Error(result.errors.map((error) => `${file}:${error.line} ${error.message}`).join('\n'));
}
