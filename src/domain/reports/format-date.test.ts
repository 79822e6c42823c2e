import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate } from './format-date.ts';

test('a day is printed in four styles', () => {
  assert.equal(formatDate('2023-12-31', 'long'), '31 Desember 2023');
  assert.equal(formatDate('2023-12-31', 'weekday'), 'Minggu, 31 Desember 2023');
  assert.equal(formatDate('2024-02-29', 'short'), '29-02-2024');
  assert.equal(formatDate('2023-05-01', 'month'), 'Mei 2023');
  assert.equal(formatDate('2023-05-01', 'long', 'en'), '1 May 2023');
});

test('a day that no calendar has is a fault', () => {
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-00-10', '31-12-2023', '', '2023-12-31T00:00Z']) {
    assert.throws(() => formatDate(wrong, 'long'), RangeError);
  }
});
