import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLetters } from './plain-letters.ts';

const CASES: readonly (readonly [string, string, number])[] = [
  ['Marnита', 'Marnita', 1],
  ['Сариwati', 'Sariwati', 1],
  ['Аnti', 'Anti', 1],
  ['Rоni', 'Roni', 1],
  ['Τini', 'Tini', 1],
  ['Ｓａｒｉ', 'Sari', 1],
  ['Sa\u200bri', 'Sari', 1],
  ['Sari', 'Sari', 0],
  ["Ma'ruf – Nur", "Ma'ruf – Nur", 0],
  ['Zoë Desirée', 'Zoë Desirée', 0],
  ['Rp\u00a050.000 ½', 'Rp 50.000 ½', 0],
  ['محمد', 'محمد', 0],
];

for (const [written, taken, changes] of CASES) {
  test(`letters of other alphabets in «${written}» are read as Latin ones and said ${changes} times`, () => {
    const plain = plainLetters(written);
    assert.equal(plain.text, taken);
    assert.equal(plain.changes.length, changes);
  });
}

test('a change names the word alone, without the comma after it', () => {
  assert.deepEqual(plainLetters('atas nama Marnита, lalu').changes, [
    { written: 'Marnита', taken: 'Marnita', candidates: ['Marnita'] },
  ]);
});
