import { type EpochDay, parseIsoDate } from './epoch-day.ts';

/**
 * A day that a person or a program names, `2026-05-01`; null for anything else and outside the years that are accepted.
 */
export function parseTypedDay(text: string): EpochDay | null {
  return isTypedYear(Number(text.slice(0, 4))) ? parseIsoDate(text) : null;
}

/** Not before the statutes that rule it, and such that a period, a zone or a wait away from it is still a year of four digits. */
export function isTypedYear(year: number): boolean {
  return year >= 1990 && year < 2100;
}
