import { referenceCalendar } from './office-calendar.ts';

/** Working days as on a wall calendar: dates and clock times as text, WITA, without src/domain/calendar's arithmetic. */
const DAYS_OFF = new Set(
  referenceCalendar.holidays.filter(({ withdrawnOn }) => !withdrawnOn).map(({ date }) => date),
);

/** The instant as the clock on the wall shows it, `2026-03-02T15:59:59.999`. */
export function witaClock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 23);
}

export function witaDay(instant: string): string {
  return witaClock(instant).slice(0, 10);
}

/** The end of work of the n-th working day after day 0, as the wall clock shows it; null = a year nobody has announced. */
export function endOfWork(received: string, count: number): string | null {
  let day = dayZero(witaClock(received));
  for (let left = count; left > 0 && day !== null; left--) day = workingDayFrom(dateAfter(day));
  return day === null ? null : closingOf(day);
}

/** 24.00 of the n-th date after, as the wall clock shows it. */
export function endOfDate(from: string, count: number): string {
  return `${new Date(Date.parse(witaDay(from)) + (count + 1) * 86_400_000).toISOString().slice(0, 10)}T00:00:00.000`;
}

/** How many ends of work an answer lets pass after the first, as rule 36 counts; null = a year nobody has announced. */
export function daysToAnswer(received: string, answered: string): number | null {
  for (let days = 0; ; days++) {
    const end = endOfWork(received, days);
    if (end === null || witaClock(answered) <= end) return end === null ? null : days;
  }
}

/** Working days between the day on which a receipt counts and the date of its being written down; null as above. */
export function daysToWrite(received: string, written: string): number | null {
  let day = dayZero(witaClock(received));
  for (let days = 0; day !== null; days++) {
    const next = workingDayFrom(dateAfter(day));
    if (witaDay(written) <= day) return days;
    if (next === null || witaDay(written) < next) return next === null ? null : days;
    day = next;
  }
  return null;
}

/** Received before closing time: today; else the next working day. */
function dayZero(clock: string): string | null {
  const day = clock.slice(0, 10);
  const first = workingDayFrom(day);
  return first === day && clock >= closingOf(day) ? workingDayFrom(dateAfter(day)) : first;
}

function workingDayFrom(first: string): string | null {
  for (let day = first; ; day = dateAfter(day)) {
    if (!DAYS_OFF.has(`${day.slice(0, 4)}-01-01`)) return null;
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    if (!weekend && !DAYS_OFF.has(day)) return day;
  }
}

function closingOf(day: string): string {
  return `${day}T${new Date(day).getUTCDay() === 5 ? '16:30' : '16:00'}:00.000`;
}

function dateAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Where so many working days stand among the measured times. */
export function roughly(days: number | null): string {
  if (days === null) return 'not-recorded';
  if (days < 2) return String(days);
  return days < 4 ? '2-3' : days < 11 ? '4-10' : '11+';
}

/** Where they stand among the answering times. */
export function lineOf(days: number | null): string {
  if (days === null) return 'not-recorded';
  if (days <= 5) return String(days);
  if (days <= 10) return '6-10';
  if (days <= 14) return '11-14';
  return days <= 60 ? '15-60' : '61+';
}

/** Of two times at which something was done for the first time, the first. */
export function firstOf(one: string | null, other: string): string {
  return [one ?? other, other].toSorted()[0] ?? other;
}
