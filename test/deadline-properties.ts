import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Calendar, OfficeSchedule, Week } from '../src/domain/calendar/calendar.ts';
import { compileCalendar } from '../src/domain/calendar/compile-calendar.ts';
import { computeDue } from '../src/domain/calendar/compute-due.ts';
import type { Limit } from '../src/domain/calendar/limit.ts';
import { elapsedServiceMinutes } from '../src/domain/calendar/service-time.ts';
import { answeringWorkingDays } from '../src/domain/calendar/working-days.ts';
import type { Zone } from '../src/domain/calendar/zone.ts';
import { DEFAULT_HOURS, defaultSchedule } from './default-schedule.ts';
import { elapsedOpenMinutes, endOfDay, type OracleWorld, walkToAnswer, walkToDue } from './minute-oracle.ts';
import { referenceCalendar } from './office-calendar.ts';

/** What the calendar holds against the walk of `minute-oracle.ts`, and in how many random cases `npm test` tries it. */
export const DEADLINE_PROPERTIES: readonly {
  readonly rule: string;
  readonly runs: number;
  readonly prove: (runs: number) => void;
}[] = [
  {
    rule: 'random limits of every unit and zone end where a walk minute by minute ends',
    runs: 10_000,
    prove: provesLimits,
  },
  {
    rule: 'limits received within a minute end where a walk second by second ends',
    runs: 250,
    prove: provesSeconds,
  },
  {
    rule: 'elapsed service time is the number of open minutes that a walk passes',
    runs: 1_000,
    prove: provesElapsedTime,
  },
  {
    rule: 'answering time in working days is the shortest working-day limit that the answer keeps',
    runs: 1_000,
    prove: provesAnsweringDays,
  },
  {
    rule: 'an answer after the last end of work of the last loaded year keeps the limit that ends in the next',
    runs: 500,
    prove: provesLastYear,
  },
];

const OFFSETS: readonly (readonly [Zone, number])[] = [
  ['Asia/Pontianak', 7],
  ['Asia/Jakarta', 7],
  ['Asia/Makassar', 8],
  ['Asia/Jayapura', 9],
];

// The days around which the decrees changed, and today.
const KNOWN_ON = [
  '2022-04-06',
  '2022-11-01',
  '2023-03-28',
  '2023-03-29',
  '2025-08-06',
  '2025-08-07',
  '2026-11-22',
];

function everyDay(toThursday: Week['mon'], friday: Week['mon'], saturday: Week['mon'] = []): Week {
  const [mon, tue, wed, thu] = [toThursday, toThursday, toThursday, toThursday];
  return { mon, tue, wed, thu, fri: friday, sat: saturday, sun: [] };
}

const withRest = everyDay(
  [
    [480, 720],
    [780, 930],
  ],
  [
    [480, 690],
    [810, 960],
  ],
);
const sixDays = everyDay([[450, 840]], [[450, 660]], [[450, 780]]);
const saturdayCounter = everyDay([[510, 900]], [[510, 690]], [[540, 720]]);
const roundTheClock: Week = { ...everyDay([[0, 1440]], [[0, 1440]], [[0, 1440]]), sun: [[0, 1440]] };
const fourDays: Week = { ...withRest, wed: [] };
const circulars = referenceCalendar.ramadan.map(({ year }) => ({
  year,
  circular: `SE ${year}`,
  from: null,
  to: null,
  hours: null,
}));

