import { civilDateOf, type EpochDay, weekdayIndex } from './epoch-day.ts';
import { DAY_MS, type Instant, localDay, MINUTE_MS, msOfLocalDay } from './instant.ts';
import { type Zone, zoneAbbreviation } from './zone.ts';

const WEEKDAY_NAMES = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** `Kamis`, always from the date itself. */
export function weekdayName(epochDay: EpochDay): string {
  return nameAt(WEEKDAY_NAMES, weekdayIndex(epochDay));
}

/** 4 → `April`. */
export function monthName(month: number): string {
  return nameAt(MONTH_NAMES, month - 1);
}

/** `27 April 2023` */
export function formatDate(epochDay: EpochDay): string {
  const { year, month, day } = civilDateOf(epochDay);
  return `${day} ${monthName(month)} ${year}`;
}

/** `Kamis, 27 April 2023` */
export function formatWeekdayDate(epochDay: EpochDay): string {
  return `${weekdayName(epochDay)}, ${formatDate(epochDay)}`;
}

/** `pukul 16.00 WITA` */
export function formatTime(instant: Instant, zone: Zone): string {
  return timeText(msOfLocalDay(instant, zone), zone);
}

/** `Kamis, 27 April 2023 pukul 16.00 WITA` */
export function formatDateTime(instant: Instant, zone: Zone): string {
  return `${formatWeekdayDate(localDay(instant, zone))} ${formatTime(instant, zone)}`;
}

/** Like `formatDateTime`, but midnight ends the date before: `Senin, 10 Oktober 2022 pukul 24.00 WIB`. */
export function formatDue(due: Instant, zone: Zone): string {
  if (msOfLocalDay(due, zone) !== 0) return formatDateTime(due, zone);
  return `${formatWeekdayDate(localDay(due, zone) - 1)} ${timeText(DAY_MS, zone)}`;
}

function timeText(msOfDay: number, zone: Zone): string {
  const minutes = Math.floor(msOfDay / MINUTE_MS);
  const clock = `${pad2(Math.floor(minutes / 60))}.${pad2(minutes % 60)}`;
  return `pukul ${clock} ${zoneAbbreviation(zone)}`;
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`No name at ${index}`);
  return name;
}
