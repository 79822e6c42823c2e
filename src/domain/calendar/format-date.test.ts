import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, monthName } from './format-date.ts';

test('a day is printed in four styles, its weekday from the date itself', () => {
  assert.equal(formatDate('2023-12-31', 'long'), '31 Desember 2023');
  assert.equal(formatDate('2023-12-31', 'weekday'), 'Minggu, 31 Desember 2023');
  assert.equal(formatDate('2023-06-06', 'weekday'), 'Selasa, 6 Juni 2023');
  assert.equal(formatDate('2024-02-29', 'short'), '29-02-2024');
  assert.equal(formatDate('2023-05-01', 'month'), 'Mei 2023');
  assert.equal(formatDate('2023-05-01', 'weekday', 'en'), 'Monday, 1 May 2023');
});

test('a day or a month that no calendar has is a fault', () => {
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-00-10', '31-12-2023', '', '2023-12-31T00:00Z']) {
    assert.throws(() => formatDate(wrong, 'long'), RangeError);
  }
  assert.equal(monthName(12), 'Desember');
  assert.throws(() => monthName(13), RangeError);
});
