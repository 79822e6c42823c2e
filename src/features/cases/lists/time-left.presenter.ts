import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { formatDue } from '../../../domain/calendar/format-instant.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { LimitUnit } from '../../../domain/calendar/limit.ts';
import { type Remaining, remaining } from '../../../domain/calendar/remaining.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { InboxGroup } from './inbox.view.tsx';
import type { TimeLeft } from './time-left.view.tsx';

/** A limit that runs; instants in milliseconds. */
type Running = {
  /** Null = nothing binds, or it waits. */
  readonly dueAt: number | null;
  readonly from: number;
  readonly now: number;
  /** What the limit counts in, and so what is left of it. */
  readonly unit: LimitUnit;
  /** For its calendar or for somebody's reply. */
  readonly waiting?: boolean;
};

/**
 * What is left of a limit, in the unit that it counts in: working days of a working-day limit, service time of
 * service hours. Where the calendar of a year is not loaded, in calendar days.
 */
export function timeLeft(
  { dueAt, from, now, unit, waiting = false }: Running,
  calendar: Calendar,
  words: Words,
): TimeLeft {
  if (dueAt === null)
    return { tone: 'none', words: words(waiting ? 'left.waiting' : 'left.none'), date: '', used: null };
  const date = formatDue(dueAt, calendar.zone, words.language);
  const used = Math.min(1, Math.max(0, (now - from) / Math.max(1, dueAt - from)));
  const left = leftWords(leftOf(calendar, now, dueAt, unit), words);
  if (dueAt < now) return { tone: 'overdue', words: left, date, used: 1 };
  // A limit at 24.00 ends on the day that ends.
  const today = localDay(dueAt - 1, calendar.zone) === localDay(now, calendar.zone);
  return { tone: today ? 'today' : 'calm', words: left, date, used };
}

/** The group of the inbox; weeks run from Monday to Sunday. */
export function timeGroupOf(dueAt: number | null, now: number, zone: Zone): InboxGroup['key'] {
  if (dueAt === null) return 'none';
  if (dueAt < now) return 'overdue';
  const day = localDay(dueAt - 1, zone);
  const today = localDay(now, zone);
  if (day <= today) return 'today';
  // Day 0 of the epoch was a Thursday: (today + 3) % 7 is 0 on Mondays.
  return day <= today + 6 - ((today + 3) % 7) ? 'week' : 'later';
}

/** Service time of more than this is told in working days. */
const TOLD_IN_MINUTES = 24 * 60;

function leftOf(calendar: Calendar, now: number, due: number, unit: LimitUnit): Remaining {
  const left = remaining(calendar, now, due, unit);
  const long = left.unit === 'service-minute' && left.amount > TOLD_IN_MINUTES;
  return long ? remaining(calendar, now, due, 'working-day') : left;
}

function leftWords({ late, amount, unit }: Remaining, words: Words): string {
  const days = unit === 'working-day' || unit === 'calendar-day';
  if (days && amount === 0) return words(late ? 'left.overdue-today' : 'left.today');
  const length = days ? words(`length.${unit}`, { n: amount }) : clockTime(amount, words);
  return words(late ? 'left.overdue' : 'left.left', {
    length: unit === 'service-minute' ? words('length.service', { time: length }) : length,
  });
}

function clockTime(minutes: number, words: Words): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [words('length.hours', { n: hours })] : []),
    ...(rest > 0 || hours === 0 ? [words('length.minutes', { n: rest })] : []),
  ];
  return parts.join(' ');
}
