import { roman } from '../numbers/roman.ts';
import type { NumberRules } from '../office/office-data.ts';

/**
 * The printed register number from the office's pattern (rule 9): `{number}/{month-roman}/{year}` with 88 on
 * 2026-11-22 gives "88/XI/2026"; `{number:3}` gives "088", `{month}` "11". Words it does not know stay as they are.
 * `number` is the one to print: of the year, or of the month where the office prints by month.
 */
export function printRegisterNumber(pattern: string, number: number, day: string): string {
  const [year = '', month = ''] = day.split('-');
  return pattern.replaceAll(/\{([a-z-]+)(?::(\d))?\}/g, (whole, word: string, width: string | undefined) => {
    switch (word) {
      case 'number':
        return String(number).padStart(Number(width ?? 1), '0');
      case 'year':
        return year;
      case 'month':
        return month;
      case 'month-roman':
        return roman(Number(month));
      default:
        return whole;
    }
  });
}

/** The first register number of a year (rule 9): where the office's paper book stood, else 1. */
export function firstNumberOf({ startAt }: Pick<NumberRules, 'startAt'>, year: number): number {
  return startAt.find((one) => one.year === year)?.next ?? 1;
}
