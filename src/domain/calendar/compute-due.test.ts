import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_HOURS, DEFAULT_RAMADAN_HOURS } from '../../../test/default-schedule.ts';
import { aLimit, anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import type { Calendar } from './calendar.ts';
import { computeDue } from './compute-due.ts';
import { ZONES } from './zone.ts';

const calendar = anOfficeCalendar();

function due(from: string, limit: string, of: Calendar = calendar): number | string {
  const result = computeDue(of, at(from, of.zone), aLimit(limit));
  return result.ok ? result.due : `${result.refusal} ${result.year}`;
}

describe('working days', () => {
  test('the day of receipt is day 0, the limit ends when work ends', () => {
    assert.equal(due('2023-05-08T07:30', '1 hari kerja'), at('2023-05-09T16:00'));
    assert.equal(due('2023-05-11T15:59:59', '1 hari kerja'), at('2023-05-12T16:30'));
  });
  test('a message before opening is received the same day', () => {
    assert.equal(due('2023-05-08T00:00', '1 hari kerja'), at('2023-05-09T16:00'));
  });
  test('a message at closing time is received at the next opening', () => {
    assert.equal(due('2023-05-08T16:00', '1 hari kerja'), at('2023-05-10T16:00'));
    assert.equal(due('2023-05-12T16:30', '1 hari kerja'), at('2023-05-16T16:00'));
  });
  test('the Idulfitri block of 2023 is passed over, with the 26th a working day again', () => {
    assert.equal(due('2023-04-18T10:00', '1 hari kerja'), at('2023-04-26T16:00'));
    assert.equal(
      due('2023-04-18T10:00', '1 hari kerja', anOfficeCalendar({ asOf: '2023-03-28' })),
      at('2023-04-19T16:00'),
    );
  });
  test('the year end is passed over', () => {
    assert.equal(due('2024-12-30T10:00', '2 hari kerja'), at('2025-01-02T16:00'));
  });
  test('29 February is a working day like any other', () => {
    assert.equal(due('2024-02-28T10:00', '1 hari kerja'), at('2024-02-29T16:00'));
  });
  test('a count that leaves the loaded years is refused with the year that is missing', () => {
    assert.equal(due('2027-12-30T10:00', '1 hari kerja'), at('2027-12-31T16:30'));
    assert.equal(due('2027-12-31T10:00', '1 hari kerja'), 'calendar-not-loaded 2028');
    assert.equal(due('2021-12-30T10:00', '1 hari kerja'), 'calendar-not-loaded 2021');
  });
  test('the same local time gives the same local due time in every zone', () => {
    for (const zone of ZONES) {
      const there = anOfficeCalendar({ zone });
      assert.equal(due('2023-05-08T15:59', '2 hari kerja', there), at('2023-05-10T16:00', zone));
    }
  });
  test('one instant is in time in one zone and after closing in the zone east of it', () => {
    const instant = '2023-05-08T08:30:00Z';
    assert.equal(
      due(instant, '1 hari kerja', anOfficeCalendar({ zone: 'Asia/Jakarta' })),
      at('2023-05-09T16:00+07:00'),
    );
    assert.equal(due(instant, '1 hari kerja'), at('2023-05-10T16:00+08:00'));
  });
  test('a counter open on a Saturday without work does not make it day 0', () => {
    const saturday = { ...DEFAULT_HOURS.service, sat: [[480, 720]] as const };
    const mall = anOfficeCalendar({ schedule: { normal: { ...DEFAULT_HOURS, service: saturday } } });
    assert.equal(due('2023-05-13T09:00', '1 hari kerja', mall), at('2023-05-16T16:00'));
    assert.equal(due('2023-05-13T09:00', '30 menit', mall), at('2023-05-13T09:30'));
  });
});

describe('calendar days and months', () => {
  test('they start on the date of receipt even when the office is closed', () => {
    assert.equal(due('2023-04-22T23:59', '14 hari'), at('2023-05-07T00:00'));
  });
  test('no holiday moves them; the last working day before is told', () => {
    const result = computeDue(calendar, at('2023-04-11T10:00'), aLimit('14 hari'));
    assert.equal(result.ok && result.dueOn, '2023-04-25');
    assert.deepEqual(result.ok && result.notes, [{ code: 'last-working-day', date: '2023-04-18' }]);
  });
  test('a month ends on the same day number, else on the last day of the month', () => {
    assert.equal(due('2023-01-15T10:00', '1 bulan'), at('2023-02-16T00:00'));
    assert.equal(due('2023-01-31T10:00', '1 bulan'), at('2023-03-01T00:00'));
    assert.equal(due('2023-01-31T10:00', '2 bulan'), at('2023-04-01T00:00'));
    assert.equal(due('2023-11-30T10:00', '3 bulan'), at('2024-03-01T00:00'));
    assert.equal(due('2024-02-29T10:00', '12 bulan'), at('2025-03-01T00:00'));
  });
  test('an unloaded year does not refuse them, it only leaves the working day untold', () => {
    const result = computeDue(calendar, at('2027-12-20T10:00'), aLimit('30 hari'));
    assert.equal(result.ok && result.dueOn, '2028-01-19');
    assert.deepEqual(result.ok && result.notes, [{ code: 'last-working-day-unknown', year: 2028 }]);
  });
});

describe('service time', () => {
  test('three service hours late on a Friday go on after the weekend', () => {
    assert.equal(due('2023-05-12T15:00', '3 jam'), at('2023-05-15T09:00'));
  });
  test('a limit used up exactly at closing ends at closing', () => {
    assert.equal(due('2023-05-08T15:50', '10 menit'), at('2023-05-08T16:00'));
  });
  test('seconds of the start are kept', () => {
    assert.equal(due('2023-05-08T15:55:30', '10 menit'), at('2023-05-09T07:35:30'));
  });
  test('a rest that closes the counter stops the clock', () => {
    const rest = {
      ...DEFAULT_HOURS.service,
      mon: [
        [450, 720],
        [780, 960],
      ] as const,
    };
    const office = anOfficeCalendar({ schedule: { normal: { ...DEFAULT_HOURS, service: rest } } });
    assert.equal(due('2023-05-08T11:50', '20 menit', office), at('2023-05-08T13:10'));
  });
  test('with a circular Ramadan hours hold, and the note names it', () => {
    const ramadan = [
      {
        year: 2023,
        from: '2023-03-23',
        to: '2023-04-21',
        circular: 'SE 1/2023',
        hours: DEFAULT_RAMADAN_HOURS,
      },
    ];
    const office = anOfficeCalendar({ schedule: { ramadan, undetermined: false } });
    const result = computeDue(office, at('2023-03-27T14:55'), aLimit('10 menit'));
    assert.equal(result.ok && result.due, at('2023-03-28T08:05'));
    assert.deepEqual(result.ok && result.notes, [{ code: 'ramadan-hours', circular: 'SE 1/2023' }]);
  });
  test('without a circular the year counts with normal hours and says so', () => {
    const office = anOfficeCalendar({ schedule: { undetermined: false } });
    const result = computeDue(office, at('2023-03-27T15:55'), aLimit('10 menit'));
    assert.equal(result.ok && result.due, at('2023-03-28T07:35'));
    assert.deepEqual(result.ok && result.notes, [{ code: 'ramadan-without-circular', year: 2023 }]);
  });
  test('hours that the office has not set are told as such', () => {
    const result = computeDue(calendar, at('2023-05-08T10:00'), aLimit('10 menit'));
    assert.ok(result.ok && result.notes.some((note) => note.code === 'hours-undetermined'));
  });
});

test('clock hours run through nights, weekends and unloaded years', () => {
  assert.equal(due('2023-04-21T10:00', '3 x 24 jam'), at('2023-04-24T10:00'));
  assert.equal(due('2028-01-03T10:00', '2 jam penuh'), at('2028-01-03T12:00'));
});

test('clock hours that end at midnight end on the date that ends', () => {
  const result = computeDue(calendar, at('2023-05-08T10:00'), aLimit('14 jam penuh'));
  assert.equal(result.ok && result.dueOn, '2023-05-08');
  assert.equal(result.ok && result.steps.length, 1);
});

test('service time tells why each date on its way gave nothing', () => {
  const result = computeDue(calendar, at('2024-12-24T17:00'), aLimit('10 jam'));
  assert.ok(result.ok);
  assert.deepEqual(
    result.steps.map((step) => `${step.date} ${step.kind} ${step.minutes ?? '-'}`),
    [
      '2024-12-24 di_luar_jam -',
      '2024-12-25 libur_nasional -',
      '2024-12-26 cuti_bersama -',
      '2024-12-27 jam_layanan 540',
      '2024-12-28 akhir_pekan -',
      '2024-12-29 akhir_pekan -',
      '2024-12-30 jam_layanan 60',
    ],
  );
});

test('every date from receipt to due date stands once, in order, with decree where it is a day off', () => {
  const result = computeDue(calendar, at('2023-04-17T17:00'), aLimit('1 hari kerja'));
  assert.ok(result.ok);
  assert.deepEqual(
    result.steps.map((step) => `${step.date} ${step.kind} ${step.counted}`),
    [
      '2023-04-17 di_luar_jam false',
      '2023-04-18 hari_terima false',
      '2023-04-19 cuti_bersama false',
      '2023-04-20 cuti_bersama false',
      '2023-04-21 cuti_bersama false',
      '2023-04-22 libur_nasional false',
      '2023-04-23 libur_nasional false',
      '2023-04-24 cuti_bersama false',
      '2023-04-25 cuti_bersama false',
      '2023-04-26 hari_kerja true',
    ],
  );
  assert.match(result.steps[2]?.decree ?? '', /624\/2023/);
  assert.match(result.steps[2]?.name ?? '', /Idulfitri 1444/);
});
