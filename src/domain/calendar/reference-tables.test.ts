import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anOfficeCalendar, referenceCalendar } from '../../../test/office-calendar.ts';
import { parseIsoDate } from './epoch-day.ts';
import { workingDaysBetween } from './working-days.ts';

const inForce = referenceCalendar.holidays.filter((row) => row.withdrawnOn === null);

describe('the table of days off', () => {
  // Counted from the decrees: national holidays, cuti bersama, Monday–Friday working days.
  const COUNTS = [
    ['2022', 16, 4, 246],
    ['2023', 16, 11, 239],
    ['2024', 19, 10, 238],
    ['2025', 17, 11, 237],
    ['2026', 17, 8, 240],
    ['2027', 18, 8, 242],
  ] as const;
  for (const [year, national, shared, working] of COUNTS) {
    test(`${year} has ${national} national holidays, ${shared} cuti bersama and ${working} working days`, () => {
      const rows = inForce.filter((row) => row.date.startsWith(year));
      assert.equal(rows.filter((row) => row.kind === 'libur_nasional').length, national);
      assert.equal(rows.filter((row) => row.kind === 'cuti_bersama').length, shared);
      const [first, last] = [parseIsoDate(`${year}-01-01`) ?? 0, parseIsoDate(`${year}-12-31`) ?? 0];
      assert.deepEqual(workingDaysBetween(anOfficeCalendar(), first, last), { ok: true, days: working });
    });
  }

  test('the Easter feasts stand where the computus puts them', () => {
    for (const row of inForce.filter((day) => /^(Wafat|Kebangkitan|Kenaikan)/.test(day.name))) {
      const distance = row.name.startsWith('Wafat') ? -2 : row.name.startsWith('Kenaikan') ? 39 : 0;
      const easter = easterSunday(Number(row.date.slice(0, 4)));
      assert.equal(parseIsoDate(row.date), easter + distance, row.name);
    }
  });

  test('the feasts of Islam stand within a day of the computed Hijri date, in the year that they name', () => {
    const named: readonly (readonly [RegExp, string])[] = [
      [/^Isra Mikraj/, '7/27'],
      [/^Idulfitri/, '10/1'],
      [/^Iduladha/, '12/10'],
      [/^Tahun Baru Islam/, '1/1'],
      [/^Maulid/, '3/12'],
    ];
    for (const [pattern, hijri] of named) {
      const rows = inForce.filter((row) => pattern.test(row.name));
      assert.ok(rows.length >= 6, hijri);
      for (const row of rows) {
        const near = [-2, -1, 0, 1, 2].map((shift) => hijriDate(row.date, shift));
        assert.ok(
          near.some((date) => date.startsWith(`${hijri}/`)),
          `${row.date} ${row.name}: ${near.join(' ')}`,
        );
        const year = /(\d{4}) Hijriah/.exec(row.name)?.[1];
        if (year !== undefined) assert.ok(near.includes(`${hijri}/${year}`), `${row.date} ${row.name}`);
      }
    }
  });

  test('Imlek stands at the new moon that opens the Chinese year', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (const row of inForce.filter((day) => day.name.startsWith('Tahun Baru Imlek'))) {
      // The new moon of 6 February 2027 is four minutes before midnight in Beijing: ICU takes the next day.
      const near = [0, 1].map((shift) =>
        chinese.format(Date.parse(`${row.date}T00:00:00Z`) + shift * 86_400_000),
      );
      assert.ok(near.includes('1/1'), row.date);
    }
  });

  test('every cuti bersama names the feast of a national holiday within six days of it', () => {
    for (const row of inForce.filter((day) => day.kind === 'cuti_bersama')) {
      const feast = row.name.replace('Cuti bersama ', '');
      const day = parseIsoDate(row.date) ?? 0;
      const near = inForce.some(
        (other) =>
          other.kind === 'libur_nasional' &&
          other.name.includes(feast) &&
          Math.abs((parseIsoDate(other.date) ?? 0) - day) <= 6,
      );
      assert.ok(near, `${row.date} ${row.name}`);
    }
  });
});

test('every loaded year has its Ramadan, which ends the day before Idulfitri', () => {
  for (const period of referenceCalendar.ramadan) {
    const feast = inForce.find(
      (row) => row.name.startsWith('Idulfitri') && row.date.startsWith(String(period.year)),
    );
    assert.equal(
      (parseIsoDate(feast?.date ?? '') ?? 0) - (parseIsoDate(period.to) ?? 0),
      1,
      String(period.year),
    );
  }
  assert.deepEqual(
    referenceCalendar.ramadan.map((period) => period.year),
    [...anOfficeCalendar().loadedYears],
  );
});

/** Gauss–Butcher, as an epoch day. */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / 86_400_000;
}

/** `month/day/year` of the computed Hijri calendar. */
function hijriDate(date: string, shift: number): string {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(new Date(Date.parse(`${date}T00:00:00Z`) + shift * 86_400_000));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')}/${part('day')}/${part('year')}`;
}
