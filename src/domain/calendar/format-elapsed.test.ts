import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatElapsed } from './format-elapsed.ts';

const MINUTE = 60_000;

test('time that went by is told in its two largest units, and none where it is none', () => {
  for (const [minutes, id, en] of [
    [0.5, '', ''],
    [12, '12 menit', '12 minutes'],
    [60, '1 jam', '1 hour'],
    [1439, '23 jam 59 menit', '23 hours 59 minutes'],
    [1441, '1 hari 1 menit', '1 day 1 minute'],
    [3 * 1440 + 125, '3 hari 2 jam', '3 days 2 hours'],
  ] as const) {
    assert.deepEqual([formatElapsed(minutes * MINUTE), formatElapsed(minutes * MINUTE, 'en')], [id, en]);
  }
});
