// The oracle that walks minute by minute, over four times as many random cases as `npm test` takes.
import { test } from 'node:test';
import { DEADLINE_PROPERTIES } from '../deadline-properties.ts';

for (const { rule, runs, prove } of DEADLINE_PROPERTIES)
  test(`${rule}, in ${4 * runs} cases`, () => prove(4 * runs));
