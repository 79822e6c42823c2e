import type { Calendar, CalendarDay, CalendarNotLoaded } from './calendar.ts';
import { type EpochDay, yearOf } from './epoch-day.ts';

/** `null` when the year of that date is not loaded. */
export function dayAt(calendar: Calendar, epochDay: EpochDay): CalendarDay | null {
  return calendar.days[epochDay - calendar.firstDay] ?? null;
}

export function calendarNotLoaded(epochDay: EpochDay): CalendarNotLoaded {
  return { ok: false, refusal: 'calendar-not-loaded', year: yearOf(epochDay) };
}

/** The refusal of the first year from one date to a later one that is not loaded. */
export function firstUnloadedYear(
  calendar: Calendar,
  from: EpochDay,
  to: EpochDay,
): CalendarNotLoaded | null {
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!calendar.loadedYears.has(year)) return { ok: false, refusal: 'calendar-not-loaded', year };
  }
  return null;
}
