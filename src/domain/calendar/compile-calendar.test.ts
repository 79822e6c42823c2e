import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_HOURS, DEFAULT_RAMADAN_HOURS, defaultSchedule } from '../../../test/default-schedule.ts';
import { anOfficeCalendar, referenceCalendar } from '../../../test/office-calendar.ts';
import type { Calendar, Hours } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import { dayAt } from './day-at.ts';
import { parseIsoDate } from './epoch-day.ts';

const NOW = Date.UTC(2026, 10, 22);

function kindOn(calendar: Calendar, date: string): string | undefined {
  return dayAt(calendar, parseIsoDate(date) ?? 0)?.kind;
}

test('a day off is known from the date of its announcement on', () => {
  assert.equal(kindOn(anOfficeCalendar({ asOf: '2025-08-06T23:59' }), '2025-08-18'), 'hari_kerja');
  assert.equal(kindOn(anOfficeCalendar({ asOf: '2025-08-07T00:00' }), '2025-08-18'), 'cuti_bersama');
});

test('a withdrawn day off is a working day from the date of its withdrawal on', () => {
  assert.equal(kindOn(anOfficeCalendar({ asOf: '2023-03-28' }), '2023-04-26'), 'cuti_bersama');
  assert.equal(kindOn(anOfficeCalendar({ asOf: '2023-03-29' }), '2023-04-26'), 'hari_kerja');
});

test('a year is loaded when its own decree is announced, not before', () => {
  assert.deepEqual([...anOfficeCalendar({ asOf: '2023-09-11' }).loadedYears], [2022, 2023]);
  assert.deepEqual([...anOfficeCalendar({ asOf: '2023-09-12' }).loadedYears], [2022, 2023, 2024]);
});

test('a single day announced early does not load its year', () => {
  const days = [
    ...referenceCalendar.holidays,
    {
      date: '2029-05-01',
      kind: 'libur_nasional' as const,
      name: 'Hari pemungutan suara',
      decree: 'Keppres 1/2026',
      announcedOn: '2026-01-05',
      withdrawnOn: null,
    },
  ];
  const schedule = defaultSchedule('Asia/Jakarta');
  const calendar = compileCalendar({ reference: { holidays: days, ramadan: [] }, schedule, asOf: NOW });
  assert.equal(calendar.loadedYears.has(2029), false);
  assert.equal(dayAt(calendar, parseIsoDate('2029-05-01') ?? 0), null);
});

test('the dates of an unloaded year between loaded ones are unknown', () => {
  const days = referenceCalendar.holidays.filter((row) => !row.date.startsWith('2024'));
  const schedule = defaultSchedule('Asia/Jakarta');
  const calendar = compileCalendar({ reference: { holidays: days, ramadan: [] }, schedule, asOf: NOW });
  assert.equal(kindOn(calendar, '2024-05-06'), undefined);
  assert.equal(kindOn(calendar, '2025-05-06'), 'hari_kerja');
});

test("an office's own closure counts from the day it was entered, and until it is withdrawn", () => {
  const closure = {
    date: '2026-07-08',
    kind: 'penutupan' as const,
    name: 'Banjir',
    decree: 'SK 12/2026',
    announcedOn: '2026-07-10',
  };
  const schedule = { extraDays: [closure] };
  assert.equal(kindOn(anOfficeCalendar({ schedule, asOf: '2026-07-09' }), '2026-07-08'), 'hari_kerja');
  assert.equal(kindOn(anOfficeCalendar({ schedule, asOf: '2026-07-10' }), '2026-07-08'), 'penutupan');
  const withdrawn = { extraDays: [{ ...closure, withdrawnOn: '2026-07-20' }] };
  assert.equal(kindOn(anOfficeCalendar({ schedule: withdrawn }), '2026-07-08'), 'hari_kerja');
});

test('where a national holiday and a closure share a date, the national one is named', () => {
  const closure = {
    date: '2026-08-17',
    kind: 'penutupan' as const,
    name: 'Upacara',
    decree: 'SK 13/2026',
    announcedOn: '2026-08-01',
  };
  assert.equal(
    kindOn(anOfficeCalendar({ schedule: { extraDays: [closure] } }), '2026-08-17'),
    'libur_nasional',
  );
});

