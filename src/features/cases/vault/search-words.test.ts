import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchQuery, searchWords } from './search-words.ts';

test('a text is indexed without stop words and each word once', () => {
  assert.deepEqual(searchWords('Bantuan PKH saya belum cair, bantuan itu TIDAK cair!'), [
    'bantuan',
    'pkh',
    'cair',
  ]);
});

test('digit runs as long as a telephone number or NIK are not indexed', () => {
  assert.deepEqual(searchWords('hubungi 081200000011 atau 2023'), ['hubungi', '2023']);
});

test('a query of stop words only searches for nothing', () => {
  assert.equal(searchQuery('yang di dan'), null);
  assert.equal(searchQuery(`' & !`), null);
});

test('whatever is typed, a query holds quoted words and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const query = searchQuery(typed);
      assert.ok(query === null || /^'[\p{L}\p{N}]+'( & '[\p{L}\p{N}]+')*$/u.test(query), String(query));
    }),
  );
});

test('each word of a text is found by the query made of that word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of searchWords(text)) assert.equal(searchQuery(word), `'${word}'`);
    }),
  );
});
