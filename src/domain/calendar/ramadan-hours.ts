import type { Hours, OfficeSchedule, RamadanDates } from './calendar.ts';
import type { IsoDate } from './epoch-day.ts';

/** A Ramadan that shapes the days: dates, hours and the circular that ordered them. */
export type RamadanHours = {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly circular: string;
  readonly hours: Hours;
};

/**
 * The Ramadan hours in force of an office: one for each year with a circular. What the circular does not say comes from
 * the reference table (dates, the last row of the year) and from the office's pattern (hours); where neither has it, normal hours hold (rule 18).
 */
export function ramadanHours(
  { ramadan, ramadanPattern }: Pick<OfficeSchedule, 'ramadan' | 'ramadanPattern'>,
  reference: readonly RamadanDates[],
): readonly RamadanHours[] {
  return ramadan.flatMap((period) => {
    const { year, circular } = period;
    const dates = reference.findLast((row) => row.year === year);
    const from = period.from ?? dates?.from;
    const to = period.to ?? dates?.to;
    const hours = period.hours ?? ramadanPattern;
    if (circular === null || from === undefined || to === undefined || hours === null) return [];
    return [{ year, from, to, circular, hours }];
  });
}
