import type { Calendar } from './calendar.ts';
import { type EpochMs, localDay, MINUTE_MS } from './instant.ts';
import type { LimitUnit } from './limit.ts';
import { elapsedServiceMinutes } from './service-time.ts';
import { workingDaysBetween } from './working-days.ts';

export type Remaining = {
  /** `due <= now` is not yet late; late begins after the due instant. */
  readonly late: boolean;
  /** Never negative: time left, or time past when late. 0 days = today. */
  readonly amount: number;
  readonly unit: 'working-day' | 'calendar-day' | 'service-minute' | 'clock-minute';
};

/**
 * How far a due instant is from now, in the unit that its limit counts in: 2 working days left, 40 service
 * minutes past. In calendar days where a year that the unit needs is not loaded, and where only days off lie between.
 */
export function remaining(calendar: Calendar, now: EpochMs, due: EpochMs, unit: LimitUnit): Remaining {
  const late = now > due;
  const today = localDay(now, calendar.zone);
  // A limit that ends at 24.00 belongs to the date that ends.
  const dueOn = localDay(due - 1, calendar.zone);
  const inDays: Remaining = { late, amount: Math.abs(dueOn - today), unit: 'calendar-day' };
  const orInDays = (amount: number, counted: Remaining['unit']): Remaining =>
    amount === 0 && dueOn !== today ? inDays : { late, amount, unit: counted };
  switch (unit) {
    case 'working-day': {
      const count = workingDaysBetween(calendar, today, dueOn);
      return count.ok ? orInDays(Math.abs(count.days), unit) : inDays;
    }
    case 'calendar-day':
    case 'month':
      return inDays;
    case 'service-hour':
    case 'service-minute': {
      const time = elapsedServiceMinutes(calendar, Math.min(now, due), Math.max(now, due));
      return time.ok ? orInDays(time.minutes, 'service-minute') : inDays;
    }
    case 'clock-hour':
      return { late, amount: Math.floor(Math.abs(due - now) / MINUTE_MS), unit: 'clock-minute' };
  }
}
