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

test('columns that another writer wrote are taken over as they are, and a row that is too short is refused', () => {
  const facts = openCopyRows(['date', 'smallint'], 16);
  facts.add(['2026-04-06', 7]);
  const written = facts.takeCopy().subarray(2);
  const [whole, joined] = [0, 1].map(() => openCopyRows(['smallint', 'date', 'smallint'], 16));
  whole?.add([1, '2026-04-06', 7]);
  joined?.add([1], [written]);
  assert.deepEqual(joined?.take(), whole?.take());
  assert.throws(() => joined?.add([1]), RangeError);
  assert.throws(() => joined?.add([1, '2026-04-06', 7, 8], [written]), RangeError);
  assert.equal(facts.take().length, 0, 'what was copied is not given again');
});
