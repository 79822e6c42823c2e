import { test } from 'node:test';
import { DEADLINE_PROPERTIES } from '../../../test/deadline-properties.ts';

for (const { rule, runs, prove } of DEADLINE_PROPERTIES) test(`${rule}, in ${runs} cases`, () => prove(runs));
