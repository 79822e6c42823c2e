import type { CalendarDay } from './calendar.ts';
import type { DueStep } from './due.ts';

/** A date as it stands in the calendar, with feast and decree where it is a day off. */
export function dayStep(day: CalendarDay, counted: boolean): DueStep {
  if (day.name === null || day.decree === null) return { date: day.date, kind: day.kind, counted };
  return { date: day.date, kind: day.kind, counted, name: day.name, decree: day.decree };
}
