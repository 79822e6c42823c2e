import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPhones } from './read-phones.ts';

const CASES: readonly (readonly [string, readonly string[], number, boolean])[] = [
  ['081200000021', ['081200000021'], 0, false],
  ['081200000021, 081200000022', ['081200000021', '081200000022'], 0, false],
  ['0812-0000-0021 / 0812 0000 0022', ['081200000021', '081200000022'], 0, false],
  ['081200000021 081200000022', ['081200000021', '081200000022'], 0, false],
  ['+62 812-0000-0021', ['081200000021'], 0, false],
  ['6281200000021', ['081200000021'], 0, false],
  ['81200000021', ['081200000021'], 0, true],
  ['HP: 081200000021 (WA)', ['081200000021'], 0, false],
  ['0561 000021', ['0561000021'], 0, false],
  ['-', [], 0, false],
  ['tidak ada', [], 0, false],
  ['12345', [], 1, false],
  ['ikut tetangga', [], 1, false],
];

for (const [cell, phones, unread, repaired] of CASES) {
  test(`the phone cell «${cell}» gives [${phones.join(', ')}]`, () => {
    const read = readPhones(cell);
    assert.deepEqual(read.phones, phones);
    assert.equal(read.unread.length, unread);
    assert.equal(read.repaired, repaired);
  });
}
