import { formatDue } from '../../../domain/calendar/format-instant.ts';
import { DAY_MS, HOUR_MS, localDay, MINUTE_MS } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { InboxGroup } from './inbox.view.tsx';
import type { TimeLeft } from './time-left.view.tsx';

/** What is left of a limit at `now` (all in milliseconds); `dueAt` null = nothing binds or it waits. */
export function timeLeft(
  {
    dueAt,
    from,
    now,
    waiting = false,
  }: {
    readonly dueAt: number | null;
    readonly from: number;
    readonly now: number;
    readonly waiting?: boolean;
  },
  zone: Zone,
  words: Words,
): TimeLeft {
  if (dueAt === null)
    return { tone: 'none', words: words(waiting ? 'left.waiting' : 'left.none'), date: '', used: null };
  const date = formatDue(dueAt, zone, words.language);
  const used = Math.min(1, Math.max(0, (now - from) / Math.max(1, dueAt - from)));
  if (dueAt < now) return { tone: 'overdue', words: lateWords(now - dueAt, words), date, used: 1 };
  // A limit at 24.00 ends on the day that ends.
  const today = localDay(dueAt - 1, zone) === localDay(now, zone);
  return { tone: today ? 'today' : 'calm', words: leftWords(dueAt - now, words), date, used };
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

function lateWords(ms: number, words: Words): string {
  return ms >= DAY_MS
    ? words('left.overdue-days', { n: Math.floor(ms / DAY_MS) })
    : words('left.overdue-hours', { n: Math.max(1, Math.floor(ms / HOUR_MS)) });
}

function leftWords(ms: number, words: Words): string {
  if (ms >= DAY_MS) return words('left.days', { n: Math.floor(ms / DAY_MS) });
  if (ms >= HOUR_MS) return words('left.hours', { n: Math.floor(ms / HOUR_MS) });
  return words('left.minutes', { n: Math.max(1, Math.floor(ms / MINUTE_MS)) });
}
