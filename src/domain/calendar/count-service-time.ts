import type { Calendar } from './calendar.ts';
import { calendarNotLoaded, dayAt } from './day-at.ts';
import { dayStep } from './day-step.ts';
import type { DueNote, DueResult, DueStep } from './due.ts';
import { hoursNotes } from './hours-notes.ts';
import { type EpochMs, localDay, MINUTE_MS, msOfLocalDay, startOfDay } from './instant.ts';

/**
 * Minutes run only while the counter is open (rule 17): ten minutes begun at 15.55 with closing at 16.00 end at
 * 07.35 of the next day of service. A limit used up exactly at closing ends at closing.
 */
export function countServiceTime(
  calendar: Calendar,
  from: EpochMs,
  minutes: number,
  unit: 'service-minute' | 'service-hour',
): DueResult {
  const steps: DueStep[] = [];
  let left = minutes * MINUTE_MS;
  let msOfDay = msOfLocalDay(from, calendar.zone);
  let begunAt: EpochMs | null = null;
  let circular: string | null = null;
  for (let epochDay = localDay(from, calendar.zone); ; epochDay++, msOfDay = 0) {
    const day = dayAt(calendar, epochDay);
    if (day === null) return calendarNotLoaded(epochDay);
    const midnight = startOfDay(epochDay, calendar.zone);
    let taken = 0;
    for (const [open, close] of day.service) {
      const start = Math.max(open * MINUTE_MS, msOfDay);
      const span = Math.min(close * MINUTE_MS - start, left);
      if (span <= 0) continue;
      begunAt ??= midnight + start;
      taken += span;
      left -= span;
      if (left > 0) continue;
      circular = day.ramadan ?? circular;
      steps.push({ date: day.date, kind: 'jam_layanan', counted: true, minutes: taken / MINUTE_MS });
      const notes: DueNote[] = [];
      if (begunAt !== from) notes.push({ code: 'received-at-next-opening', at: begunAt });
      notes.push(...hoursNotes(calendar, day.date, circular));
      return { ok: true, due: midnight + start + span, dueOn: day.date, unit, steps, notes };
    }
    if (taken > 0) {
      circular = day.ramadan ?? circular;
      steps.push({ date: day.date, kind: 'jam_layanan', counted: true, minutes: taken / MINUTE_MS });
    } else {
      const offHours = day.kind === 'hari_kerja';
      steps.push(offHours ? { date: day.date, kind: 'di_luar_jam', counted: false } : dayStep(day, false));
    }
  }
}
