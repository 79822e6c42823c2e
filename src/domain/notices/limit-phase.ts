import type { Calendar } from '../calendar/calendar.ts';
import { type EpochMs, localDay } from '../calendar/instant.ts';
import { officeDaysBetween, officeDayUpTo } from './office-day.ts';

/** How a limit stands to its reminders; `days` are working days. */
export type LimitPhase = {
  readonly phase: 'before' | 'at' | 'after';
  /** Of `before` and `after` the office's own step, of `at` 0: a step is told once. */
  readonly step: number;
  /** Working days that are over since the limit passed. */
  readonly late: number;
};

/**
 * The reminder that is due now of a limit at `due` (both in milliseconds), or null. Only the latest step that was reached
 * counts: what nobody was told in time is not made up for. A limit on a day off is told as due on the working day before.
 */
export function limitPhase(
  due: EpochMs,
  now: EpochMs,
  calendar: Calendar,
  steps: { readonly before: readonly number[]; readonly after: readonly number[] },
): LimitPhase | null {
  const today = localDay(now, calendar.zone);
  // A limit at 24.00 ends on the day that ends.
  const lastDay = localDay(due - 1, calendar.zone);
  if (now >= due) {
    const late = officeDaysBetween(calendar, lastDay, today);
    const step = Math.max(...steps.after.filter((one) => one <= late));
    return step > 0 ? { phase: 'after', step, late } : { phase: 'at', step: 0, late };
  }
  const left = officeDaysBetween(calendar, today, officeDayUpTo(calendar, lastDay));
  if (left === 0) return { phase: 'at', step: 0, late: 0 };
  const step = Math.min(...steps.before.filter((one) => one >= left));
  return Number.isFinite(step) ? { phase: 'before', step, late: 0 } : null;
}