const SCHEDULES: readonly Partial<OfficeSchedule>[] = [
  {},
  { ramadan: circulars },
  { normal: { service: withRest, work: DEFAULT_HOURS.work }, ramadan: circulars.slice(1, 3) },
  { normal: { service: sixDays, work: sixDays } },
  { normal: { service: saturdayCounter, work: DEFAULT_HOURS.work }, ramadan: circulars },
  { normal: { service: roundTheClock, work: withRest } },
  // Circulars with hours of their own, and an office without a pattern whose circular names none: normal hours hold.
  { ramadan: circulars.map((one) => ({ ...one, hours: { service: withRest, work: sixDays } })) },
  { ramadan: circulars, ramadanPattern: null },
  // Circulars that come in the middle of their fast: only who asks from then on counts by them.
  { ramadan: circulars.map((one) => ({ ...one, announcedOn: `${one.year}-03-22` })) },
  { normal: { service: fourDays, work: sixDays } },
  // A fast that begins and ends on working days, as the real ones of these years do not.
  {
    ramadan: [2023, 2025, 2026].map((year) => ({
      year,
      from: `${year}-08-06`,
      to: `${year}-08-14`,
      circular: `SE ${year}`,
      hours: { service: withRest, work: sixDays },
    })),
  },
  {
    extraDays: [
      { date: '2026-07-08', kind: 'penutupan', name: 'Banjir', decree: 'SK 1', announcedOn: '2026-07-10' },
      {
        date: '2023-05-05',
        kind: 'libur_daerah',
        name: 'Hari jadi',
        decree: 'SK 2',
        announcedOn: '2023-01-05',
      },
      {
        date: '2025-07-30',
        kind: 'libur_daerah',
        name: 'Upacara',
        decree: 'SK 3',
        announcedOn: '2025-07-01',
        withdrawnOn: '2025-08-07',
      },
    ],
  },
];

interface World {
  readonly calendar: Calendar;
  readonly oracle: OracleWorld;
}

const WORLDS: readonly World[] = OFFSETS.flatMap(([zone, utcOffsetHours]) =>
  SCHEDULES.flatMap((changes) =>
    KNOWN_ON.map((knownOn) => {
      const schedule = { ...defaultSchedule(zone), ...changes };
      const asOf = Date.parse(`${knownOn}T12:00:00Z`);
      return {
        calendar: compileCalendar({ reference: referenceCalendar, schedule, asOf }),
        oracle: { utcOffsetHours, reference: referenceCalendar, schedule, knownOn },
      };
    }),
  ),
);

const world = fc.constantFrom(...WORLDS);

// Half of the starts stand within two minutes of an hour at which offices open or close, a tenth near feasts.
const anyDay = fc.oneof(
  { arbitrary: fc.integer({ min: day('2021-12-20'), max: day('2027-12-31') }), weight: 6 },
  { arbitrary: fc.integer({ min: day('2023-04-10'), max: day('2023-04-28') }), weight: 1 },
  { arbitrary: fc.integer({ min: day('2025-08-01'), max: day('2025-08-20') }), weight: 1 },
  { arbitrary: fc.integer({ min: day('2024-02-20'), max: day('2024-03-20') }), weight: 1 },
  { arbitrary: fc.integer({ min: day('2026-12-20'), max: day('2027-01-08') }), weight: 1 },
);
const edge = fc
  .tuple(fc.constantFrom(0, 450, 480, 720, 780, 900, 930, 960, 990, 1440), fc.integer({ min: -2, max: 2 }))
  .map(([minute, shift]) => Math.min(Math.max(minute + shift, 0), 1439));
const minuteOfDay = fc.oneof(edge, fc.integer({ min: 0, max: 1439 }));

const onMinute: fc.Arbitrary<Limit> = fc.oneof(
  { arbitrary: limits('working-day', 14), weight: 8 },
  { arbitrary: limits('service-minute', 900), weight: 6 },
  { arbitrary: limits('service-hour', 40), weight: 4 },
  { arbitrary: limits('calendar-day', 60), weight: 4 },
  { arbitrary: limits('month', 3), weight: 1 },
  { arbitrary: limits('clock-hour', 100), weight: 2 },
);

function limits(unit: Limit['unit'], max: number): fc.Arbitrary<Limit> {
  return fc.integer({ min: 1, max }).map((count) => ({ count, unit }));
}

function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Local wall time of the world's zone as an instant. */
function instant(of: World, epochDay: number, minute: number, second = 0): number {
  return ((epochDay * 24 - of.oracle.utcOffsetHours) * 60 + minute) * 60_000 + second * 1000;
}

function fast(of: World, from: number, limit: Limit): number | string {
  const result = computeDue(of.calendar, from, limit);
  return result.ok ? result.due : String(result.year);
}

