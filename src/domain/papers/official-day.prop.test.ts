import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../calendar/day-names.ts';
import { parseNumberWords } from '../numbers/parse-number-words.ts';
import { officialDay } from './official-day.ts';

test('the opening of a berita acara: words read back give the date, and the weekday is that of the calendar', () => {
  assert.equal(
    officialDay('2023-06-06'),
    'Selasa, tanggal enam bulan Juni tahun dua ribu dua puluh tiga (6-6-2023)',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 73_000 }), (offset) => {
      const at = new Date(Date.UTC(1900, 0, 1) + offset * 86_400_000);
      const told = officialDay(at.toISOString().slice(0, 10));
      const read = /^(\p{L}+), tanggal (.+) bulan (\p{L}+) tahun (.+) \((\d+)-(\d+)-(\d+)\)$/u.exec(told);
      assert.ok(read !== null, told);
      const [, weekday, date, month, year, d, m, y] = read;
      // The engine's own calendar, Monday first in ours.
      assert.equal(WEEKDAY_NAMES.id.indexOf(weekday ?? ''), (at.getUTCDay() + 6) % 7, told);
      assert.equal(parseNumberWords(date ?? ''), at.getUTCDate());
      assert.equal(MONTH_NAMES.id.indexOf(month ?? ''), at.getUTCMonth());
      assert.equal(parseNumberWords(year ?? ''), at.getUTCFullYear());
      assert.deepEqual(
        [Number(d), Number(m), Number(y)],
        [at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()],
      );
    }),
  );
});
