import assert from 'node:assert/strict';
import { test } from 'node:test';
import { satisfactionTable } from './count-satisfaction.ts';

test('rule 40: the single question is a table of its own, with four faces and its n, also without an answer', () => {
  const empty = satisfactionTable();
  assert.deepEqual(
    empty.rows.map(({ count, tenths }) => [count, tenths]),
    [
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ],
  );
  assert.deepEqual([empty.total, empty.denominator], [0, 0]);
  const answered = satisfactionTable(
    new Map([
      ['satisfied', 2],
      ['dissatisfied', 1],
    ]),
  );
  assert.equal(answered.denominator, 3);
  assert.equal(
    answered.rows.reduce((sum, { tenths }) => sum + (tenths ?? 0), 0),
    1000,
  );
});
