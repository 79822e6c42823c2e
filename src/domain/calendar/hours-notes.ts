import type { Calendar } from './calendar.ts';
import type { DueNote } from './due.ts';
import type { IsoDate } from './epoch-day.ts';

/** What the reader must know about the hours behind a due date of this day (rule 18). */
export function hoursNotes(calendar: Calendar, dueOn: IsoDate, circular: string | null): readonly DueNote[] {
  const notes: DueNote[] = [];
  const year = Number(dueOn.slice(0, 4));
  if (circular !== null) notes.push({ code: 'ramadan-hours', circular });
  else if (!calendar.ramadanYears.has(year)) notes.push({ code: 'ramadan-without-circular', year });
  if (calendar.undetermined) notes.push({ code: 'hours-undetermined' });
  return notes;
}
