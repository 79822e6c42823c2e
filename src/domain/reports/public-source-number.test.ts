import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicSourceNumber } from './public-source-number.ts';

test('numbers of books, agendas and SP4N are printed', () => {
  for (const number of [
    '12',
    'S',
    '460/148/VI/2023',
    'Agenda 12',
    '460/148/DINSOS/VIII/2023',
    '7654321',
    '12.a',
  ])
    assert.equal(publicSourceNumber(number), number);
});

test('what may name or reach a person is not printed (rule 12)', () => {
  for (const written of [
    'Agenda 12 a.n. Warga Contoh 081200000011',
    '081200000011',
    'Warga Contoh',
    'HP 0812-0000-0011',
    null,
  ])
    assert.equal(publicSourceNumber(written), null);
});
