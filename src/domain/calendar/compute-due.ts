import type { Calendar } from './calendar.ts';
import { countCalendarDays, countClockHours, countMonths } from './count-calendar-time.ts';
import { countServiceTime } from './count-service-time.ts';
import { countWorkingDays } from './count-working-days.ts';
import type { DueResult } from './due.ts';
import type { EpochMs } from './instant.ts';
import type { Limit } from './limit.ts';

/**
 * The due instant of a limit that starts at receipt, with the arithmetic that leads to it.
 * Working-day and service-time limits count as in rule 14 and refuse an unloaded year; calendar days, months
 * and clock hours never refuse.
 *
 * Tabalong, received 17 April 2023 10.00 WITA, 3 hari kerja → 27 April 2023 at the end of work.
 */
export function computeDue(calendar: Calendar, from: EpochMs, limit: Limit): DueResult {
  switch (limit.unit) {
    case 'working-day':
      return countWorkingDays(calendar, from, limit.count);
    case 'service-hour':
      return countServiceTime(calendar, from, limit.count * 60, limit.unit);
    case 'service-minute':
      return countServiceTime(calendar, from, limit.count, limit.unit);
    case 'calendar-day':
      return countCalendarDays(calendar, from, limit.count);
    case 'month':
      return countMonths(calendar, from, limit.count);
    case 'clock-hour':
      return countClockHours(calendar, from, limit.count);
  }
}
