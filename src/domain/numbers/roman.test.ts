import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roman } from './roman.ts';

test('chapters, months and parts of a year have Roman numerals', () => {
  assert.deepEqual([1, 3, 4, 9, 12, 40, 1994].map(roman), ['I', 'III', 'IV', 'IX', 'XII', 'XL', 'MCMXCIV']);
  assert.throws(() => roman(0), RangeError);
});
