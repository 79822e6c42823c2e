import type { Calendar, Interval } from '../calendar/calendar.ts';
import { dayAt } from '../calendar/day-at.ts';
import { type EpochDay, weekdayIndex } from '../calendar/epoch-day.ts';
import { type EpochMs, localDay, MINUTE_MS, msOfLocalDay } from '../calendar/instant.ts';

/** Monday to Friday, 08.00–15.00, where a year is not loaded: reminders may not fall silent with the calendar. */
const UNLOADED: readonly Interval[] = [[480, 900]];

/** Whether people work in the office on that day. */
export function isOfficeDay(calendar: Calendar, day: EpochDay): boolean {
  const known = dayAt(calendar, day);
  return known === null ? weekdayIndex(day) < 5 : known.workClose !== null;
}

/** Whether a message may go out now: in the service hours of a working day. Urgent cases do not ask. */
export function isServiceTime(calendar: Calendar, now: EpochMs): boolean {
  const day = localDay(now, calendar.zone);
  if (!isOfficeDay(calendar, day)) return false;
  const minute = msOfLocalDay(now, calendar.zone) / MINUTE_MS;
  const open = dayAt(calendar, day)?.service ?? UNLOADED;
  return open.some(([from, to]) => from <= minute && minute < to);
}

/** That day, or the working day before it when it is a day off (rules 14, 38). */
export function officeDayUpTo(calendar: Calendar, day: EpochDay): EpochDay {
  let at = day;
  while (!isOfficeDay(calendar, at)) at -= 1;
  return at;
}

/** Working days after the first day up to and including the second; 0 where it is not later. */
export function officeDaysBetween(calendar: Calendar, after: EpochDay, upTo: EpochDay): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isOfficeDay(calendar, day)) count += 1;
  return count;
}
