import type { Calendar, CalendarDay } from './calendar.ts';
import { calendarNotLoaded, dayAt } from './day-at.ts';
import { dayStep } from './day-step.ts';
import type { DueNote, DueResult, DueStep } from './due.ts';
import { hoursNotes } from './hours-notes.ts';
import { type EpochMs, localDay, MINUTE_MS, startOfDay } from './instant.ts';
import { nextWorkingOpening } from './opening.ts';

/**
 * Day 0 is the day of receipt, or of the next opening when the message came outside hours or on a day off;
 * the limit ends when work ends on the n-th working day after it.
 */
export function countWorkingDays(calendar: Calendar, from: EpochMs, count: number): DueResult {
  const opening = nextWorkingOpening(calendar, from);
  if (!opening.ok) return opening;
  const steps: DueStep[] = [];
  for (let epochDay = localDay(from, calendar.zone); epochDay < opening.day; epochDay++) {
    const day = dayAt(calendar, epochDay);
    if (day === null) return calendarNotLoaded(epochDay);
    steps.push(
      day.workClose === null ? dayStep(day, false) : { date: day.date, kind: 'di_luar_jam', counted: false },
    );
  }
  let last: CalendarDay | null = dayAt(calendar, opening.day);
  if (last === null) return calendarNotLoaded(opening.day);
  steps.push({ date: last.date, kind: 'hari_terima', counted: false });

  let epochDay = opening.day;
  let closesAt = last.workClose ?? 0;
  for (let left = count; left > 0; ) {
    epochDay += 1;
    last = dayAt(calendar, epochDay);
    if (last === null) return calendarNotLoaded(epochDay);
    const counted = last.workClose !== null;
    steps.push(dayStep(last, counted));
    if (!counted) continue;
    closesAt = last.workClose ?? 0;
    left -= 1;
  }
  const notes: DueNote[] = [];
  const received = dayAt(calendar, localDay(from, calendar.zone));
  const atOpening = opening.at === from ? null : (received?.ramadan ?? null);
  if (opening.at !== from) notes.push({ code: 'received-at-next-opening', at: opening.at });
  notes.push(...hoursNotes(calendar, last.date, last.ramadan ?? atOpening));
  const due = startOfDay(epochDay, calendar.zone) + closesAt * MINUTE_MS;
  return { ok: true, due, dueOn: last.date, unit: 'working-day', steps, notes };
}
