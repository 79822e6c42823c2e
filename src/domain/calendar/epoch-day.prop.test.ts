import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths, civilDateOf, epochDayOf, parseIsoDate, toIsoDate, weekdayIndex } from './epoch-day.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 });

test('every date from 1422 to 2517 is that of the JavaScript calendar, there and back', () => {
  fc.assert(
    fc.property(anyDay, (epochDay) => {
      const shown = new Date(epochDay * 86_400_000);
      assert.equal(toIsoDate(epochDay), shown.toISOString().slice(0, 10));
      assert.equal(parseIsoDate(toIsoDate(epochDay)), epochDay);
      assert.equal((weekdayIndex(epochDay) + 1) % 7, shown.getUTCDay());
      const { year, month, day } = civilDateOf(epochDay);
      assert.equal(epochDayOf(year, month, day), epochDay);
    }),
    { numRuns: 5000 },
  );
});

test('months later is the same day number, or the last day of a shorter month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (epochDay, months) => {
      const from = civilDateOf(epochDay);
      const to = civilDateOf(addMonths(epochDay, months));
      assert.equal(to.year * 12 + to.month, from.year * 12 + from.month + months);
      const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
      assert.equal(to.day, Math.min(from.day, lastDay));
    }),
  );
});

test('dates that do not exist are not read', () => {
  for (const text of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-4-1', '20230401', '']) {
    assert.equal(parseIsoDate(text), null, text);
  }
  assert.equal(parseIsoDate('2024-02-29'), 19_782);
});