test("a circular takes the dates of the reference table and the office's pattern, unless it names its own (rule 18)", () => {
  const ofYear = (year: number, from: string | null, hours: Hours | null) => ({
    year,
    circular: `SE ${year}`,
    from,
    to: from === null ? null : `${year}-03-20`,
    hours,
  });
  const shorter = { ...DEFAULT_HOURS, service: { ...DEFAULT_HOURS.service, mon: [[480, 840]] as const } };
  const ramadan = [
    ofYear(2025, null, null),
    ofYear(2026, '2026-03-10', shorter),
    { ...ofYear(2024, null, null), circular: null },
  ];
  const calendar = anOfficeCalendar({ schedule: { ramadan } });
  const told = (date: string) => {
    const day = dayAt(calendar, parseIsoDate(date) ?? 0);
    return [day?.service.flat(), day?.ramadan];
  };
  assert.deepEqual(told('2025-03-03'), [[480, 900], 'SE 2025']);
  assert.deepEqual(told('2026-03-09'), [[450, 960], null]);
  assert.deepEqual(told('2026-03-16'), [[480, 840], 'SE 2026']);
  assert.deepEqual(told('2024-03-25'), [[450, 960], null]);
  assert.deepEqual([...calendar.ramadanYears], [2025, 2026]);
  const withoutPattern = anOfficeCalendar({ schedule: { ramadan, ramadanPattern: null } });
  assert.deepEqual([...withoutPattern.ramadanYears], [2026]);
});

test('a circular is known from its own date on, a corrected Ramadan from the date of the correction', () => {
  const circular = {
    year: 2026,
    circular: 'SE 1',
    from: null,
    to: null,
    hours: null,
    announcedOn: '2026-02-10',
  };
  const told = (asOf: string, date: string, withdrawnOn: string | null = null) => {
    const [former, others] = [
      referenceCalendar.ramadan.filter(({ year }) => year === 2026),
      referenceCalendar.ramadan.filter(({ year }) => year !== 2026),
    ];
    const corrected = former.map((row) => ({ ...row, from: '2026-02-18', announcedOn: '2026-02-17' }));
    const rows = former.map((row) => ({ ...row, withdrawnOn }));
    const calendar = compileCalendar({
      reference: {
        ...referenceCalendar,
        ramadan: [...others, ...rows, ...(withdrawnOn === null ? [] : corrected)],
      },
      schedule: { ...defaultSchedule('Asia/Jakarta'), ramadan: [circular] },
      asOf: Date.parse(`${asOf}T03:00:00.000Z`),
    });
    return [dayAt(calendar, parseIsoDate(date) ?? 0)?.ramadan, calendar.ramadanYears.has(2026)];
  };
  assert.deepEqual(told('2026-02-09', '2026-02-20'), [null, false]);
  assert.deepEqual(told('2026-02-10', '2026-02-20'), ['SE 1', true]);
  assert.deepEqual(told('2026-02-16', '2026-02-18', '2026-02-17'), [null, true]);
  assert.deepEqual(told('2026-02-17', '2026-02-18', '2026-02-17'), ['SE 1', true]);
});

test('Ramadan hours hold on its first and on its last day, not on the days around', () => {
  const period = {
    year: 2026,
    from: '2026-07-07',
    to: '2026-07-09',
    circular: 'SE 4',
    hours: DEFAULT_RAMADAN_HOURS,
  };
  const calendar = anOfficeCalendar({ schedule: { ramadan: [period] } });
  const hours = ['2026-07-06', '2026-07-07', '2026-07-09', '2026-07-10'].map((date) => {
    const day = dayAt(calendar, parseIsoDate(date) ?? 0);
    return [day?.workClose, day?.service.flat(), day?.ramadan];
  });
  assert.deepEqual(hours, [
    [960, [450, 960], null],
    [900, [480, 900], 'SE 4'],
    [900, [480, 900], 'SE 4'],
    [990, [450, 990], null],
  ]);
});

test('a place counts with its own hours, or with those of the office', () => {
  const service = { ...DEFAULT_HOURS.service, fri: [[480, 660]] as const };
  const places = [
    { key: 'mpp', label: 'Mal Pelayanan Publik', hours: { ...DEFAULT_HOURS, service } },
    { key: 'kantor', label: 'Kantor', hours: null },
  ];
  const friday = parseIsoDate('2026-07-10') ?? 0;
  const mall = anOfficeCalendar({ schedule: { places }, place: 'mpp' });
  const office = anOfficeCalendar({ schedule: { places }, place: 'kantor' });
  assert.deepEqual(dayAt(mall, friday)?.service, [[480, 660]]);
  assert.deepEqual(dayAt(office, friday)?.service, [[450, 990]]);
  assert.throws(() => anOfficeCalendar({ schedule: { places }, place: 'pasar' }), /pasar/);
});
