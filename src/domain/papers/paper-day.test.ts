import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperDayRefusal } from './paper-day.ts';

test('rule 9: a paper bears no day to come, none before its case, none before the last of its series', () => {
  const of = { today: '2027-01-04', receivedOn: '2026-12-28', lastOn: '2026-12-30' };
  for (const [day, refusal] of [
    ['2031-01-01', 'day-future'],
    ['2027-01-05', 'day-future'],
    ['2027-01-04', null],
    ['2026-12-30', null],
    ['2026-12-29', 'day-before-last'],
    ['2026-12-28', 'day-before-last'],
    ['2026-12-27', 'day-before-case'],
    ['2019-01-01', 'day-before-case'],
  ] as const) {
    assert.equal(paperDayRefusal(day, of), refusal, day);
  }
  assert.equal(paperDayRefusal('2026-12-28', { ...of, lastOn: null }), null);
  assert.equal(paperDayRefusal('2019-01-01', { today: of.today, receivedOn: null, lastOn: null }), null);
});
