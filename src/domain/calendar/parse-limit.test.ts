import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLimit } from './format-limit.ts';
import type { Limit } from './limit.ts';
import { parseLimit } from './parse-limit.ts';

const READ: readonly (readonly [string, Limit['unit'], number])[] = [
  ['3 hari kerja', 'working-day', 3],
  ['3 (tiga) hari kerja', 'working-day', 3],
  ['5 hk', 'working-day', 5],
  ['14 hari', 'calendar-day', 14],
  ['60 Hari Kalender', 'calendar-day', 60],
  ['10 menit', 'service-minute', 10],
  ['10menit', 'service-minute', 10],
  ['3 jam', 'service-hour', 3],
  ['3 jam layanan', 'service-hour', 3],
  ['24 jam penuh', 'clock-hour', 24],
  ['24 jam (jam dinding)', 'clock-hour', 24],
  ['3x24 jam', 'clock-hour', 72],
  ['3 x 24 jam', 'clock-hour', 72],
  ['  3   bulan ', 'month', 3],
];
for (const [text, unit, count] of READ) {
  test(`"${text}" is ${count} of ${unit}`, () => {
    assert.deepEqual(parseLimit(text), { ok: true, limit: { count, unit } });
  });
}

test('a range, a fraction, an unknown unit and text without figure are unreadable', () => {
  for (const text of ['3-7 hari', '1,5 jam', '2 windu', 'hari kerja', '', '-3 hari', 'tiga hari']) {
    assert.deepEqual(parseLimit(text), { ok: false, refusal: 'limit-unreadable', written: text });
  }
});

test('words that contradict the figure are refused', () => {
  const result = parseLimit('14 (empat puluh) hari');
  assert.equal(!result.ok && result.refusal, 'limit-words-differ');
});

test('zero and more than ten years are out of range', () => {
  for (const text of ['0 hari', '121 bulan', '999999 hari kerja']) {
    const result = parseLimit(text);
    assert.equal(!result.ok && result.refusal, 'limit-out-of-range', text);
  }
});

/** The longest of each unit that is read, and so the longest that an office can promise. */
const LONGEST: Readonly<Record<Limit['unit'], number>> = {
  'service-minute': 60_000,
  'service-hour': 1_000,
  'clock-hour': 10_000,
  'calendar-day': 3_660,
  'working-day': 1_000,
  month: 120,
};

const UNITS = [
  'service-minute',
  'service-hour',
  'clock-hour',
  'calendar-day',
  'working-day',
  'month',
] as const;
for (const unit of UNITS) {
  test(`every limit in units of ${unit} that is printed is read back as itself: the history keeps it in these words`, () => {
    const odd: Limit[] = [];
    for (let count = 1; count <= LONGEST[unit]; count++) {
      const read = parseLimit(formatLimit({ count, unit }));
      if (!read.ok || read.limit.count !== count || read.limit.unit !== unit) odd.push({ count, unit });
    }
    assert.deepEqual(odd, []);
    const beyond = parseLimit(formatLimit({ count: LONGEST[unit] + 1, unit }));
    assert.equal(!beyond.ok && beyond.refusal, 'limit-out-of-range');
  });
}
