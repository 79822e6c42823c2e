import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../platform/words/words.ts';
import { timeGroupOf, timeLeft } from './time-left.presenter.ts';

const zone = 'Asia/Makassar';
const words = wordsOf('id');
const at = (text: string) => Date.parse(`${text}+08:00`);

test('a limit that has passed says by how much, in word and bar', () => {
  const left = timeLeft(
    { dueAt: at('2026-11-18T16:00'), from: at('2026-11-16T08:00'), now: at('2026-11-20T17:00') },
    zone,
    words,
  );
  assert.deepEqual([left.tone, left.words, left.used], ['overdue', 'Lewat 2 hari', 1]);
});

test('a limit at 24.00 belongs to the day that ends', () => {
  const now = at('2026-11-20T09:00');
  assert.equal(timeGroupOf(at('2026-11-21T00:00'), now, zone), 'today');
  assert.equal(timeLeft({ dueAt: at('2026-11-21T00:00'), from: now, now }, zone, words).tone, 'today');
});

test('the week of the inbox ends on Sunday', () => {
  const friday = at('2026-11-20T09:00');
  assert.equal(timeGroupOf(at('2026-11-22T12:00'), friday, zone), 'week');
  assert.equal(timeGroupOf(at('2026-11-23T12:00'), friday, zone), 'later');
  assert.equal(timeGroupOf(null, friday, zone), 'none');
});

test('a limit that waits for its calendar says so instead of guessing', () => {
  assert.equal(
    timeLeft({ dueAt: null, from: 0, now: 0, waiting: true }, zone, words).words,
    'Menunggu kalender',
  );
});
