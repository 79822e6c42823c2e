import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FigureBook, fillWords } from './figure-book.ts';

const book: FigureBook = new Map([
  ['office.name', { kind: 'words', words: 'Dinas Sosial' }],
  ['period.from', { kind: 'date', date: '2023-01-01' }],
  ['register.total', { kind: 'count', value: 43, rows: null }],
  ['by-kind.pengaduan.percent', { kind: 'percent', tenths: 1000, rows: null }],
]);

test('a title prints words and days', () => {
  assert.equal(fillWords('{office.name} sejak {period.from}', book), 'Dinas Sosial sejak 1 Januari 2023');
});

test('a title with a number throws instead of losing it', () => {
  for (const text of ['Ada {register.total} laporan', 'Ada {by-kind.pengaduan.percent}'])
    assert.throws(() => fillWords(text, book), RangeError);
});
