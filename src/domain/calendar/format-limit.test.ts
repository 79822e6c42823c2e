import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayLimit } from './format-limit.ts';

test('a limit is said as it was written, and in English where it is read so', () => {
  assert.equal(sayLimit('3 (tiga) hari kerja', 'id'), '3 (tiga) hari kerja');
  for (const [written, said] of [
    ['3 (tiga) hari kerja', '3 working days'],
    ['1 hari kerja', '1 working day'],
    ['14 hari', '14 days'],
    ['10 menit', '10 minutes'],
    ['24 jam penuh', '24 hours of the clock'],
    ['3 bulan/6 bulan', '3 bulan/6 bulan'],
  ] as const) {
    assert.equal(sayLimit(written, 'en'), said);
  }
});
