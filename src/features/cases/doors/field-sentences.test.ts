import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../platform/words/words.ts';
import { fieldSentences } from './field-sentences.ts';

const words = wordsOf('id');
const missing = [{ code: 'too_small', origin: 'string', path: ['text'], message: 'Too small' }];

test('a missing answer or message is not asked for in the words of a complaint', () => {
  assert.deepEqual(fieldSentences(missing, words), [{ field: 'text', message: 'Isi kolom ini.' }]);
  assert.deepEqual(fieldSentences(missing, words, words('complain.text-missing')), [
    { field: 'text', message: 'Tulis apa yang terjadi; satu kalimat pun cukup.' },
  ]);
});
