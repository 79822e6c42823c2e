import type { CalendarNotLoaded, DayKind } from './calendar.ts';
import type { IsoDate } from './epoch-day.ts';
import type { EpochMs } from './instant.ts';
import type { LimitUnit } from './limit.ts';

/**
 * One date on the way from receipt to due date. `hari_terima` is day 0; `di_luar_jam` a working day on which the
 * office had closed already (or opens no counter); `jam_layanan` a day that gave service minutes;
 * `hari_kalender` a counted date of an unloaded year or a clock-hour limit; `bulan` the same day of a later month.
 */
export type StepKind = DayKind | 'hari_terima' | 'di_luar_jam' | 'jam_layanan' | 'hari_kalender' | 'bulan';

export type DueStep = {
  readonly date: IsoDate;
  readonly kind: StepKind;
  readonly counted: boolean;
  readonly name?: string;
  readonly decree?: string;
  /** Service minutes taken from this day; a fraction when receipt was within a minute. */
  readonly minutes?: number;
};

export type DueNote =
  /** Outside hours: counted as if received at this opening. */
  | { readonly code: 'received-at-next-opening'; readonly at: EpochMs }
  /** The hours are the defaults, not the office's own (rule 18). */
  | { readonly code: 'hours-undetermined' }
  /** Ramadan hours shaped this due date. */
  | { readonly code: 'ramadan-hours'; readonly circular: string }
  /** No circular for that year: it was computed with normal hours (rule 18). */
  | { readonly code: 'ramadan-without-circular'; readonly year: number }
  /** A calendar limit ends on a day off; this is the last working day before it (rule 14). */
  | { readonly code: 'last-working-day'; readonly date: IsoDate }
  /** The same cannot be said: the year is not loaded. The limit itself stands. */
  | { readonly code: 'last-working-day-unknown'; readonly year: number }
  /** The month has no such day number: its last day is taken. */
  | { readonly code: 'month-shortened' };

export type Due = {
  readonly ok: true;
  /** On time is `answered <= due`. 24.00 of a date is the instant of the next date's 00.00. */
  readonly due: EpochMs;
  /** The date people are told; for an end at 24.00 the date that ends. */
  readonly dueOn: IsoDate;
  readonly unit: LimitUnit;
  readonly steps: readonly DueStep[];
  readonly notes: readonly DueNote[];
};

export type DueResult = Due | CalendarNotLoaded;
