import type { Calendar, CalendarNotLoaded } from './calendar.ts';
import { calendarNotLoaded, dayAt, firstUnloadedYear } from './day-at.ts';
import type { EpochDay } from './epoch-day.ts';
import { type EpochMs, localDay, MINUTE_MS, startOfDay } from './instant.ts';
import { nextWorkingOpening } from './opening.ts';

export type DayCount = {
  readonly ok: true;
  readonly days: number;
};

/** `null` when the year is not loaded. */
export function isWorkingDay(calendar: Calendar, epochDay: EpochDay): boolean | null {
  const day = dayAt(calendar, epochDay);
  return day === null ? null : day.workClose !== null;
}

/**
 * Working days after the first date up to and including the second; negative when the second is earlier.
 * Refuses when either end or a year between is not loaded.
 */
export function workingDaysBetween(
  calendar: Calendar,
  after: EpochDay,
  upTo: EpochDay,
): DayCount | CalendarNotLoaded {
  if (upTo < after) {
    const mirrored = workingDaysBetween(calendar, upTo, after);
    return mirrored.ok ? { ok: true, days: mirrored.days === 0 ? 0 : -mirrored.days } : mirrored;
  }
  const missing = firstUnloadedYear(calendar, after, upTo);
  if (missing !== null) return missing;
  const [first, last] = [dayAt(calendar, after), dayAt(calendar, upTo)];
  if (first === null || last === null) return calendarNotLoaded(after);
  const includingLast = last.workingDaysBefore + (last.workClose === null ? 0 : 1);
  return { ok: true, days: includingLast - first.workingDaysBefore - (first.workClose === null ? 0 : 1) };
}

/**
 * Rule 1: working days from receipt to its being written down, by dates: what is written after the end of work is of
 * that day still. A message that came outside hours is received at the next opening.
 */
export function workingDatesUntil(
  calendar: Calendar,
  received: EpochMs,
  written: EpochMs,
): DayCount | CalendarNotLoaded {
  const opening = nextWorkingOpening(calendar, received);
  if (!opening.ok) return opening;
  const writtenOn = localDay(written, calendar.zone);
  return writtenOn <= opening.day
    ? { ok: true, days: 0 }
    : workingDaysBetween(calendar, opening.day, writtenOn);
}

/**
 * Rule 36: the answer in whole working days, 0 = the same working day. It is the smallest n whose n-working-day
 * limit the answer would have kept, so that this table and the on-time table can never contradict each other:
 * an answer after the end of work counts for the next working day, a message that came outside hours is received
 * at the next opening.
 */
export function answeringWorkingDays(
  calendar: Calendar,
  received: EpochMs,
  answered: EpochMs,
): DayCount | CalendarNotLoaded {
  const opening = nextWorkingOpening(calendar, received);
  if (!opening.ok) return opening;
  const answeredOn = localDay(answered, calendar.zone);
  if (answeredOn < opening.day) return { ok: true, days: 0 };
  const counted = workingDaysBetween(calendar, opening.day, answeredOn);
  const day = dayAt(calendar, answeredOn);
  if (!counted.ok) return counted;
  if (day === null) return calendarNotLoaded(answeredOn);
  const inTime =
    day.workClose !== null && answered <= startOfDay(answeredOn, calendar.zone) + day.workClose * MINUTE_MS;
  return { ok: true, days: counted.days + (inTime ? 0 : 1) };
}
