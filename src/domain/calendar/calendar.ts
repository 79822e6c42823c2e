import type { EpochDay, IsoDate } from './epoch-day.ts';
import type { EpochMs } from './instant.ts';
import type { Zone } from './zone.ts';

/** One row of db/reference/holidays.csv. Revisions stay as rows: a withdrawn day keeps its own. */
export type HolidayRow = {
  readonly date: IsoDate;
  readonly kind: 'libur_nasional' | 'cuti_bersama';
  readonly name: string;
  readonly decree: string;
  readonly announcedOn: IsoDate;
  readonly withdrawnOn: IsoDate | null;
};

/** One row of db/reference/ramadan.csv: first and last day of fasting, inclusive. A corrected one keeps its own. */
export type RamadanDates = {
  readonly year: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly note: string;
  readonly announcedOn: IsoDate;
  readonly withdrawnOn: IsoDate | null;
};

/** What holds for every office of the country: the days off, and when people fast. */
export type ReferenceCalendar = {
  readonly holidays: readonly HolidayRow[];
  readonly ramadan: readonly RamadanDates[];
};

/** A day off that only this office has: a regional holiday, or a closure (also one entered afterwards). */
export type OfficeDayOff = {
  readonly date: IsoDate;
  readonly kind: 'libur_daerah' | 'penutupan';
  readonly name: string;
  readonly decree: string;
  /** For a closure entered afterwards, the day on which it was entered. */
  readonly announcedOn: IsoDate;
  /** Called off; the entry stays, so that what was counted before can be explained. */
  readonly withdrawnOn?: IsoDate | null;
};

/** Minutes of the day, `[open, close)`: `[450, 960]` is 07.30–16.00. 1440 is 24.00. */
export type Interval = readonly [open: number, close: number];

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Intervals of each weekday in order; an empty list is a weekday off; a gap is a rest that closes the counter. */
export type Week = Readonly<Record<Weekday, readonly Interval[]>>;

/** Rule 18: `service` runs minutes and service hours and says when a message arrives; `work` ends a working day. */
export type Hours = {
  readonly service: Week;
  readonly work: Week;
};

/**
 * An office's circular on the hours of one year's Ramadan. Its dates are those of the reference table and its hours the
 * office's pattern, unless the circular names its own. Without a circular (`null`, or no entry for that year) the year
 * counts with normal hours and its due dates say so (rule 18).
 */
export type RamadanPeriod = {
  readonly year: number;
  readonly circular: string | null;
  /** First and last day, inclusive. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly hours: Hours | null;
  /** The day of the circular, from which on it is known; without one it counts as always known. */
  readonly announcedOn?: IsoDate | null;
};

/** A counter elsewhere, e.g. Mal Pelayanan Publik; `null` hours are the office's. Ramadan hours hold there too. */
export type Place = {
  readonly key: string;
  readonly label: string;
  readonly hours: Hours | null;
};

/** What counting needs of an office; `{ zone, ...officeData.hours }` is one. */
export type OfficeSchedule = {
  readonly zone: Zone;
  readonly normal: Hours;
  readonly ramadan: readonly RamadanPeriod[];
  readonly ramadanPattern: Hours | null;
  readonly extraDays: readonly OfficeDayOff[];
  readonly places: readonly Place[];
  /** True: the office's papers name no hours, domain defaults are loaded (*belum ditetapkan*). */
  readonly undetermined: boolean;
};

export type DayKind =
  | 'hari_kerja'
  | 'akhir_pekan'
  | 'libur_nasional'
  | 'cuti_bersama'
  | 'libur_daerah'
  | 'penutupan';

export type CalendarDay = {
  readonly date: IsoDate;
  readonly kind: DayKind;
  readonly name: string | null;
  readonly decree: string | null;
  /** Empty on days off. */
  readonly service: readonly Interval[];
  /** End of the working day in minutes; `null` on days off. */
  readonly workClose: number | null;
  /** The circular whose Ramadan hours hold on this day. */
  readonly ramadan: string | null;
  /** Working days from `firstDay` up to, not including, this one; only differences have meaning. */
  readonly workingDaysBefore: number;
  /** Milliseconds of service time before this day, in the same sense. */
  readonly serviceMsBefore: number;
};

/** Made by `compileCalendar`; read it through the functions of this folder. */
export type Calendar = {
  readonly zone: Zone;
  /**
   * Only the days off, Ramadan dates and circulars that had been announced by this instant are in it. Normal hours, the
   * pattern of Ramadan and the places are always those of the schedule it was made from: they carry no date.
   */
  readonly asOf: EpochMs;
  readonly firstDay: EpochDay;
  /** From `firstDay` on without gaps; `null` where the year is not loaded. */
  readonly days: readonly (CalendarDay | null)[];
  readonly loadedYears: ReadonlySet<number>;
  /** Years for which the office has a circular on Ramadan hours. */
  readonly ramadanYears: ReadonlySet<number>;
  readonly undetermined: boolean;
};

/** Never a refusal of intake: the clock waits for its calendar (issue 2, point 3). */
export type CalendarNotLoaded = {
  readonly ok: false;
  readonly refusal: 'calendar-not-loaded';
  readonly year: number;
};
