import {
  addMonths,
  civilDateOf,
  daysInMonth,
  epochDayOf,
  type IsoDate,
  toIsoDate,
} from '../calendar/epoch-day.ts';
import { monthName as nameOfMonth } from '../calendar/format-date.ts';
import { startOfDay } from '../calendar/instant.ts';
import { isTypedYear } from '../calendar/parse-typed-day.ts';
import type { Zone } from '../calendar/zone.ts';
import { roman } from '../numbers/roman.ts';
import type { ReportKind } from '../office/office-data.ts';

/** A stretch of whole months that a report speaks of; one value for title, text, tables and checks (domain 7.7). */
export type ReportPeriod = {
  /** As typed: "2023", "2023-S1", "2023-Q1", "2023-01", "2023-01..2024-05". */
  readonly text: string;
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
  /** "Tahun 2023", "Semester I Tahun 2023", "Januari 2023 s.d. Mei 2024". */
  readonly label: string;
  /** The months it holds, "YYYY-MM". */
  readonly months: readonly string[];
  readonly length: 'month' | 'quarter' | 'half-year' | 'year' | 'span';
};

/** The period texts as people are told them. */
export const PERIOD_FORMS = '2023, 2023-S1, 2023-Q1, 2023-01, atau 2023-01..2024-05';

/**
 * Reads the contract's period texts; null for anything else, for months that do not exist, for years that no day may
 * have either, and for spans that run backwards or over more than ten years.
 *
 * @example parsePeriod('2023-S2')?.from // "2023-07-01"
 */
export function parsePeriod(text: string): ReportPeriod | null {
  const read = readPeriod(text.trim());
  const isTyped = [read?.from, read?.to].every((day) => isTypedYear(Number(day?.slice(0, 4))));
  return isTyped ? read : null;
}

/** Of any year: what comes before the first year that is accepted has its name, too. */
function readPeriod(typed: string): ReportPeriod | null {
  const part = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})))?$/.exec(typed);
  if (part !== null) {
    const year = Number(part[1]);
    if (part[2] !== undefined) {
      const half = Number(part[2]);
      return period(typed, year, half * 6 - 5, 6, `Semester ${roman(half)} Tahun ${year}`, 'half-year');
    }
    if (part[3] !== undefined) {
      const quarter = Number(part[3]);
      return period(typed, year, quarter * 3 - 2, 3, `Triwulan ${roman(quarter)} Tahun ${year}`, 'quarter');
    }
    if (part[4] !== undefined) {
      const month = Number(part[4]);
      return month < 1 || month > 12 ? null : period(typed, year, month, 1, monthLabel(year, month), 'month');
    }
    return period(typed, year, 1, 12, `Tahun ${year}`, 'year');
  }
  return parseSpan(typed);
}

/** Which lengths a kind of report takes: an annual report speaks of a year, *monev* of any span. */
export function periodFits(kind: ReportKind, period: ReportPeriod): boolean {
  switch (kind) {
    case 'bulanan':
      return period.length === 'month';
    case 'triwulan':
      return period.length === 'quarter';
    case 'semester':
      return period.length === 'half-year';
    case 'tahunan':
      return period.length === 'year';
    case 'monev':
      return true;
  }
}

/** Its name within a sentence: "tahun 2023", "semester I tahun 2023", and months as they are. */
export function periodInText({ label }: ReportPeriod): string {
  return label.replaceAll(/\b(?:Tahun|Semester|Triwulan)\b/g, (word) => word.toLowerCase());
}

/** The stretch of the same length right before: 2022 for 2023, 2022-S2 for 2023-S1. */
export function previousPeriod(period: ReportPeriod): ReportPeriod {
  const count = period.months.length;
  const [year, month] = yearAndMonth(period.months[0] ?? '');
  const start = civilDateOf(addMonths(epochDayOf(year, month, 1), -count));
  const first = `${start.year}-${pad(start.month)}`;
  switch (period.length) {
    case 'month':
      return must(first);
    case 'quarter':
      return must(`${start.year}-Q${Math.ceil(start.month / 3)}`);
    case 'half-year':
      return must(`${start.year}-S${start.month === 1 ? 1 : 2}`);
    case 'year':
      return must(String(start.year));
    case 'span': {
      const end = civilDateOf(addMonths(epochDayOf(year, month, 1), -1));
      return must(`${first}..${end.year}-${pad(end.month)}`);
    }
  }
}

/** The months of it, "YYYY-MM", that have not begun on that day: nothing can be said of them yet. */
export function monthsAhead({ months }: ReportPeriod, day: IsoDate): readonly string[] {
  return months.filter((month) => month > day.slice(0, 7));
}

/** The instants at which the period begins and ends (exclusive) in the office's zone, day 00.00–24.00 (rule 36). */
export function periodInstants(
  period: ReportPeriod,
  zone: Zone,
): { readonly start: number; readonly end: number } {
  const [fromYear, fromMonth] = yearAndMonth(period.from);
  const [toYear, toMonth] = yearAndMonth(period.to);
  return {
    start: startOfDay(epochDayOf(fromYear, fromMonth, 1), zone),
    end: startOfDay(addMonths(epochDayOf(toYear, toMonth, 1), 1), zone),
  };
}

/** "2023-01" → "Januari 2023". */
export function monthName(month: string): string {
  const [year, number] = yearAndMonth(month);
  return monthLabel(year, number);
}

function parseSpan(typed: string): ReportPeriod | null {
  const span = /^(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})$/.exec(typed);
  if (span === null) return null;
  const [y1, m1, y2, m2] = [Number(span[1]), Number(span[2]), Number(span[3]), Number(span[4])];
  const count = (y2 - y1) * 12 + (m2 - m1) + 1;
  if (m1 < 1 || m1 > 12 || m2 < 1 || m2 > 12 || count < 1 || count > 120) return null;
  const label = count === 1 ? monthLabel(y1, m1) : `${monthLabel(y1, m1)} s.d. ${monthLabel(y2, m2)}`;
  return period(typed, y1, m1, count, label, 'span');
}

function period(
  text: string,
  year: number,
  month: number,
  count: number,
  label: string,
  length: ReportPeriod['length'],
): ReportPeriod {
  const first = epochDayOf(year, month, 1);
  const months = Array.from({ length: count }, (_, index) => toIsoDate(addMonths(first, index)).slice(0, 7));
  const last = civilDateOf(addMonths(first, count - 1));
  const to = epochDayOf(last.year, last.month, daysInMonth(last.year, last.month));
  return { text, from: toIsoDate(first), to: toIsoDate(to), label, months, length };
}

function must(text: string): ReportPeriod {
  const parsed = readPeriod(text);
  if (parsed === null) throw new RangeError(`Not a period: "${text}".`);
  return parsed;
}

function monthLabel(year: number, month: number): string {
  return `${nameOfMonth(month)} ${year}`;
}

function yearAndMonth(text: string): readonly [number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
