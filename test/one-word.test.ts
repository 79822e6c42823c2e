import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import indonesian from '../locales/id.json' with { type: 'json' };

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The last column of the glossary's table of words for people: what is written otherwise. */
function rejectedWords(): readonly string[] {
  const [, table = ''] =
    /^## Words for the people who use Tanggap\n([\s\S]*?)^## /m.exec(read('GLOSSARY.md')) ?? [];
  const rows = [...table.matchAll(/^\|.*\|([^|]*)\|$/gm)].slice(2);
  return rows.flatMap(([, not = '']) => not.split(',').map((word) => word.trim()));
}

test('a word that the glossary gave up stands in no sentence, paper or office', () => {
  const words = rejectedWords();
  assert.ok(words.length > 5);
  const written = [
    ...Object.entries(indonesian),
    ...globSync(['README.md', 'CHANGELOG.md', 'docs/operations/*.md', 'offices/**/*.{md,yaml}'], {
      cwd: root,
    }).map((file): [string, string] => [file, read(file)]),
  ];
  const back = words.flatMap((word) => {
    const pattern = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu');
    return written.filter(([, text]) => pattern.test(text)).map(([where]) => `${where}: ${word}`);
  });
  assert.deepEqual(back, []);
});
