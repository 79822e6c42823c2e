import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../platform/words/words.ts';
import { hoursInWords } from './office-face.presenter.ts';

const long = [[450, 960]] as const;

test('days with the same hours run together, closed days are left out', () => {
  const week = { mon: long, tue: long, wed: long, thu: long, fri: [[450, 990]] as const, sat: [], sun: [] };
  assert.deepEqual(hoursInWords(week, 'WITA', wordsOf('id')), [
    'Senin–Kamis 07.30–16.00 WITA',
    'Jumat 07.30–16.30 WITA',
  ]);
});

test('a rest in which the counter closes is told', () => {
  const split = [
    [480, 720],
    [780, 900],
  ] as const;
  const week = { mon: split, tue: [], wed: split, thu: [], fri: [], sat: [], sun: [] };
  assert.deepEqual(hoursInWords(week, 'WIB', wordsOf('id')), [
    'Senin 08.00–12.00 dan 13.00–15.00 WIB',
    'Rabu 08.00–12.00 dan 13.00–15.00 WIB',
  ]);
  assert.deepEqual(hoursInWords({ ...week, wed: [] }, 'WIB', wordsOf('en')), [
    'Monday 08.00–12.00 and 13.00–15.00 WIB',
  ]);
});
