// Damaged, cut and random uploads, thirty times as many as `npm test` takes.
import { test } from 'node:test';
import {
  provesDamagedBooks,
  provesDamagedTexts,
  provesPlacesOfRows,
} from '../hostile-files/hostile-properties.ts';

test('a damaged or cut .xlsx ends in a reading or a refusal', () => {
  provesDamagedBooks(1_500);
});

test('a damaged CSV and random bytes end in a reading or a refusal', () => {
  provesDamagedTexts(1_500);
});

test('any cells under a head give each row of the sheet exactly one place: taken, skipped, joined or ignored', () => {
  provesPlacesOfRows(1_500);
});
