import type { Calendar } from './calendar.ts';
import { dayAt } from './day-at.ts';
import { dayStep } from './day-step.ts';
import type { Due, DueNote, DueStep } from './due.ts';
import { addMonths, civilDateOf, type EpochDay, toIsoDate, yearOf } from './epoch-day.ts';
import { type EpochMs, HOUR_MS, localDay, startOfDay } from './instant.ts';

/** Rule 14: the date of receipt is day 0, even a day off; n days end on receipt date + n at 24.00. */
export function countCalendarDays(calendar: Calendar, from: EpochMs, count: number): Due {
  const received = localDay(from, calendar.zone);
  const last = received + count;
  const steps: DueStep[] = [receiptStep(received)];
  for (let epochDay = received + 1; epochDay <= last; epochDay++)
    steps.push(calendarStep(calendar, epochDay));
  return endingAt24(calendar, last, 'calendar-day', steps, []);
}

/** Rule 14: a month ends on the same day number, else on the month's last day, at 24.00. */
export function countMonths(calendar: Calendar, from: EpochMs, count: number): Due {
  const received = localDay(from, calendar.zone);
  const last = addMonths(received, count);
  const steps: DueStep[] = [receiptStep(received)];
  for (let month = 1; month <= count; month++) {
    steps.push({ date: toIsoDate(addMonths(received, month)), kind: 'bulan', counted: true });
  }
  const shortened = civilDateOf(last).day !== civilDateOf(received).day;
  return endingAt24(calendar, last, 'month', steps, shortened ? [{ code: 'month-shortened' }] : []);
}

/** Plain hours of the wall clock: neither closing times nor days off hold them. */
export function countClockHours(calendar: Calendar, from: EpochMs, count: number): Due {
  const due = from + count * HOUR_MS;
  const received = localDay(from, calendar.zone);
  const last = localDay(due - 1, calendar.zone);
  const steps: DueStep[] = [receiptStep(received)];
  for (let epochDay = received + 1; epochDay <= last; epochDay++) {
    steps.push({ date: toIsoDate(epochDay), kind: 'hari_kalender', counted: true });
  }
  return { ok: true, due, dueOn: toIsoDate(last), unit: 'clock-hour', steps, notes: [] };
}

function endingAt24(
  calendar: Calendar,
  last: EpochDay,
  unit: 'calendar-day' | 'month',
  steps: readonly DueStep[],
  notes: readonly DueNote[],
): Due {
  const due = startOfDay(last + 1, calendar.zone);
  const lastWorkingDay = lastWorkingDayNote(calendar, last);
  return {
    ok: true,
    due,
    dueOn: toIsoDate(last),
    unit,
    steps,
    notes: lastWorkingDay === null ? notes : [...notes, lastWorkingDay],
  };
}

function lastWorkingDayNote(calendar: Calendar, last: EpochDay): DueNote | null {
  for (let epochDay = last; ; epochDay--) {
    const day = dayAt(calendar, epochDay);
    if (day === null) return { code: 'last-working-day-unknown', year: yearOf(epochDay) };
    if (day.workClose === null) continue;
    return epochDay === last ? null : { code: 'last-working-day', date: day.date };
  }
}

function receiptStep(received: EpochDay): DueStep {
  return { date: toIsoDate(received), kind: 'hari_terima', counted: false };
}

function calendarStep(calendar: Calendar, epochDay: EpochDay): DueStep {
  const day = dayAt(calendar, epochDay);
  return day === null
    ? { date: toIsoDate(epochDay), kind: 'hari_kalender', counted: true }
    : dayStep(day, true);
}
