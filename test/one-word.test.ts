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

/** What stands between quotes in a file of the program. */
function sentencesOf(file: string): string {
  const code = read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  return [...code.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].join('\n');
}

test('a word that the glossary gave up stands in no sentence, paper or office', () => {
  const words = rejectedWords();
  assert.ok(words.length > 5);
  const pages: readonly (readonly [string, string])[] = Object.entries(indonesian);
  const whole = (papers: readonly string[]) =>
    globSync(papers, { cwd: root }).map((file) => [file, read(file)] as const);
  // Old registers are headed in words of their own.
  const exclude = ['**/*.test.*', 'src/domain/registers/**'];
  const program = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude });
  const ours = [
    ...pages,
    ...whole(['README.md', 'CHANGELOG.md', 'package.json', 'docs/operations/*.md']),
    ...program.map((file) => [file, sentencesOf(file)] as const),
  ];
  const all = [...ours, ...whole(['offices/**/*.{md,yaml}'])];
  const back = words.flatMap((entry) => {
    const [word = '', mark = ''] = entry.split(/ \((pages|ours)\)/);
    const pattern = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu');
    const written = new Map([
      ['pages', pages],
      ['ours', ours],
    ]).get(mark);
    return (written ?? all).filter(([, text]) => pattern.test(text)).map(([where]) => `${where}: ${word}`);
  });
  assert.deepEqual(back, []);
});
