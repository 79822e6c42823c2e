import type { Hours, Interval, OfficeSchedule, Week } from '../src/domain/calendar/calendar.ts';
import type { Zone } from '../src/domain/calendar/zone.ts';

// Derived from Perpres 21/2023: 37 h 30 min a week from 07.30, in Ramadan 32 h 30 min from 08.00, with the rest
// inside the interval because no paper says that the counter closes for it (rule 18).
const NORMAL = week([450, 960], [450, 990]);
const FASTING = week([480, 900], [480, 930]);

export const DEFAULT_HOURS: Hours = { service: NORMAL, work: NORMAL };
export const DEFAULT_RAMADAN_HOURS: Hours = { service: FASTING, work: FASTING };

/**
 * The schedule of an office whose papers name no hours: Monday–Thursday 07.30–16.00, Friday 07.30–16.30, in both
 * schedules, without a rest gap, marked undetermined. 08.00–15.00 (Friday 15.30) is its pattern for a Ramadan with a
 * circular; it has none (rule 18).
 */
export function defaultSchedule(zone: Zone): OfficeSchedule {
  return {
    zone,
    normal: DEFAULT_HOURS,
    ramadan: [],
    ramadanPattern: DEFAULT_RAMADAN_HOURS,
    extraDays: [],
    places: [],
    undetermined: true,
  };
}

function week(toThursday: Interval, friday: Interval): Week {
  return {
    mon: [toThursday],
    tue: [toThursday],
    wed: [toThursday],
    thu: [toThursday],
    fri: [friday],
    sat: [],
    sun: [],
  };
}
