import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_HOURS, defaultSchedule } from '../../../test/default-schedule.ts';
import { at, referenceCalendar } from '../../../test/office-calendar.ts';
import { type DeadlineQuestion, explainDeadline } from './explain-deadline.ts';

const service = { ...DEFAULT_HOURS.service, wed: [[480, 720]] as const };
const question: DeadlineQuestion = {
  reference: referenceCalendar,
  schedule: {
    ...defaultSchedule('Asia/Makassar'),
    places: [{ key: 'mpp', label: 'Mal Pelayanan Publik', hours: { ...DEFAULT_HOURS, service } }],
  },
  from: '2025-08-06T10:00:00+08:00',
  limit: '8 hari kerja',
  now: at('2026-11-22'),
};

function dueOf(changes: Partial<DeadlineQuestion>): string | null {
  const answer = explainDeadline({ ...question, ...changes });
  return answer.ok ? answer.explained.json.due : `${answer.refusal}: ${answer.written}`;
}

test('without a moment it counts with what is known now, with one as it was recorded then', () => {
  assert.equal(dueOf({}), '2025-08-19T16:00:00+08:00');
  assert.equal(dueOf({ asOf: '2025-08-06' }), '2025-08-18T16:00:00+08:00');
  assert.equal(dueOf({ asOf: '2025-08-06T23:59:59+08:00' }), '2025-08-18T16:00:00+08:00');
  assert.equal(dueOf({ asOf: '2025-08-07T00:00:00+08:00' }), '2025-08-19T16:00:00+08:00');
});

test('a place counts in its own hours', () => {
  assert.equal(dueOf({ limit: '3 jam' }), '2025-08-06T13:00:00+08:00');
  assert.equal(dueOf({ limit: '3 jam', place: 'mpp' }), '2025-08-07T08:30:00+08:00');
});

test('a start without offset is the time of the office', () => {
  assert.equal(dueOf({ from: '2025-08-06T10:00', limit: '10 menit' }), '2025-08-06T10:10:00+08:00');
});

test('words that cannot be read are refused, each by its own name', () => {
  assert.equal(dueOf({ from: 'kemarin' }), 'from-unreadable: kemarin');
  assert.equal(dueOf({ limit: '3-7 hari' }), 'limit-unreadable: 3-7 hari');
  assert.equal(dueOf({ asOf: 'dulu' }), 'as-of-unreadable: dulu');
  assert.equal(dueOf({ place: 'pasar' }), 'place-unknown: pasar');
});

test('an unloaded year is no fault of the words: the explanation names it', () => {
  const answer = explainDeadline({ ...question, from: '2028-01-03T10:00' });
  assert.equal(answer.ok && answer.explained.ok, false);
  assert.equal(answer.ok && answer.explained.json.year, 2028);
});
