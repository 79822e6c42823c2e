import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPhones, splitPhones } from './read-phones.ts';

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
  ['0812 0000 0011 0812 0000 0012', ['081200000011', '081200000012'], 0, false],
  ['0812-0000-0011 - 0812-0000-0012', ['081200000011', '081200000012'], 0, false],
  ['0812 0000 0011 +62 812 0000 0012', ['081200000011', '081200000012'], 0, false],
  ['812 0000 0011 812 0000 0012', ['081200000011', '081200000012'], 0, true],
  ['0812.0000.0011 (0812.0000.0012)', ['081200000011', '081200000012'], 0, false],
  ['0561 00021 0561 00022', ['056100021', '056100022'], 0, false],
  ['+62 (0)812 0000 0011', ['081200000011'], 0, false],
  ['+62(0)81200000011', ['081200000011'], 0, false],
  ['(0561) 000021', ['0561000021'], 0, false],
  ['081200000011 adik 081200000012', ['081200000011', '081200000012'], 0, false],
  ['0812 0000 0011 RT 05', ['081200000011'], 1, false],
  ['1. 0812 0000 0011 2. 0812 0000 0012', ['081200000011', '081200000012'], 0, false],
  ['05 081200000011', [], 1, false],
  ['081200000011081200000012', [], 1, false],
  ['6300 0000 0000 0001', [], 1, false],
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

test('a number is taken out of a name with its label and its brackets', () => {
  const cells = [
    ['Bagja (0812-0000-0021)', 'Bagja', 1],
    ['Bagja HP: 0812 0000 0021', 'Bagja', 1],
    ['Bagja No. HP 081200000021 (WA)', 'Bagja', 1],
    ['Bagja +62 (0)812 0000 0021', 'Bagja', 1],
    ['Bagja 0812 0000 0021, Citra 0812 0000 0022', 'Bagja , Citra', 2],
    ['1. Bagja 0812 0000 0021 2. Citra', '1. Bagja 2. Citra', 1],
    ['Warga RT 05', 'Warga RT 05', 0],
  ] as const;
  for (const [cell, rest, runs] of cells) {
    const split = splitPhones(cell);
    assert.equal(split.rest, rest, cell);
    assert.equal(split.runs.length, runs, cell);
  }
});
