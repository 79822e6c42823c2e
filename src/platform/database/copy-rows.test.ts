import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCopyRows } from './copy-rows.ts';

test('a row that was refused leaves nothing of itself before the next', () => {
  const rows = openCopyRows(['smallint', 'date']);
  rows.add([1, '2026-04-06']);
  const whole = rows.take();
  assert.throws(() => rows.add([1, true]), TypeError);
  rows.add([1, '2026-04-06']);
  assert.deepEqual(rows.take(), whole);
});
