import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLimit, anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { computeDue } from './compute-due.ts';
import type { Zone } from './zone.ts';

const WIB: Zone = 'Asia/Pontianak';
const WITA: Zone = 'Asia/Makassar';
const WIT: Zone = 'Asia/Jayapura';

type Decided = {
  readonly zone: Zone;
  readonly from: string;
  readonly limit: string;
  readonly dueOn: string;
  readonly asOf?: string;
};

// Decided by hand from the decrees; where a reading of the rules gives another date, the reading is wrong.
const DECIDED: readonly Decided[] = [
  { zone: WITA, from: '2023-04-17T10:00:00+08:00', limit: '3 hari kerja', dueOn: '2023-04-27' },
  { zone: WITA, from: '2023-04-22T09:00:00+08:00', limit: '1 hari kerja', dueOn: '2023-04-27' },
  { zone: WIB, from: '2022-10-07T15:30:00+07:00', limit: '3 hari', dueOn: '2022-10-10' },
  { zone: WIB, from: '2023-06-30T10:00:00+07:00', limit: '7 hari', dueOn: '2023-07-07' },
  { zone: WIT, from: '2024-12-24T16:30:00+09:00', limit: '1 hari kerja', dueOn: '2024-12-30' },
  { zone: WITA, from: '2025-08-06T10:00:00+08:00', limit: '8 hari kerja', dueOn: '2025-08-19' },
  {
    zone: WITA,
    from: '2025-08-06T10:00:00+08:00',
    limit: '8 hari kerja',
    dueOn: '2025-08-18',
    asOf: '2025-08-06',
  },
  {
    zone: WITA,
    from: '2025-08-06T10:00:00+08:00',
    limit: '8 hari kerja',
    dueOn: '2025-08-19',
    asOf: '2025-08-07',
  },
  { zone: WITA, from: '2024-01-31T10:00:00+08:00', limit: '1 bulan', dueOn: '2024-02-29' },
  { zone: WITA, from: '2023-12-20T10:00:00+08:00', limit: '30 hari', dueOn: '2024-01-19' },
  { zone: WITA, from: '2023-03-06T15:55:00+08:00', limit: '10 menit', dueOn: '2023-03-07' },
];

for (const { zone, from, limit, dueOn, asOf } of DECIDED) {
  test(`${limit} from ${from}${asOf === undefined ? '' : ` as known on ${asOf}`} end on ${dueOn}`, () => {
    const calendar = anOfficeCalendar({ zone, ...(asOf === undefined ? {} : { asOf }) });
    const result = computeDue(calendar, at(from, zone), aLimit(limit));
    assert.equal(result.ok && result.dueOn, dueOn);
  });
}

test('ten minutes begun five minutes before closing end at 07.35 of the next day', () => {
  const result = computeDue(anOfficeCalendar(), at('2023-03-06T15:55'), aLimit('10 menit'));
  assert.equal(result.ok && result.due, at('2023-03-07T07:35'));
});

test('working days of 2028 are refused, because that year is not loaded', () => {
  const result = computeDue(anOfficeCalendar(), at('2028-01-03T10:00'), aLimit('3 hari kerja'));
  assert.deepEqual(result, { ok: false, refusal: 'calendar-not-loaded', year: 2028 });
});
