import type { Hours, OfficeSchedule, ReferenceCalendar, Week } from '../src/domain/calendar/calendar.ts';
import type { Limit } from '../src/domain/calendar/limit.ts';

/**
 * Counts deadlines the slow way, to judge the fast one: it walks minute by minute through the wall clock of the
 * zone (second by second where receipt was within a minute), with JavaScript dates and string comparison, and
 * shares no code with src/domain/calendar.
 */
export interface OracleWorld {
  readonly utcOffsetHours: number;
  readonly reference: ReferenceCalendar;
  readonly schedule: OfficeSchedule;
  /** Date in the office's zone up to which announcements are known. */
  readonly knownOn: string;
}

const MINUTE = 60_000;
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const CLOCK = Array.from({ length: 1440 }, (_, minute) => {
  const hour = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hour}:${String(minute % 60).padStart(2, '0')}`;
});

/** The due instant, or the year (as text) that is not loaded. */
export function walkToDue(world: OracleWorld, from: number, limit: Limit): number | string {
  switch (limit.unit) {
    case 'working-day':
      return walkWorkingDays(world, from, limit.count);
    case 'service-minute':
      return walkServiceTime(world, from, limit.count);
    case 'service-hour':
      return walkServiceTime(world, from, limit.count * 60);
    case 'calendar-day':
      return walkDates(world, from, limit.count);
    case 'month':
      return walkMonths(world, from, limit.count);
    case 'clock-hour':
      return walkClock(from, limit.count);
  }
}

/** Minutes of service between two instants on whole minutes. */
export function elapsedOpenMinutes(world: OracleWorld, from: number, to: number): number | string {
  const wall = startWalk(world, from);
  let minutes = 0;
  while (wall.now < to) {
    const missing = wall.unloadedYear();
    if (missing !== null) return missing;
    if (wall.serving()) minutes += 1;
    wall.forward(MINUTE);
  }
  return minutes;
}

/** Ends of work that passed between the end of day 0 (exclusive) and the answer, plus one when it came after it. */
export function walkToAnswer(world: OracleWorld, received: number, answered: number): number | string {
  let days = 0;
  for (;;) {
    const due = endOfDay(world, received, days);
    if (typeof due === 'string' || answered <= due) return typeof due === 'string' ? due : days;
    days += 1;
  }
}

/** The end of work of the n-th working day after day 0, or of day 0 itself. */
export function endOfDay(world: OracleWorld, received: number, days: number): number | string {
  return days === 0 ? endOfDayZero(world, received) : walkWorkingDays(world, received, days);
}

function endOfDayZero(world: OracleWorld, received: number): number | string {
  const wall = startWalk(world, received);
  while (!(wall.serving() && wall.isWorkday())) {
    const missing = wall.unloadedYear();
    if (missing !== null) return missing;
    wall.forward(MINUTE);
  }
  return endOfWork(wall);
}

function walkWorkingDays(world: OracleWorld, from: number, count: number): number | string {
  const wall = startWalk(world, from);
  while (!(wall.serving() && wall.isWorkday())) {
    const missing = wall.unloadedYear();
    if (missing !== null) return missing;
    wall.forward(MINUTE);
  }
  let found = 0;
  let date = wall.date();
  for (;;) {
    wall.forward(MINUTE);
    if (wall.date() === date) continue;
    date = wall.date();
    const missing = wall.unloadedYear();
    if (missing !== null) return missing;
    if (!wall.isWorkday()) continue;
    found += 1;
    if (found === count) return endOfWork(wall);
  }
}

function endOfWork(wall: Wall): number {
  wall.toMidnight();
  const date = wall.date();
  let end = wall.now;
  while (wall.date() === date) {
    const working = wall.working();
    wall.forward(MINUTE);
    if (working) end = wall.now;
  }
  return end;
}

function walkServiceTime(world: OracleWorld, from: number, minutes: number): number | string {
  const wall = startWalk(world, from);
  const step = from % MINUTE === 0 ? MINUTE : 1000;
  let left = minutes * MINUTE;
  while (left > 0) {
    const missing = wall.unloadedYear();
    if (missing !== null) return missing;
    if (wall.serving()) left -= step;
    wall.forward(step);
  }
  return wall.now;
}

function walkDates(world: OracleWorld, from: number, count: number): number {
  const wall = startWalk(world, from);
  for (let dates = 0; dates <= count; dates++) wall.toNextDate();
  return wall.now;
}

function walkMonths(world: OracleWorld, from: number, count: number): number {
  const wall = startWalk(world, from);
  const dayNumber = wall.date().slice(8);
  let month = wall.date().slice(0, 7);
  for (let months = 0; months < count; ) {
    wall.toNextDate();
    if (wall.date().slice(0, 7) === month) continue;
    month = wall.date().slice(0, 7);
    months += 1;
  }
  // In the month of the end: on until its date is over, or the month is.
  for (;;) {
    const reached = wall.date().slice(8) === dayNumber;
    wall.toNextDate();
    if (reached || wall.date().slice(0, 7) !== month) return wall.now;
  }
}

function walkClock(from: number, hours: number): number {
  let now = from;
  for (let minutes = 0; minutes < hours * 60; minutes++) now += MINUTE;
  return now;
}

interface Wall {
  now: number;
  forward(ms: number): void;
  toNextDate(): void;
  /** Onto the local midnight that began this date. */
  toMidnight(): void;
  date(): string;
  unloadedYear(): string | null;
  isWorkday(): boolean;
  serving(): boolean;
  working(): boolean;
}

interface WallDay {
  readonly date: string;
  readonly unloadedYear: string | null;
  readonly service: readonly (readonly [from: string, to: string])[];
  readonly work: readonly (readonly [from: string, to: string])[];
}

function startWalk(world: OracleWorld, from: number): Wall {
  const shown = new Date(from + world.utcOffsetHours * 60 * MINUTE);
  let day = readDay(world, shown);
  let clock = CLOCK[shown.getUTCHours() * 60 + shown.getUTCMinutes()] ?? '';
  const wall: Wall = {
    now: from,
    forward(ms) {
      wall.now += ms;
      const dateBefore = shown.getUTCDate();
      shown.setTime(wall.now + world.utcOffsetHours * 60 * MINUTE);
      if (shown.getUTCDate() !== dateBefore) day = readDay(world, shown);
      clock = CLOCK[shown.getUTCHours() * 60 + shown.getUTCMinutes()] ?? '';
    },
    toNextDate() {
      const { date } = day;
      wall.forward(MINUTE - (wall.now % MINUTE));
      while (day.date === date) wall.forward(MINUTE);
    },
    toMidnight() {
      wall.forward(-(wall.now % MINUTE));
      while (clock !== '00:00') wall.forward(-MINUTE);
    },
    date: () => day.date,
    unloadedYear: () => day.unloadedYear,
    isWorkday: () => day.work.length > 0,
    serving: () => day.service.some(([open, close]) => open <= clock && clock < close),
    working: () => day.work.some(([open, close]) => open <= clock && clock < close),
  };
  return wall;
}

const DAYS_READ = new WeakMap<OracleWorld, Map<string, WallDay>>();

function readDay(world: OracleWorld, shown: Date): WallDay {
  const date = shown.toISOString().slice(0, 10);
  const read = DAYS_READ.get(world) ?? new Map<string, WallDay>();
  DAYS_READ.set(world, read);
  const before = read.get(date);
  if (before !== undefined) return before;
  const day = lookUpDay(world, date, NAMES[shown.getUTCDay()] ?? 'sun');
  read.set(date, day);
  return day;
}

function lookUpDay(world: OracleWorld, date: string, weekday: keyof Week): WallDay {
  const { knownOn, schedule } = world;
  const year = date.slice(0, 4);
  const known = [...world.reference.holidays, ...schedule.extraDays].filter((row) => isKnownOn(row, knownOn));
  const loaded = known.some((row) => row.date === `${year}-01-01` && row.kind === 'libur_nasional');
  if (!loaded) return { date, unloadedYear: year, service: [], work: [] };
  if (known.some((row) => row.date === date)) return { date, unloadedYear: null, service: [], work: [] };
  const { service, work } = fastingHours(world, date) ?? schedule.normal;
  return { date, unloadedYear: null, service: clocked(service[weekday]), work: clocked(work[weekday]) };
}

function isKnownOn(
  row: { readonly announcedOn: string; readonly withdrawnOn?: string | null },
  knownOn: string,
): boolean {
  return row.announcedOn <= knownOn && !(row.withdrawnOn && row.withdrawnOn <= knownOn);
}

/** The hours of the office's circular for the year in whose Ramadan the date lies. */
function fastingHours({ reference, schedule, knownOn }: OracleWorld, date: string): Hours | null {
  for (const circular of schedule.ramadan) {
    if (!circular.circular || (circular.announcedOn && circular.announcedOn > knownOn)) continue;
    const dates = circular.from
      ? circular
      : reference.ramadan.find((row) => row.year === circular.year && isKnownOn(row, knownOn));
    if (!dates?.from || !dates.to || date < dates.from || date > dates.to) continue;
    return circular.hours || schedule.ramadanPattern;
  }
  return null;
}

function clocked(intervals: Week['mon']): readonly (readonly [string, string])[] {
  return intervals.map(([open, close]) => [CLOCK[open] ?? '24:00', CLOCK[close] ?? '24:00'] as const);
}
