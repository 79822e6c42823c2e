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

/** Words among signs: of graphemes drawn alone hardly any stand together as a word. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('bantuan', 'PKH', 'cair', 'yang', 'Élok', '2023', "'", '&', '|', '!', ':*', '\\', 'a'),
    ),
    { maxLength: 8 },
  )
  .chain((parts) => fc.constantFrom(' ', '', "'", '-').map((between) => parts.join(between)));

test('whatever is typed, a query holds quoted words and nothing else', () => {
  let asked = 0;
  fc.assert(
    fc.property(typed, (text) => {
      const query = searchQuery(text);
      asked += Number(query !== null);
      assert.ok(query === null || /^'[\p{L}\p{N}]+'( & '[\p{L}\p{N}]+')*$/u.test(query), String(query));
    }),
  );
  assert.ok(asked > 20, `${asked} queries`);
});

test('each word of a text is found by the query made of that word', () => {
  let found = 0;
  fc.assert(
    fc.property(typed, (text) => {
      for (const word of searchWords(text)) {
        assert.equal(searchQuery(word), `'${word}'`);
        found += 1;
      }
    }),
  );
  assert.ok(found > 50, `${found} words`);
});
