import type { Calendar, CalendarNotLoaded } from './calendar.ts';
import { calendarNotLoaded, dayAt } from './day-at.ts';
import type { EpochDay } from './epoch-day.ts';
import { type EpochMs, localDay, MINUTE_MS, msOfLocalDay, startOfDay } from './instant.ts';

export type Opening = {
  readonly ok: true;
  readonly at: EpochMs;
  readonly day: EpochDay;
};

/**
 * The instant itself when the counter is open then on a working day, else the next such opening. Closing time is outside:
 * 16.00 of a day that closes at 16.00 gives the next one. A counter open on a Saturday off does not start day 0.
 */
export function nextWorkingOpening(calendar: Calendar, from: EpochMs): Opening | CalendarNotLoaded {
  const firstDay = localDay(from, calendar.zone);
  let msOfDay = msOfLocalDay(from, calendar.zone);
  for (let epochDay = firstDay; ; epochDay++) {
    const day = dayAt(calendar, epochDay);
    if (day === null) return calendarNotLoaded(epochDay);
    if (day.workClose !== null) {
      for (const [open, close] of day.service) {
        if (close * MINUTE_MS <= msOfDay) continue;
        const at = startOfDay(epochDay, calendar.zone) + Math.max(open * MINUTE_MS, msOfDay);
        return { ok: true, at, day: epochDay };
      }
    }
    msOfDay = 0;
  }
}
