import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBookNumber } from './book-number.ts';

test('numbers of books, letters, decrees and SP4N may stand in the history', () => {
  for (const number of [
    '12',
    'S',
    'AG-214',
    'SP4N-000123',
    '460/123/Dinsos-II/2023',
    '800/1',
    'DKC-17',
    'LAPOR 6543210',
  ]) {
    assert.ok(isBookNumber(number), number);
  }
});

test('telephone numbers, a NIK and sentences are no numbers of a book', () => {
  for (const text of [
    '',
    '081200000011',
    '0812-0000-0011',
    '62 812 0000 0011',
    '6300 0000 0000 0001',
    '123456789',
    'nama@contoh.id',
    'Siti Contoh, Murung Pudak',
    'x'.repeat(41),
  ]) {
    assert.ok(!isBookNumber(text), text);
  }
});
