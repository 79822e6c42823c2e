import {
  type Hours,
  type Interval,
  type OfficeSchedule,
  type RamadanPeriod,
  WEEKDAYS,
  type Week,
} from './calendar.ts';
import { parseIsoDate } from './epoch-day.ts';

export interface ScheduleProblem {
  /** Where in the schedule, e.g. `normal.service.fri` or `ramadan[0]`. */
  readonly path: string;
  /** Indonesian: what is wrong and what would be right. */
  readonly message: string;
}

/** Everything that would make counting wrong or endless; empty for a sound schedule. For `office check`. */
export function scheduleProblems(schedule: OfficeSchedule): readonly ScheduleProblem[] {
  return [
    ...hoursProblems(schedule.normal, 'normal'),
    ...ramadanProblems(schedule.ramadan, 'ramadan'),
    ...schedule.places.flatMap((place, i) =>
      place.hours === null ? [] : hoursProblems(place.hours, `places[${i}].hours`),
    ),
    ...schedule.extraDays.flatMap((day, i) =>
      brokenDates(`extraDays[${i}]`, [
        day.date,
        day.announcedOn,
        ...(day.withdrawnOn ? [day.withdrawnOn] : []),
      ]),
    ),
  ];
}

function hoursProblems({ service, work }: Hours, path: string): readonly ScheduleProblem[] {
  const problems = [...weekProblems(service, `${path}.service`), ...weekProblems(work, `${path}.work`)];
  if (!WEEKDAYS.some((weekday) => service[weekday].length > 0 && work[weekday].length > 0)) {
    problems.push({
      path,
      message: 'Tidak ada satu hari pun dengan jam layanan dan jam kerja; isi jam kantor',
    });
  }
  return problems;
}

function weekProblems(week: Week, path: string): readonly ScheduleProblem[] {
  return WEEKDAYS.flatMap((weekday) => {
    const message = intervalsProblem(week[weekday]);
    return message === null ? [] : [{ path: `${path}.${weekday}`, message }];
  });
}

function intervalsProblem(intervals: readonly Interval[]): string | null {
  let before = -1;
  for (const [open, close] of intervals) {
    if (!Number.isInteger(open) || !Number.isInteger(close) || open < 0 || close > 1440 || open >= close) {
      return 'Jam buka harus mendahului jam tutup, antara 00.00 dan 24.00';
    }
    if (open < before) return 'Selang jam harus berurutan dan tidak tumpang tindih';
    before = close;
  }
  return null;
}

function ramadanProblems(periods: readonly RamadanPeriod[], path: string): readonly ScheduleProblem[] {
  return periods.flatMap((period, i) => {
    const at = `${path}[${i}]`;
    const problems = [
      ...brokenDates(at, [period.from, period.to]),
      ...hoursProblems(period.hours, `${at}.hours`),
    ];
    if (period.from > period.to)
      problems.push({ path: at, message: 'Awal Ramadan harus mendahului akhirnya' });
    if (!period.from.startsWith(String(period.year))) {
      problems.push({ path: at, message: `Tahun ${period.year} tidak sama dengan tanggal ${period.from}` });
    }
    return problems;
  });
}

function brokenDates(path: string, dates: readonly string[]): readonly ScheduleProblem[] {
  return dates
    .filter((date) => parseIsoDate(date) === null)
    .map((date) => ({ path, message: `Tanggal "${date}" tidak ada; tulis seperti 2026-08-17` }));
}
