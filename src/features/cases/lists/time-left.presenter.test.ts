import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeCalendar } from '../../../../test/an-office.ts';
import type { LimitUnit } from '../../../domain/calendar/limit.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { timeGroupOf, timeLeft } from './time-left.presenter.ts';

const zone = 'Asia/Makassar';
const words = wordsOf('id');
const at = (text: string) => Date.parse(`${text}+08:00`);

test('working-day limits show working days, statutes calendar days, service hours service time', () => {
  const friday = at('2026-11-20T09:00');
  const told = (due: string, unit: LimitUnit) =>
    timeLeft({ dueAt: at(due), from: friday, now: friday, unit }, officeCalendar, words).words;
  assert.equal(told('2026-11-25T16:00', 'working-day'), 'Sisa 3 hari kerja');
  assert.equal(told('2026-11-26T00:00', 'calendar-day'), 'Sisa 5 hari');
  assert.equal(told('2026-11-20T12:20', 'service-hour'), 'Sisa 3 jam 20 menit layanan');
  assert.equal(told('2026-11-20T10:00', 'clock-hour'), 'Sisa 1 jam');
  assert.equal(told('2026-11-20T16:00', 'working-day'), 'Hari ini');
  assert.equal(told('2026-11-18T16:00', 'working-day'), 'Terlambat 2 hari kerja');
  assert.equal(told('2026-11-19T00:00', 'calendar-day'), 'Terlambat 2 hari');
  assert.equal(told('2026-11-20T08:50', 'service-minute'), 'Terlambat 10 menit layanan');
  assert.equal(told('2026-11-20T08:50', 'working-day'), 'Terlambat hari ini');
});

test('service time of many days is told in working days', () => {
  const [due, now] = [at('2026-11-13T10:00'), at('2026-11-20T09:00')];
  const left = timeLeft({ dueAt: due, from: due, now, unit: 'service-hour' }, officeCalendar, words);
  assert.deepEqual([left.tone, left.words, left.used], ['overdue', 'Terlambat 5 hari kerja', 1]);
});

test('a limit at 24.00 belongs to the day that ends', () => {
  const now = at('2026-11-20T09:00');
  const dueAt = at('2026-11-21T00:00');
  assert.equal(timeGroupOf(dueAt, now, zone), 'today');
  const left = timeLeft({ dueAt, from: now, now, unit: 'calendar-day' }, officeCalendar, words);
  assert.deepEqual([left.tone, left.words], ['today', 'Hari ini']);
});

test('the week of the inbox ends on Sunday', () => {
  const friday = at('2026-11-20T09:00');
  assert.equal(timeGroupOf(at('2026-11-22T12:00'), friday, zone), 'week');
  assert.equal(timeGroupOf(at('2026-11-23T12:00'), friday, zone), 'later');
  assert.equal(timeGroupOf(null, friday, zone), 'none');
});

test('a limit that waits for its calendar says so instead of guessing', () => {
  assert.equal(
    timeLeft({ dueAt: null, from: 0, now: 0, unit: 'working-day', waiting: true }, officeCalendar, words)
      .words,
    'Menunggu kalender',
  );
});
