import { type IsoDate, parseIsoDate, toIsoDate } from '../calendar/epoch-day.ts';

/** The days on which somebody holds a role, both included; without a last day, until it is ended. */
export type RolePeriod = { readonly from: IsoDate; readonly to: IsoDate | null };

export function overlaps(a: RolePeriod, b: RolePeriod): boolean {
  return !(isOver(a, b.from) || isOver(b, a.from) || isOver(a, a.from) || isOver(b, b.from));
}

/** Whether its last day lies before `day`. */
export function isOver({ to }: RolePeriod, day: IsoDate): boolean {
  return to !== null && to < day;
}

/** Whether on `today` and on every day after it one of the periods holds, for ever. */
export function coversFrom(periods: readonly RolePeriod[], today: IsoDate): boolean {
  let open = today;
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > open) return false;
    if (to === null) return true;
    if (to >= open) open = addDays(to, 1);
  }
  return false;
}

/** `addDays('2026-02-28', 1)` → '2026-03-01'. Takes a date that exists. */
export function addDays(day: IsoDate, days: number): IsoDate {
  const epochDay = parseIsoDate(day);
  if (epochDay === null) throw new Error(`${day} is no date`);
  return toIsoDate(epochDay + days);
}
