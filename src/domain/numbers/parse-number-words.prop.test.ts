import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberWords } from './number-words.ts';
import { parseNumberWords } from './parse-number-words.ts';

test('every whole number below a quadrillion comes back from its words', () => {
  const limit = 999_999_999_999_999;
  const anyNumber = fc.oneof(
    fc.integer({ min: -5000, max: 25_000 }),
    fc.maxSafeInteger().filter((value) => Math.abs(value) <= limit),
    fc.integer({ min: 0, max: 999 }).map((thousands) => thousands * 1_000_000 + 1000),
  );
  fc.assert(
    fc.property(anyNumber, (value) => {
      const back = parseNumberWords(numberWords(value));
      assert.equal(back, value === 0 ? 0 : value);
    }),
    { numRuns: 5000 },
  );
});

test('all numbers up to 20 000 come back from their words', () => {
  for (let value = 0; value <= 20_000; value++) assert.equal(parseNumberWords(numberWords(value)), value);
});

test('case, hyphens and spaces do not matter', () => {
  assert.equal(parseNumberWords('  Seribu dua-ratus  TIGA '), 1203);
  assert.equal(parseNumberWords('dua milyar'), 2_000_000_000);
});

test('words that name no number, or stand where they cannot, are refused', () => {
  const wrong = [
    '',
    'dua tiga',
    'puluh',
    'satu ratus ribu ribu',
    'seratus ratus',
    'dua puluh belas',
    'enam orang',
    'nol satu',
    'ribu',
    'minus',
  ];
  for (const words of wrong) assert.equal(parseNumberWords(words), null, words);
});
