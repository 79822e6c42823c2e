import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { computeDue } from './compute-due.ts';
import { parseIsoDate } from './epoch-day.ts';
import { localDay } from './instant.ts';
import { nextWorkingOpening } from './opening.ts';
import { answeringWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const calendar = anOfficeCalendar();
const day = (date: string): number => parseIsoDate(date) ?? Number.NaN;

function answeredIn(received: string, answered: string): number | string {
  const result = answeringWorkingDays(calendar, at(received), at(answered));
  return result.ok ? result.days : result.refusal;
}

test('cuti bersama and weekends are no working days, an unloaded year is unknown', () => {
  assert.equal(isWorkingDay(calendar, day('2023-04-18')), true);
  assert.equal(isWorkingDay(calendar, day('2023-04-19')), false);
  assert.equal(isWorkingDay(calendar, day('2023-04-29')), false);
  assert.equal(isWorkingDay(calendar, day('2028-01-03')), null);
});

test('working days between two dates leave the first out and take the last in, and count back below zero', () => {
  assert.deepEqual(workingDaysBetween(calendar, day('2023-04-17'), day('2023-04-27')), { ok: true, days: 3 });
  assert.deepEqual(workingDaysBetween(calendar, day('2023-04-27'), day('2023-04-17')), {
    ok: true,
    days: -3,
  });
  assert.deepEqual(workingDaysBetween(calendar, day('2023-04-22'), day('2023-04-22')), { ok: true, days: 0 });
});

test('a span that touches an unloaded year is refused', () => {
  const refused = { ok: false, refusal: 'calendar-not-loaded', year: 2028 };
  assert.deepEqual(workingDaysBetween(calendar, day('2027-12-01'), day('2028-01-05')), refused);
});

test('counting back the days of a working-day limit gives the limit', () => {
  const starts = fc.integer({ min: at('2022-01-03T00:00'), max: at('2027-06-01T00:00') });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 90 }), (from, count) => {
      const due = computeDue(calendar, from, { count, unit: 'working-day' });
      const opening = nextWorkingOpening(calendar, from);
      assert.ok(due.ok && opening.ok);
      const between = workingDaysBetween(calendar, opening.day, localDay(due.due, calendar.zone));
      assert.deepEqual(between, { ok: true, days: count });
      assert.deepEqual(answeringWorkingDays(calendar, from, due.due), between);
      assert.deepEqual(answeringWorkingDays(calendar, from, due.due + 1), { ok: true, days: count + 1 });
    }),
    { numRuns: 2000 },
  );
});

test('an answer on the same working day took 0 days', () => {
  assert.equal(answeredIn('2023-05-08T08:00', '2023-05-08T08:00'), 0);
  assert.equal(answeredIn('2023-05-08T08:00', '2023-05-08T16:00'), 0);
});

test('an answer after the end of work, or on a day off, counts for the next working day', () => {
  assert.equal(answeredIn('2023-05-08T08:00', '2023-05-08T16:01'), 1);
  assert.equal(answeredIn('2023-05-12T08:00', '2023-05-13T10:00'), 1);
  assert.equal(answeredIn('2023-05-12T08:00', '2023-05-15T16:00'), 1);
});

test('a message that came outside hours is received at the next opening, so its early answer took 0 days', () => {
  assert.equal(answeredIn('2023-04-22T09:00', '2023-04-22T09:10'), 0);
  assert.equal(answeredIn('2023-04-22T09:00', '2023-04-26T15:00'), 0);
  assert.equal(answeredIn('2023-04-22T09:00', '2023-04-27T08:00'), 1);
});

test('an answer that an old register dates before its receipt took 0 days, never fewer', () => {
  assert.equal(answeredIn('2023-05-10T08:00', '2023-05-08T08:00'), 0);
});

test('the next opening is now while the counter is open, else the start of the next interval', () => {
  const opensAt = (from: string): number => {
    const opening = nextWorkingOpening(calendar, at(from));
    return opening.ok ? opening.at : Number.NaN;
  };
  assert.equal(opensAt('2023-05-08T12:00'), at('2023-05-08T12:00'));
  assert.equal(opensAt('2023-05-08T06:00'), at('2023-05-08T07:30'));
  assert.equal(opensAt('2023-04-18T16:00'), at('2023-04-26T07:30'));
});
