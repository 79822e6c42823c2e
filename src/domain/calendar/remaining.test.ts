import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { formatRemaining } from './format-remaining.ts';
import type { LimitUnit } from './limit.ts';
import { remaining } from './remaining.ts';

const calendar = anOfficeCalendar();

function told(now: string, due: string, unit: LimitUnit): string {
  const result = remaining(calendar, at(now), at(due), unit);
  return result.ok ? formatRemaining(result) : result.refusal;
}

test('working days left pass over the days off', () => {
  assert.equal(told('2023-04-17T10:00', '2023-04-27T16:00', 'working-day'), 'sisa 3 hari kerja');
  assert.equal(told('2023-04-27T16:00', '2023-04-27T16:00', 'working-day'), 'hari ini');
  assert.equal(told('2023-04-27T16:01', '2023-04-27T16:00', 'working-day'), 'lewat hari ini');
  assert.equal(told('2023-05-02T09:00', '2023-04-27T16:00', 'working-day'), 'lewat 2 hari kerja');
});

test('a limit that ends at 24.00 belongs to the date that ends', () => {
  assert.equal(told('2022-10-07T15:00', '2022-10-11T00:00', 'calendar-day'), 'sisa 3 hari');
  assert.equal(told('2022-10-10T23:59', '2022-10-11T00:00', 'calendar-day'), 'hari ini');
  assert.equal(told('2022-10-11T00:01', '2022-10-11T00:00', 'month'), 'lewat 1 hari');
});

test('service time left stands still overnight, wall-clock time does not', () => {
  assert.equal(told('2023-05-08T15:00', '2023-05-09T09:50', 'service-hour'), 'sisa 3 jam 20 menit layanan');
  assert.equal(told('2023-05-09T07:40', '2023-05-08T15:55', 'service-minute'), 'lewat 15 menit layanan');
  assert.equal(told('2023-05-08T15:00', '2023-05-09T15:00', 'clock-hour'), 'sisa 24 jam');
});

test('working days towards an unloaded year are refused, calendar days are not', () => {
  assert.equal(told('2027-12-20T10:00', '2028-01-05T16:00', 'working-day'), 'calendar-not-loaded');
  assert.equal(told('2027-12-20T10:00', '2028-01-06T00:00', 'calendar-day'), 'sisa 16 hari');
});
