import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import type { LimitUnit } from './limit.ts';
import { remaining } from './remaining.ts';

const calendar = anOfficeCalendar();

function told(now: string, due: string, unit: LimitUnit): string {
  const left = remaining(calendar, at(now), at(due), unit);
  return `${left.late ? 'late' : 'left'} ${left.amount} ${left.unit}`;
}

test('working days left pass over the days off', () => {
  assert.equal(told('2023-04-17T10:00', '2023-04-27T16:00', 'working-day'), 'left 3 working-day');
  assert.equal(told('2023-04-27T16:00', '2023-04-27T16:00', 'working-day'), 'left 0 working-day');
  assert.equal(told('2023-04-27T16:01', '2023-04-27T16:00', 'working-day'), 'late 0 working-day');
  assert.equal(told('2023-05-02T09:00', '2023-04-27T16:00', 'working-day'), 'late 2 working-day');
});

test('a limit that ends at 24.00 belongs to the date that ends', () => {
  assert.equal(told('2022-10-07T15:00', '2022-10-11T00:00', 'calendar-day'), 'left 3 calendar-day');
  assert.equal(told('2022-10-10T23:59', '2022-10-11T00:00', 'calendar-day'), 'left 0 calendar-day');
  assert.equal(told('2022-10-11T00:01', '2022-10-11T00:00', 'month'), 'late 1 calendar-day');
});

test('service time left stands still overnight, wall-clock time does not', () => {
  assert.equal(told('2023-05-08T15:00', '2023-05-09T09:50', 'service-hour'), 'left 200 service-minute');
  assert.equal(told('2023-05-09T07:40', '2023-05-08T15:55', 'service-minute'), 'late 15 service-minute');
  assert.equal(told('2023-05-08T15:00', '2023-05-09T15:00', 'clock-hour'), 'left 1440 clock-minute');
});

test('a limit that passed before the weekend is not told as of today', () => {
  assert.equal(told('2023-05-14T10:00', '2023-05-12T16:00', 'working-day'), 'late 2 calendar-day');
  assert.equal(told('2023-05-13T10:00', '2023-05-12T16:30', 'service-hour'), 'late 1 calendar-day');
});

test('working days and service time towards an unloaded year are told in calendar days', () => {
  assert.equal(told('2027-12-20T10:00', '2028-01-05T16:00', 'working-day'), 'left 16 calendar-day');
  assert.equal(told('2027-12-20T10:00', '2028-01-05T16:00', 'service-hour'), 'left 16 calendar-day');
});
