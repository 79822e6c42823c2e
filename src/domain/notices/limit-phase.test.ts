import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { limitPhase } from './limit-phase.ts';
import { isServiceTime } from './office-day.ts';
import { USUAL_REMINDERS } from './reminder-rules.ts';

const calendar = anOfficeCalendar();
const phase = (due: string, now: string) => {
  const found = limitPhase(at(due), at(now), calendar, USUAL_REMINDERS);
  return found === null ? null : `${found.phase}-${found.step}`;
};

test('a limit is told before, at and after it, by working days', () => {
  // Thursday 12 March 2026, 16.00.
  for (const [now, wanted] of [
    ['2026-03-06T09:00', null],
    ['2026-03-09T09:00', 'before-3'],
    ['2026-03-10T09:00', 'before-3'],
    ['2026-03-11T09:00', 'before-1'],
    ['2026-03-12T09:00', 'at-0'],
    ['2026-03-12T16:01', 'at-0'],
    ['2026-03-13T09:00', 'after-1'],
    ['2026-03-16T09:00', 'after-1'],
    ['2026-03-17T09:00', 'after-3'],
  ] as const) {
    assert.equal(phase('2026-03-12T16:00', now), wanted, now);
  }
});

test('a limit on a day off is told as due on the working day before (rules 14, 38)', () => {
  // Sunday 8 March 2026, 24.00: a limit of calendar days, which no day off moves.
  assert.equal(phase('2026-03-09T00:00', '2026-03-05T09:00'), 'before-1');
  assert.equal(phase('2026-03-09T00:00', '2026-03-06T09:00'), 'at-0');
  assert.equal(phase('2026-03-09T00:00', '2026-03-09T09:00'), 'after-1');
});

test('a limit at 24.00 is due on the day that ends, not on the one that begins', () => {
  assert.equal(phase('2026-03-12T00:00', '2026-03-11T09:00'), 'at-0');
  assert.equal(phase('2026-03-12T00:00', '2026-03-12T00:00'), 'after-1');
});

test('of steps that were missed only the latest is told', () => {
  assert.equal(phase('2026-01-05T16:00', '2026-03-03T09:00'), 'after-7');
});

test('a year that is not loaded falls back on Monday to Friday, so that nothing falls silent', () => {
  const [friday, saturday] = [at('2031-01-03T09:00'), at('2031-01-04T09:00')];
  assert.equal(calendar.loadedYears.has(2031), false);
  assert.equal(isServiceTime(calendar, friday), true);
  assert.equal(isServiceTime(calendar, saturday), false);
  assert.equal(phase('2031-01-07T00:00', '2031-01-03T09:00'), 'before-1');
});

test('messages go out in the service hours of a working day', () => {
  for (const [now, wanted] of [
    ['2026-03-02T07:29', false],
    ['2026-03-02T07:30', true],
    ['2026-03-02T15:59', true],
    ['2026-03-02T16:00', false],
    ['2026-03-01T09:00', false],
    ['2026-03-19T09:00', false],
  ] as const) {
    assert.equal(isServiceTime(calendar, at(now)), wanted, now);
  }
});
