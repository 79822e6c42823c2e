import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate, parseInstant, toIsoDue, toIsoInstant } from './instant.ts';
import { isZone, ZONES, zoneAbbreviation, zoneOffsetHours } from './zone.ts';

test('the offsets are those of the time zone database, without daylight saving', () => {
  for (const zone of ZONES) {
    for (const date of ['2022-01-15', '2022-07-15', '2027-10-31']) {
      const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      const name = format.formatToParts(Date.parse(date)).find((part) => part.type === 'timeZoneName');
      assert.equal(name?.value, `GMT+0${zoneOffsetHours(zone)}:00`);
    }
  }
  assert.deepEqual(ZONES.map(zoneAbbreviation), ['WIB', 'WIB', 'WITA', 'WIT']);
  assert.equal(isZone('Asia/Singapore'), false);
});

test('an instant is read with its offset, or in the zone of the office', () => {
  const instant = Date.UTC(2023, 3, 17, 2, 0);
  for (const text of [
    '2023-04-17T10:00:00+08:00',
    '2023-04-17T10:00',
    '2023-04-17 10:00:00.000',
    '2023-04-17T02:00:00Z',
    '2023-04-16T22:00:00-04:00',
  ]) {
    assert.equal(parseInstant(text, 'Asia/Makassar'), instant, text);
  }
  assert.equal(parseInstant('2023-04-17', 'Asia/Jayapura'), Date.UTC(2023, 3, 16, 15));
});

test('dates, hours and offsets that do not exist are not read', () => {
  for (const text of [
    '',
    'kemarin',
    '2023-02-30T10:00',
    '2023-04-17T25:00',
    '2023-04-17T10:60',
    '2023-04-17T24:01',
    '2023-04-17T10:00:00+99:99',
    '2023-04-17T10:00:00-24:00',
    '2023-04-17T10:00:00+08:60',
  ]) {
    assert.equal(parseInstant(text, 'Asia/Makassar'), null, text);
  }
});

test('a due instant at midnight is written as 24.00 of the date that ends, and read back', () => {
  const due = Date.UTC(2022, 9, 10, 17);
  assert.equal(toIsoInstant(due, 'Asia/Pontianak'), '2022-10-11T00:00:00+07:00');
  assert.equal(toIsoDue(due, 'Asia/Pontianak'), '2022-10-10T24:00:00+07:00');
  assert.equal(parseInstant(toIsoDue(due, 'Asia/Pontianak'), 'Asia/Pontianak'), due);
});

test('the date of an instant is the one of the zone, from its midnight on', () => {
  const midnight = Date.UTC(2023, 3, 16, 16);
  assert.equal(localDate(midnight, 'Asia/Makassar'), '2023-04-17');
  assert.equal(localDate(midnight - 1, 'Asia/Makassar'), '2023-04-16');
  assert.equal(localDate(midnight, 'Asia/Jakarta'), '2023-04-16');
});
