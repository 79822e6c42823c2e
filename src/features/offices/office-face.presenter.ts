import { WEEKDAY_NAMES } from '../../domain/calendar/day-names.ts';
import type { OfficeData, OfficeService, WeekHours } from '../../domain/office/office-data.ts';
import type { Words } from '../../platform/words/words.ts';
import type { OfficeFace } from './public-frame.view.tsx';
import type { ServiceSheet } from './services.view.tsx';

export function officeFace(slug: string, data: OfficeData, words: Words): OfficeFace {
  return {
    slug,
    name: data.name,
    government: data.government,
    address: data.letterhead.address,
    hours: hoursInWords(data.hours.normal.service, data.zoneLabel, words),
    emergency: data.emergency,
    hasEmblem: data.letterhead.emblemSvg !== undefined,
  };
}

export function serviceSheet(service: OfficeService): ServiceSheet {
  const { key, label, what, who, bring, how, howLong, fee } = service;
  return { key, label, what, who, bring, how, howLong, fee };
}

const DAYS: readonly (keyof WeekHours)[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Days with equal hours run together: ["Senin–Kamis 07.30–16.00 WITA", "Jumat 07.30–16.30 WITA"]. */
export function hoursInWords(week: WeekHours, zone: string, words: Words): readonly string[] {
  const groups: { from: string; to: string; hours: string }[] = [];
  for (const [index, day] of DAYS.entries()) {
    const name = WEEKDAY_NAMES[words.language][index] ?? day;
    const hours = week[day].map(([open, close]) => `${clock(open)}–${clock(close)}`).join(words('face.and'));
    const last = groups.at(-1);
    if (last !== undefined && last.hours === hours) last.to = name;
    else groups.push({ from: name, to: name, hours });
  }
  return groups
    .filter((group) => group.hours !== '')
    .map(({ from, to, hours }) => `${from === to ? from : `${from}–${to}`} ${hours} ${zone}`);
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}
