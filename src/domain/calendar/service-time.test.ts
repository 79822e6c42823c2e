import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { computeDue } from './compute-due.ts';
import { elapsedServiceMinutes } from './service-time.ts';

const calendar = anOfficeCalendar();

function elapsed(from: string, to: string): number | string {
  const result = elapsedServiceMinutes(calendar, at(from), at(to));
  return result.ok ? result.minutes : `${result.refusal} ${result.year}`;
}

test('a stopwatch stands still while the office is closed', () => {
  assert.equal(elapsed('2023-05-08T15:55', '2023-05-09T07:35'), 10);
  assert.equal(elapsed('2023-05-12T16:00', '2023-05-15T07:30'), 30);
  assert.equal(elapsed('2023-05-13T08:00', '2023-05-14T20:00'), 0);
});

test('started minutes are not counted, the milliseconds are kept', () => {
  const result = elapsedServiceMinutes(calendar, at('2023-05-08T08:00:30'), at('2023-05-08T08:02:29'));
  assert.deepEqual(result, { ok: true, minutes: 1, ms: 119_000 });
});

test('an end before its start is no time', () => {
  assert.equal(elapsed('2023-05-08T09:00', '2023-05-08T08:00'), 0);
});

test('a span that touches an unloaded year is refused', () => {
  assert.equal(elapsed('2027-12-31T09:00', '2028-01-03T09:00'), 'calendar-not-loaded 2028');
});

test('a service-time limit takes exactly its minutes', () => {
  const starts = fc.integer({ min: at('2022-01-03T00:00'), max: at('2027-06-01T00:00') });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 3000 }), (from, count) => {
      const due = computeDue(calendar, from, { count, unit: 'service-minute' });
      assert.ok(due.ok);
      const time = elapsedServiceMinutes(calendar, from, due.due);
      assert.deepEqual(time, { ok: true, minutes: count, ms: count * 60_000 });
      const taken = due.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
      assert.ok(Math.abs(taken - count) < 1e-6);
    }),
    { numRuns: 2000 },
  );
});
