import type { DayIntervals, OfficeData, OfficeService, WeekHours } from '../../domain/office/office-data.ts';
import type { OfficeFace } from './public-frame.view.tsx';
import type { ServiceSheet } from './services.view.tsx';

export function officeFace(slug: string, data: OfficeData): OfficeFace {
  return {
    slug,
    name: data.name,
    government: data.government,
    address: data.letterhead.address,
    hours: hoursInWords(data.hours.normal.service, data.zoneLabel),
    emergency: data.emergency,
    hasEmblem: data.letterhead.emblemSvg !== undefined,
  };
}

export function serviceSheet(service: OfficeService): ServiceSheet {
  const { key, label, what, who, bring, how, howLong, fee } = service;
  return { key, label, what, who, bring, how, howLong, fee };
}

const DAYS = [
  ['mon', 'Senin'],
  ['tue', 'Selasa'],
  ['wed', 'Rabu'],
  ['thu', 'Kamis'],
  ['fri', 'Jumat'],
  ['sat', 'Sabtu'],
  ['sun', 'Minggu'],
] as const satisfies readonly (readonly [keyof WeekHours, string])[];

/** Days with equal hours run together: ["Senin–Kamis 07.30–16.00 WITA", "Jumat 07.30–16.30 WITA"]. */
export function hoursInWords(week: WeekHours, zone: string): readonly string[] {
  const groups: { from: string; to: string; hours: string }[] = [];
  for (const [day, name] of DAYS) {
    const hours = intervalsInWords(week[day]);
    const last = groups.at(-1);
    if (last !== undefined && last.hours === hours) last.to = name;
    else groups.push({ from: name, to: name, hours });
  }
  return groups
    .filter((group) => group.hours !== '')
    .map(({ from, to, hours }) => `${from === to ? from : `${from}–${to}`} ${hours} ${zone}`);
}

function intervalsInWords(intervals: DayIntervals): string {
  return intervals.map(([open, close]) => `${clock(open)}–${clock(close)}`).join(' dan ');
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}
