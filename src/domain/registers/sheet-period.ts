import { monthNumber } from './indonesian-calendar-words.ts';

/** The months a sheet speaks of: a month of a year, a whole year, or nothing that can be read. */
export type SheetPeriod = { readonly year: number | null; readonly month: number | null };

/**
 * Period from the lines above a table ("BULAN JANUARI TAHUN 2023") and the sheet's name ("Januari"); the title wins.
 * The year falls back on that of `--period` when this lies within one year. `conflict` is true when title and name name
 * different months or years.
 */
export function sheetPeriod(
  titles: readonly string[],
  sheetName: string,
  asked: { readonly from: string; readonly to: string },
): SheetPeriod & { readonly conflict: boolean } {
  const title = periodIn(titles.join(' \n '));
  const name = periodIn(sheetName);
  const askedYear = asked.from.slice(0, 4) === asked.to.slice(0, 4) ? Number(asked.from.slice(0, 4)) : null;
  return {
    year: title.year ?? name.year ?? askedYear,
    month: title.month ?? (title.year !== null && title.span ? null : name.month),
    conflict:
      (title.month !== null && name.month !== null && title.month !== name.month) ||
      (title.year !== null && name.year !== null && title.year !== name.year),
  };
}

/** One month and year named in a text; several months make a span, which is no month. */
export function periodIn(text: string): { year: number | null; month: number | null; span: boolean } {
  const years = new Set([...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1])));
  const months = new Set<number>();
  for (const word of text.match(/[A-Za-z]{3,}/g) ?? []) {
    // Short forms such as "mar" are too common in other words to be read in a title.
    const month =
      word.length > 4 || /^(mei|juni|juli|jan|feb|apr|agu|agt|sep|okt|nov|des)$/i.test(word)
        ? monthNumber(word)
        : null;
    if (month !== null) months.add(month);
  }
  const [year = null] = years;
  const [month = null] = months;
  return {
    year: years.size === 1 ? year : null,
    month: months.size === 1 ? month : null,
    span: months.size > 1 || /semester|triwulan|tahunan/i.test(text),
  };
}

/** "2023-01", "2023", or null. */
export function periodLabel(period: SheetPeriod): string | null {
  if (period.year === null) return null;
  return period.month === null
    ? String(period.year)
    : `${period.year}-${String(period.month).padStart(2, '0')}`;
}
