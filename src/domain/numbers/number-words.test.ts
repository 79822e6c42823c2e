import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberWords } from './number-words.ts';

const TABLE: readonly (readonly [number, string])[] = [
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [43, 'empat puluh tiga'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [211, 'dua ratus sebelas'],
  [1000, 'seribu'],
  [1100, 'seribu seratus'],
  [1627, 'seribu enam ratus dua puluh tujuh'],
  [2000, 'dua ribu'],
  [21_000, 'dua puluh satu ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [2_000_000_011, 'dua miliar sebelas'],
  [-5, 'minus lima'],
];

test('numbers are written as Indonesian papers write them', () => {
  for (const [value, words] of TABLE) assert.equal(numberWords(value), words);
});

test('English papers have English words', () => {
  assert.equal(numberWords(43, 'en'), 'forty-three');
  assert.equal(numberWords(1627, 'en'), 'one thousand six hundred twenty-seven');
});

test('a fraction and a number beyond all scales are faults', () => {
  assert.throws(() => numberWords(1.5), RangeError);
  assert.throws(() => numberWords(1e15), RangeError);
});

const VALUES = new Map(
  'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ').map((word, index) => [word, index]),
);
const SCALES = new Map([
  ['ribu', 1e3],
  ['juta', 1e6],
  ['miliar', 1e9],
  ['triliun', 1e12],
]);

/** Reads words back by another way than they were written. */
function readWords(words: string): number {
  let sum = 0;
  let group = 0;
  let digit = 0;
  for (const word of words.split(' ')) {
    const scale = SCALES.get(word);
    if (scale !== undefined) {
      sum += (group + digit) * scale;
      group = 0;
      digit = 0;
    } else if (word === 'seribu') sum += 1000;
    else if (word === 'seratus') group += 100;
    else if (word === 'sepuluh') group += 10;
    else if (word === 'sebelas') group += 11;
    else if (word === 'ratus' || word === 'puluh' || word === 'belas') {
      group += word === 'belas' ? 10 + digit : digit * (word === 'ratus' ? 100 : 10);
      digit = 0;
    } else digit = VALUES.get(word) ?? Number.NaN;
  }
  return sum + group + digit;
}

test('any number can be read back from its words, which are never said "satu ratus", "satu puluh" or bare "satu ribu"', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
      const words = numberWords(value);
      assert.equal(readWords(words), value);
      assert.doesNotMatch(words, /satu (ratus|puluh|belas)|(^|juta |miliar |triliun )satu ribu| {2}|-/);
    }),
  );
});
