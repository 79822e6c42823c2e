import { type Language, MONTH_NAMES, WEEKDAY_NAMES } from './day-names.ts';
import { civilDateOf, type IsoDate, parseIsoDate, weekdayIndex } from './epoch-day.ts';

/** `long` 31 Desember 2023 · `weekday` Minggu, 31 Desember 2023 · `short` 31-12-2023 · `month` Desember 2023. */
export type DateStyle = 'long' | 'weekday' | 'short' | 'month';

/**
 * An ISO day (2023-12-31) as people are told it. A text that is no day of the calendar is a fault.
 *
 * @example formatDate('2023-12-31', 'weekday') // "Minggu, 31 Desember 2023"
 */
export function formatDate(iso: IsoDate, style: DateStyle, language: Language = 'id'): string {
  const epochDay = parseIsoDate(iso);
  if (epochDay === null) throw new RangeError(`Not a day: "${iso}".`);
  const { year, month, day } = civilDateOf(epochDay);
  const long = `${day} ${monthName(month, language)} ${year}`;
  switch (style) {
    case 'long':
      return long;
    case 'weekday':
      return `${nameAt(WEEKDAY_NAMES[language], weekdayIndex(epochDay))}, ${long}`;
    case 'short':
      return iso.split('-').reverse().join('-');
    case 'month':
      return `${monthName(month, language)} ${year}`;
  }
}

/** 4 → `April`. A month that does not exist is a fault. */
export function monthName(month: number, language: Language = 'id'): string {
  return nameAt(MONTH_NAMES[language], month - 1);
}

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`No name at ${index}`);
  return name;
}
