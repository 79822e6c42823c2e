import { MONTH_NAMES, WEEKDAY_NAMES } from '../calendar/day-names.ts';
import { daysInMonth, epochDayOf, parseIsoDate, toIsoDate, weekdayIndex } from '../calendar/epoch-day.ts';
import { editDistance } from './similar-text.ts';

const WEEKDAY_SHORT = ['sen', 'sel', 'rab', 'kam', 'jum', 'sab', 'min'];
const WEEKDAY_OTHER: ReadonlyMap<string, number> = new Map([
  ['ahad', 7],
  ['jumaat', 5],
  ['jum', 5],
  ['rebo', 3],
]);
const MONTH_SHORT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    jan: 1,
    feb: 2,
    peb: 2,
    pebruari: 2,
    mar: 3,
    mrt: 3,
    apr: 4,
    mei: 5,
    may: 5,
    jun: 6,
    jul: 7,
    agu: 8,
    agt: 8,
    ags: 8,
    agst: 8,
    aug: 8,
    sep: 9,
    sept: 9,
    okt: 10,
    oct: 10,
    nov: 11,
    nop: 11,
    nopember: 11,
    des: 12,
    dec: 12,
  }),
);

/**
 * "kamis", "Jum'at", "Kam" → 1–7 with Monday 1, or null. One wrong letter is forgiven in Indonesian names of five
 * letters and more.
 */
export function weekdayNumber(word: string): number | null {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const other = WEEKDAY_OTHER.get(plain);
  if (other !== undefined) return other;
  const short = WEEKDAY_SHORT.indexOf(plain);
  if (short >= 0) return short + 1;
  return closest(plain, WEEKDAY_NAMES.id) ?? whole(plain, WEEKDAY_NAMES.en);
}

/**
 * "Februari", "pebruari", "Feb", "February" → 1–12, or null. One wrong letter is forgiven in Indonesian names of five
 * letters and more.
 */
export function monthNumber(word: string): number | null {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  return MONTH_SHORT.get(plain) ?? whole(plain, MONTH_NAMES.en) ?? closest(plain, MONTH_NAMES.id);
}

function closest(word: string, names: readonly string[]): number | null {
  const exact = whole(word, names);
  if (exact !== null || word.length < 4) return exact;
  const near = names.flatMap((name, at) =>
    name.length >= 5 && editDistance(word, name.toLowerCase(), 1) === 1 ? [at + 1] : [],
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** English names stand where a sheet was formatted by an English Excel. */
function whole(word: string, names: readonly string[]): number | null {
  const at = names.findIndex((name) => name.toLowerCase() === word);
  return at < 0 ? null : at + 1;
}

/** True when the day exists in the calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** "2023-02-16". */
export function isoDay(year: number, month: number, day: number): string {
  return toIsoDate(epochDayOf(year, month, day));
}

/** Weekday of an ISO day, Monday 1. */
export function weekdayOf(iso: string): number {
  return weekdayIndex(parseIsoDate(iso.slice(0, 10)) ?? 0) + 1;
}

/** "Kamis" for 4. */
export function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES.id[weekday - 1] ?? '';
}

/** "2023-01" → "Januari 2023", "2023-01-04" → "4 Januari 2023". */
export function spokenDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  const name = MONTH_NAMES.id[Number(month) - 1] ?? '';
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
