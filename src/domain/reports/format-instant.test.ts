import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDue, formatInstant } from './format-instant.ts';

test("an instant is told in the office's zone with its abbreviation", () => {
  const at = Date.parse('2023-04-27T08:00:00Z');
  assert.equal(formatInstant(at, 'Asia/Makassar'), 'Kamis, 27 April 2023 pukul 16.00 WITA');
  assert.equal(formatInstant(at, 'Asia/Jayapura'), 'Kamis, 27 April 2023 pukul 17.00 WIT');
});

test('a limit that ends at midnight is told as 24.00 of the day that ends', () => {
  const at = Date.parse('2022-10-10T17:00:00Z');
  assert.equal(formatDue(at, 'Asia/Pontianak'), 'Senin, 10 Oktober 2022 pukul 24.00 WIB');
  assert.equal(formatInstant(at, 'Asia/Pontianak'), 'Selasa, 11 Oktober 2022 pukul 00.00 WIB');
});
