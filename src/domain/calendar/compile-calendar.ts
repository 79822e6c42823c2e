import type {
  Calendar,
  CalendarDay,
  DayKind,
  HolidayRow,
  Hours,
  OfficeDayOff,
  OfficeSchedule,
  ReferenceCalendar,
} from './calendar.ts';
import { WEEKDAYS } from './calendar.ts';
import { type EpochDay, epochDayOf, toIsoDate, weekdayIndex, yearOf } from './epoch-day.ts';
import { type EpochMs, localDate, MINUTE_MS } from './instant.ts';
import { type RamadanHours, ramadanHours } from './ramadan-hours.ts';

export type CalendarSource = {
  readonly reference: ReferenceCalendar;
  readonly schedule: OfficeSchedule;
  /** Rows and circulars announced later than this instant's date in the office's zone are not seen. */
  readonly asOf: EpochMs;
  /** A place of the schedule whose hours are used instead of the office's; unknown keys are a fault. */
  readonly place?: string;
};

/**
 * The days of every loaded year as they were known at `asOf`. A year is loaded when its 1 January row is
 * known: the yearly SKB opens with it, a single voting day announced early does not load a year.
 */
export function compileCalendar({ reference, schedule, asOf, place }: CalendarSource): Calendar {
  const today = localDate(asOf, schedule.zone);
  const known = reference.holidays.filter((row) => isKnown(row.announcedOn, row.withdrawnOn, today));
  const closed = schedule.extraDays.filter((row) => isKnown(row.announcedOn, row.withdrawnOn ?? null, today));
  const circulars = schedule.ramadan.filter((row) => isKnown(row.announcedOn ?? null, null, today));
  const fasts = reference.ramadan.filter((row) => isKnown(row.announcedOn, row.withdrawnOn, today));
  const loadedYears = loadedYearsOf(known);
  const hours = hoursOf(schedule, place);
  const ramadan = ramadanHours({ ...schedule, ramadan: circulars }, fasts);
  const firstDay = loadedYears.size === 0 ? 0 : epochDayOf(Math.min(...loadedYears), 1, 1);
  const endDay = loadedYears.size === 0 ? 0 : epochDayOf(Math.max(...loadedYears) + 1, 1, 1);
  return {
    zone: schedule.zone,
    asOf,
    firstDay,
    days: buildDays(firstDay, endDay, loadedYears, offDays(known, closed), hours, ramadan),
    loadedYears,
    ramadanYears: new Set(ramadan.map((period) => period.year)),
    undetermined: schedule.undetermined,
  };
}

/** The years whose 1 January stands among the rows. */
export function loadedYearsOf(holidays: readonly HolidayRow[]): ReadonlySet<number> {
  return new Set(
    holidays
      .filter((row) => row.kind === 'libur_nasional' && row.date.endsWith('-01-01'))
      .map((row) => Number(row.date.slice(0, 4))),
  );
}

function isKnown(announcedOn: string | null, withdrawnOn: string | null, today: string): boolean {
  return (announcedOn === null || announcedOn <= today) && (withdrawnOn === null || withdrawnOn > today);
}

function hoursOf(schedule: OfficeSchedule, place: string | undefined): Hours {
  if (place === undefined) return schedule.normal;
  const found = schedule.places.find((candidate) => candidate.key === place);
  if (found === undefined) throw new Error(`The schedule has no place "${place}"`);
  return found.hours ?? schedule.normal;
}

type DayOff = {
  readonly kind: Exclude<DayKind, 'hari_kerja' | 'akhir_pekan'>;
  readonly name: string;
  readonly decree: string;
};

/** Where several rows name one date, the national holiday speaks first, the office's own row last. */
function offDays(
  holidays: readonly HolidayRow[],
  closures: readonly OfficeDayOff[],
): ReadonlyMap<string, DayOff> {
  const byDate = new Map<string, DayOff>();
  const national = holidays.filter((row) => row.kind === 'libur_nasional');
  const shared = holidays.filter((row) => row.kind === 'cuti_bersama');
  for (const row of [...closures, ...shared, ...national]) byDate.set(row.date, row);
  return byDate;
}

function buildDays(
  firstDay: EpochDay,
  endDay: EpochDay,
  loadedYears: ReadonlySet<number>,
  off: ReadonlyMap<string, DayOff>,
  hours: Hours,
  ramadan: readonly RamadanHours[],
): readonly (CalendarDay | null)[] {
  const days: (CalendarDay | null)[] = [];
  let workingDaysBefore = 0;
  let serviceMsBefore = 0;
  for (let epochDay = firstDay; epochDay < endDay; epochDay++) {
    if (!loadedYears.has(yearOf(epochDay))) {
      days.push(null);
      continue;
    }
    const day = buildDay(epochDay, off, hours, ramadan, workingDaysBefore, serviceMsBefore);
    if (day.workClose !== null) workingDaysBefore += 1;
    for (const [open, close] of day.service) serviceMsBefore += (close - open) * MINUTE_MS;
    days.push(day);
  }
  return days;
}

function buildDay(
  epochDay: EpochDay,
  off: ReadonlyMap<string, DayOff>,
  hours: Hours,
  ramadan: readonly RamadanHours[],
  workingDaysBefore: number,
  serviceMsBefore: number,
): CalendarDay {
  const date = toIsoDate(epochDay);
  const counts = { date, workingDaysBefore, serviceMsBefore };
  const dayOff = off.get(date);
  if (dayOff !== undefined) {
    const { kind, name, decree } = dayOff;
    return { ...counts, kind, name, decree, service: [], workClose: null, ramadan: null };
  }
  const fasting = ramadan.find((period) => period.from <= date && date <= period.to);
  const { service, work } = fasting?.hours ?? hours;
  const weekday = WEEKDAYS[weekdayIndex(epochDay)] ?? 'sun';
  const workClose = work[weekday].at(-1)?.[1] ?? null;
  return {
    ...counts,
    kind: workClose === null ? 'akhir_pekan' : 'hari_kerja',
    name: null,
    decree: null,
    service: service[weekday],
    workClose,
    ramadan: fasting?.circular ?? null,
  };
}
