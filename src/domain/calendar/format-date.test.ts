import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../../../test/office-calendar.ts';
import { parseIsoDate } from './epoch-day.ts';
import { formatDate, formatDateTime, formatDue, formatWeekdayDate, monthName } from './format-date.ts';

test('the weekday comes from the date itself', () => {
  assert.equal(formatWeekdayDate(parseIsoDate('2023-06-06') ?? 0), 'Selasa, 6 Juni 2023');
  assert.equal(formatDate(parseIsoDate('2024-02-29') ?? 0), '29 Februari 2024');
});

test('an instant is told in the zone of the office', () => {
  const instant = at('2023-04-27T16:00:00+08:00');
  assert.equal(formatDateTime(instant, 'Asia/Makassar'), 'Kamis, 27 April 2023 pukul 16.00 WITA');
  assert.equal(formatDateTime(instant, 'Asia/Pontianak'), 'Kamis, 27 April 2023 pukul 15.00 WIB');
  assert.equal(formatDateTime(instant, 'Asia/Jayapura'), 'Kamis, 27 April 2023 pukul 17.00 WIT');
});

test('only a due time is told as 24.00', () => {
  const midnight = at('2022-10-11T00:00');
  assert.equal(formatDue(midnight, 'Asia/Makassar'), 'Senin, 10 Oktober 2022 pukul 24.00 WITA');
  assert.equal(formatDateTime(midnight, 'Asia/Makassar'), 'Selasa, 11 Oktober 2022 pukul 00.00 WITA');
  assert.equal(formatDue(midnight + 60_000, 'Asia/Makassar'), 'Selasa, 11 Oktober 2022 pukul 00.01 WITA');
});

test('a month that does not exist is a fault', () => {
  assert.equal(monthName(12), 'Desember');
  assert.throws(() => monthName(13), RangeError);
});
