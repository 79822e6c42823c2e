export type PaperDayRefusal = 'day-future' | 'day-before-case' | 'day-before-last';

/**
 * Whether a paper may bear this day; ISO days. Not one that is to come: whoever signs would be the deputy of a day that nobody
 * knows yet. Not one before its case was received, nor, in a series that Tanggap numbers, before the last paper of that series:
 * numbers follow the days (rule 9). The number itself is of the year of the day on which it is given.
 */
export function paperDayRefusal(
  day: string,
  of: { readonly today: string; readonly receivedOn: string | null; readonly lastOn: string | null },
): PaperDayRefusal | null {
  if (day > of.today) return 'day-future';
  if (of.receivedOn !== null && day < of.receivedOn) return 'day-before-case';
  return of.lastOn !== null && day < of.lastOn ? 'day-before-last' : null;
}
