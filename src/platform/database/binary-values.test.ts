import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBinaryValues } from './binary-values.ts';

const REFUSED: readonly (readonly [type: string, value: unknown])[] = [
  ['smallint', 1.9],
  ['smallint', Number.NaN],
  ['int', 1.9],
  ['bigint', 1.9],
  ['bigint[]', [1, 1.9]],
  ['boolean', 1],
  ['date', 'no day'],
  ['date', '2026-02-31'],
  ['date', '2026-02-03T00:00:00Z'],
  ['timestamptz', 'no time'],
  ['timestamptz', 0],
  ['timestamptz[]', ['2026-02-03T00:00:00.000Z', 'no time']],
];

for (const [type, value] of REFUSED) {
  test(`${JSON.stringify(value)} is refused as ${type} instead of being written as another value`, () => {
    assert.throws(() => openBinaryValues(64).writer(type)(value), TypeError);
  });
}
