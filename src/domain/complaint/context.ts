import type { Calendar } from '../calendar/calendar.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import type { Instant } from './event.ts';

/** What every decision is made in: nothing pure reads a clock, a file or a session. */
export type Context = {
  readonly now: Instant;
  readonly office: OfficeData;
  readonly calendar: Calendar;
  readonly actor: CaseActor;
};
