import type { Calendar, CalendarNotLoaded } from './calendar.ts';
import { type Instant, localDay, MINUTE_MS } from './instant.ts';
import type { LimitUnit } from './limit.ts';
import { elapsedServiceMinutes } from './service-time.ts';
import { workingDaysBetween } from './working-days.ts';

export interface Remaining {
  readonly ok: true;
  /** `due <= now` is not yet late; late begins after the due instant. */
  readonly late: boolean;
  /** Never negative: time left, or time past when late. 0 days = today. */
  readonly amount: number;
  readonly unit: 'working-day' | 'calendar-day' | 'service-minute' | 'clock-minute';
}

/**
 * How far a due instant is from now, in the unit that its limit counts in: 2 working days left, 40 service
 * minutes past. Refuses an unloaded year for the units that need the calendar.
 */
export function remaining(
  calendar: Calendar,
  now: Instant,
  due: Instant,
  unit: LimitUnit,
): Remaining | CalendarNotLoaded {
  const late = now > due;
  const today = localDay(now, calendar.zone);
  // A limit that ends at 24.00 belongs to the date that ends.
  const dueOn = localDay(due - 1, calendar.zone);
  switch (unit) {
    case 'working-day': {
      const count = workingDaysBetween(calendar, today, dueOn);
      return count.ok ? { ok: true, late, amount: Math.abs(count.days), unit } : count;
    }
    case 'calendar-day':
    case 'month':
      return { ok: true, late, amount: Math.abs(dueOn - today), unit: 'calendar-day' };
    case 'service-hour':
    case 'service-minute': {
      const time = elapsedServiceMinutes(calendar, Math.min(now, due), Math.max(now, due));
      return time.ok ? { ok: true, late, amount: time.minutes, unit: 'service-minute' } : time;
    }
    case 'clock-hour':
      return { ok: true, late, amount: Math.floor(Math.abs(due - now) / MINUTE_MS), unit: 'clock-minute' };
  }
}
