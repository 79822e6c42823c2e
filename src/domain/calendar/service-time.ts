import type { Calendar, CalendarNotLoaded } from './calendar.ts';
import { calendarNotLoaded, dayAt, firstUnloadedYear } from './day-at.ts';
import { type EpochMs, localDay, MINUTE_MS, msOfLocalDay } from './instant.ts';

export type ServiceTime = {
  readonly ok: true;
  /** Whole minutes, rounded down. */
  readonly minutes: number;
  /** The same, exact, in milliseconds. */
  readonly ms: number;
};

/** Service time between two instants (stopwatches, rule 17); 0 when `to` is not after `from`. */
export function elapsedServiceMinutes(
  calendar: Calendar,
  from: EpochMs,
  to: EpochMs,
): ServiceTime | CalendarNotLoaded {
  if (to <= from) return { ok: true, minutes: 0, ms: 0 };
  const missing = firstUnloadedYear(calendar, localDay(from, calendar.zone), localDay(to, calendar.zone));
  if (missing !== null) return missing;
  const start = serviceMsUntil(calendar, from);
  const end = serviceMsUntil(calendar, to);
  if (start === null) return calendarNotLoaded(localDay(from, calendar.zone));
  if (end === null) return calendarNotLoaded(localDay(to, calendar.zone));
  return { ok: true, minutes: Math.floor((end - start) / MINUTE_MS), ms: end - start };
}

/** From the first loaded day on; only differences have meaning. */
function serviceMsUntil(calendar: Calendar, instant: EpochMs): number | null {
  const day = dayAt(calendar, localDay(instant, calendar.zone));
  if (day === null) return null;
  const msOfDay = msOfLocalDay(instant, calendar.zone);
  let ms = day.serviceMsBefore;
  for (const [open, close] of day.service) {
    ms += Math.max(0, Math.min(close * MINUTE_MS, msOfDay) - open * MINUTE_MS);
  }
  return ms;
}
