import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../../../locales/en.json' with { type: 'json' };
import indonesian from '../../../locales/id.json' with { type: 'json' };
import { wordsOf } from './words.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

test('both languages have the same sentences, and each asks for the same values', () => {
  const en = new Map(Object.entries(english));
  assert.deepEqual([...en.keys()].toSorted(), Object.keys(indonesian).toSorted());
  for (const [key, text] of Object.entries(indonesian)) {
    assert.deepEqual(placeholders(en.get(key) ?? ''), placeholders(text), key);
    assert.notEqual(text.trim(), '', key);
  }
});

test('a value that the sentence asks for and nobody gives is a fault', () => {
  assert.throws(() => wordsOf('id')('page.title', {}), /needs a value/);
});
