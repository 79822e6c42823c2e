import { type Zone, zoneOffsetHours } from '../../../domain/calendar/zone.ts';

/** What a field of date and time says, in the office's own time: `2026-03-02T09:00` → `2026-03-02T09:00:00+08:00`. */
export function officeTime(typed: string, zone: Zone): string {
  const seconds = /T\d\d:\d\d$/.test(typed) ? ':00' : '';
  return `${typed}${seconds}+0${zoneOffsetHours(zone)}:00`;
}
