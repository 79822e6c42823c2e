import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { plainLetters } from '../src/domain/registers/plain-letters.ts';
import { wordsOf } from '../src/domain/registers/similar-text.ts';
import { plainText } from '../src/features/cases/doors/plain-text.schema.ts';
import { nameTokens } from '../src/features/cases/vault/person.ts';
import { searchQuery, searchWords } from '../src/features/cases/vault/search-words.ts';
import { clean } from '../src/platform/http/read-form.ts';
import { MOST_MARKS, normalText } from '../src/platform/normal-text.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Two kinds of marks in the wrong order, so that normalising has to carry each over all of the others. */
const marks = (count: number) => `a${'\u0301'.repeat(count / 2)}${'\u0323'.repeat(count / 2)}`;

const DOORS: Readonly<Record<string, (text: string) => unknown>> = {
  'a field of a form': clean,
  'a text of a JSON body': (text) => plainText(2_000_000).parse(text),
  'a text that is too long': (text) => plainText(20_000).safeParse(text),
  'the words of a text': searchWords,
  'a typed search': searchQuery,
  'the words of a name': nameTokens,
  'a cell of a register': plainLetters,
  'the words of a cell': wordsOf,
};

for (const [door, read] of Object.entries(DOORS)) {
  test(`a megabyte of marks over one letter costs no more than its reading: ${door}`, () => {
    const text = marks(500_000);
    const before = process.cpuUsage();
    read(text);
    // Left to sort them it takes minutes.
    assert.ok(process.cpuUsage(before).user < 2_000_000);
  });
}

test('no text from outside is normalised but by what shortens runs of marks first', () => {
  const found = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => /\.normalize\(/.test(readFileSync(join(root, file), 'utf8')))
    .sort();
  assert.deepEqual(found, [
    'src/domain/registers/plain-letters.ts',
    'src/domain/registers/similar-text.ts',
    'src/features/cases/vault/person.ts',
    'src/platform/normal-text.ts',
  ]);
});

test('what people write in any language stays as normalising leaves it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(normalText(text, 'NFC'), text.normalize('NFC'));
      assert.equal(normalText(text, 'NFKC'), text.normalize('NFKC'));
    }),
  );
});

test('of marks in a row as many stay as any language needs, whole ones', () => {
  assert.equal(
    normalText(`x${'\u0323'.repeat(90)}y`, 'NFC'),
    `x${'\u0323'.repeat(MOST_MARKS)}y`.normalize('NFC'),
  );
  const wide = '\u{1e000}';
  assert.equal(normalText(`x${wide.repeat(90)}`, 'NFC'), `x${wide.repeat(MOST_MARKS)}`);
  assert.ok(normalText(`x\u0323${wide.repeat(90)}`, 'NFC').isWellFormed());
});
