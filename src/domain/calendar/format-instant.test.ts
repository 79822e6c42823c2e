import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../../../test/office-calendar.ts';
import { formatDue, formatInstant } from './format-instant.ts';

test('an instant is told in the zone of the office', () => {
  const instant = at('2023-04-27T16:00:00+08:00');
  assert.equal(formatInstant(instant, 'Asia/Makassar'), 'Kamis, 27 April 2023 pukul 16.00 WITA');
  assert.equal(formatInstant(instant, 'Asia/Pontianak'), 'Kamis, 27 April 2023 pukul 15.00 WIB');
  assert.equal(formatInstant(instant, 'Asia/Jayapura'), 'Kamis, 27 April 2023 pukul 17.00 WIT');
  assert.equal(formatInstant(instant, 'Asia/Makassar', 'en'), 'Thursday, 27 April 2023 16.00 WITA');
});

test('only a limit that ends at midnight is told as 24.00, of the day that ends', () => {
  const midnight = at('2022-10-11T00:00');
  assert.equal(formatDue(midnight, 'Asia/Makassar'), 'Senin, 10 Oktober 2022 pukul 24.00 WITA');
  assert.equal(formatInstant(midnight, 'Asia/Makassar'), 'Selasa, 11 Oktober 2022 pukul 00.00 WITA');
  assert.equal(formatDue(midnight + 60_000, 'Asia/Makassar'), 'Selasa, 11 Oktober 2022 pukul 00.01 WITA');
});
