import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../platform/words/words.ts';
import { receivedWords } from './received-words.presenter.ts';

test('a receipt is told no more exactly than it is known', () => {
  const told = (precision: 'instant' | 'day' | 'month') =>
    receivedWords({ receivedAt: '2023-12-04T16:00:00Z', precision }, 'Asia/Makassar', wordsOf('id'));
  assert.equal(told('instant'), 'Selasa, 5 Desember 2023 pukul 00.00 WITA');
  assert.equal(told('day'), 'Selasa, 5 Desember 2023');
  assert.equal(told('month'), 'Desember 2023');
});
