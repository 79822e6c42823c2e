import type { OfficeSchedule, ReferenceCalendar } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import { type ExplainedDue, explainDue } from './explain-due.ts';
import { type EpochMs, parseInstant } from './instant.ts';
import { type LimitRefusal, parseLimit } from './parse-limit.ts';

/** What `deadline explain` is asked, as it was typed. */
export type DeadlineQuestion = {
  readonly reference: ReferenceCalendar;
  /** `{ zone, ...officeData.hours }` */
  readonly schedule: OfficeSchedule;
  readonly place?: string;
  /** ISO instant; without an offset it is the office's own time. */
  readonly from: string;
  /** `3 hari kerja`, see `parseLimit`. */
  readonly limit: string;
  /** ISO instant or date: what had been announced by then. Without it, what is known now. */
  readonly asOf?: string;
  readonly now: EpochMs;
};

export type DeadlineAnswer =
  | { readonly ok: true; readonly explained: ExplainedDue }
  | {
      readonly ok: false;
      readonly refusal: LimitRefusal | 'from-unreadable' | 'as-of-unreadable' | 'place-unknown';
      readonly written: string;
    };

/**
 * Answers the command: reads the words, compiles the calendar as it was known then, counts and explains.
 * Words that cannot be read are refused here; an unloaded year stands in `explained` (`ok: false`, with its year).
 */
export function explainDeadline(question: DeadlineQuestion): DeadlineAnswer {
  const { reference, schedule, place, now } = question;
  const from = parseInstant(question.from, schedule.zone);
  if (from === null) return { ok: false, refusal: 'from-unreadable', written: question.from };
  const asOf = question.asOf === undefined ? now : parseInstant(question.asOf, schedule.zone);
  if (asOf === null) return { ok: false, refusal: 'as-of-unreadable', written: question.asOf ?? '' };
  if (place !== undefined && !schedule.places.some((one) => one.key === place)) {
    return { ok: false, refusal: 'place-unknown', written: place };
  }
  const limit = parseLimit(question.limit);
  if (!limit.ok) return limit;
  const calendar = compileCalendar({ reference, schedule, asOf, ...(place === undefined ? {} : { place }) });
  return { ok: true, explained: explainDue(calendar, from, limit.limit) };
}