function provesLimits(runs: number): void {
  fc.assert(
    fc.property(world, anyDay, minuteOfDay, onMinute, (of, epochDay, minute, limit) => {
      const from = instant(of, epochDay, minute);
      assert.equal(fast(of, from, limit), walkToDue(of.oracle, from, limit));
    }),
    { numRuns: runs },
  );
}

function provesSeconds(runs: number): void {
  const second = fc.integer({ min: 1, max: 59 });
  const short = fc.oneof(limits('service-minute', 30), limits('working-day', 3), limits('calendar-day', 3));
  fc.assert(
    fc.property(world, anyDay, edge, second, short, (of, epochDay, minute, seconds, limit) => {
      const from = instant(of, epochDay, minute, seconds);
      assert.equal(fast(of, from, limit), walkToDue(of.oracle, from, limit));
    }),
    { numRuns: runs },
  );
}

function provesElapsedTime(runs: number): void {
  const span = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(world, anyDay, minuteOfDay, span, (of, epochDay, minute, minutes) => {
      const from = instant(of, epochDay, minute);
      const to = from + minutes * 60_000;
      const result = elapsedServiceMinutes(of.calendar, from, to);
      const walked = elapsedOpenMinutes(of.oracle, from, to);
      // The walk stops before the last date when that one only begins.
      if (result.ok) assert.equal(result.minutes, walked);
      else assert.ok(walked === String(result.year) || minutes === 0 || crossesYear(of, to, result.year));
    }),
    { numRuns: runs },
  );
}

function crossesYear(of: World, to: number, year: number): boolean {
  const shown = new Date(to + of.oracle.utcOffsetHours * 3_600_000).toISOString();
  return shown.startsWith(`${year}-01-01T00:00`);
}

function provesAnsweringDays(runs: number): void {
  const span = fc.integer({ min: 0, max: 15_000 });
  fc.assert(
    fc.property(world, anyDay, minuteOfDay, span, (of, epochDay, minute, minutes) => {
      const received = instant(of, epochDay, minute);
      const answered = received + minutes * 60_000;
      const result = answeringWorkingDays(of.calendar, received, answered);
      const walked = walkToAnswer(of.oracle, received, answered);
      if (!result.ok) assert.equal(walked, String(result.year));
      else if (typeof walked === 'number') assert.equal(result.days, walked);
      else assertAnsweredAtBorder(of, received, answered, result.days, walked);
    }),
    { numRuns: runs },
  );
}

function provesLastYear(runs: number): void {
  const received = fc.integer({ min: day('2027-12-20'), max: day('2027-12-31') });
  let atBorder = 0;
  fc.assert(
    fc.property(world, received, edge, edge, (of, epochDay, from, until) => {
      const received = instant(of, epochDay, from);
      const answered = instant(of, day('2027-12-31'), until);
      if (answered < received) return;
      const result = answeringWorkingDays(of.calendar, received, answered);
      const walked = walkToAnswer(of.oracle, received, answered);
      if (!result.ok || typeof walked === 'number') return;
      atBorder += 1;
      assertAnsweredAtBorder(of, received, answered, result.days, walked);
    }),
    { numRuns: runs },
  );
  assert.ok(atBorder > 0, 'no answer came so late');
}

/**
 * The one case in which the walk finds no day and the calendar does: the answer came after the last end of work
 * before an unloaded year, so it would have kept the limit that ends on the first working day of that year, whichever
 * that is. Every shorter limit it has missed.
 */
function assertAnsweredAtBorder(
  of: World,
  received: number,
  answered: number,
  days: number,
  unloaded: string,
): void {
  const before = days === 0 ? unloaded : endOfDay(of.oracle, received, days - 1);
  assert.ok(typeof before === 'number' && before < answered, `${days} days, the walk ends in ${unloaded}`);
  assert.equal(endOfDay(of.oracle, received, days), unloaded);
  const answeredIn = new Date(answered + of.oracle.utcOffsetHours * 3_600_000).getUTCFullYear();
  assert.equal(answeredIn, Number(unloaded) - 1, 'answered in the last loaded year');
}
