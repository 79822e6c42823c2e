import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findCommand, readArguments } from '../src/app/command-line.ts';
import { COMMANDS } from '../src/app/command-list.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

type Paper = { readonly file: string; readonly text: string };
const papers: readonly Paper[] = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  .sort()
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What stands between backticks, and the lines of fenced blocks. */
function codeOf({ text }: Paper): readonly string[] {
  const fences = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, body = '']) =>
    body.split('\n'),
  );
  const outside = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...fences, ...[...outside.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)];
}

function fencedLines({ text }: Paper): readonly string[] {
  return [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, body = '']) =>
    body.replaceAll(/\\\n\s*/g, '').split('\n'),
  );
}

const PATH =
  /(?<![\w./-])(?:\.ci|src|db|docs|offices|scripts|test|e2e|bench|assets|locales)\/[\w./<>{},*-]*/g;

/** 'src/a/{b,c}.ts' → both; '<slug>' stands for any name. */
function expand(path: string): readonly string[] {
  const [, before = '', list, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  const all =
    list === undefined ? [path] : list.split(',').flatMap((one) => expand(`${before}${one}${after}`));
  return all.map((one) => one.replaceAll(/<[^>]+>/g, '*').replace(/[.,]+$/, ''));
}

function isThere(path: string): boolean {
  return path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path));
}

test('every file and folder that a paper names is there', () => {
  const missing = papers.flatMap((paper) =>
    codeOf(paper)
      .flatMap((code) => code.match(PATH) ?? [])
      .flatMap(expand)
      .filter((path) => !isThere(path))
      .map((path) => `${paper.file}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

test('every link and picture of a paper leads to a file', () => {
  const missing = papers.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
      .map(([, link, attribute]) => (link ?? attribute ?? '').replace(/#.*$/, ''))
      .filter((link) => link !== '' && !/^(https?|mailto):/.test(link))
      .map((link) => normalize(join(dirname(file), link)))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

test('every npm script that a paper names is in package.json', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const missing = papers.flatMap(({ file, text }) =>
    [...text.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)]
      .map(([, name = '']) => name)
      .filter((name) => scripts[name] === undefined)
      .map((name) => `${file}: npm run ${name}`),
  );
  assert.deepEqual(missing, []);
});

/** Words of a shell line up to a pipe, redirection or comment; quotes hold words together. */
function shellWords(line: string): readonly string[] {
  const words = line.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  const end = words.findIndex((word) => /^(\||>|#|&&)/.test(word));
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replaceAll(/^["']|["']$/g, ''));
}

/** What stands behind `tanggap` in a line that a reader is to type. */
function typedCommand(line: string): readonly string[] | null {
  const words = shellWords(line);
  const at = words.findIndex(
    (word, index) => word === 'tanggap' && ['npx', '-s', 'run'].includes(words[index - 1] ?? ''),
  );
  if (at < 0) return null;
  return words.slice(at + 1).filter((word, index) => !(index === 0 && word === '--'));
}

const typed = papers.flatMap((paper) =>
  fencedLines(paper).flatMap((line) => {
    const words = typedCommand(line);
    return words === null || words.some((word) => /^<.*>$/.test(word))
      ? []
      : [{ line: `${paper.file}: ${line}`, words }];
  }),
);

test('the papers show commands at all', () => assert.ok(typed.length > 20, `${typed.length} commands`));

for (const { line, words } of typed) {
  test(`a reader may type this: ${line}`, () => {
    const found = findCommand(COMMANDS, words);
    assert.ok(found, 'no such command');
    const read = readArguments(found.command, found.rest);
    assert.ok(read.ok || words.includes('--help'), read.ok ? '' : read.why);
  });
}

test('every command named in running text is in the list of commands', () => {
  const unknown = papers.flatMap((paper) =>
    codeOf(paper)
      .flatMap((code) => [...code.matchAll(/(?:^|\s)tanggap (?:-- )?([a-z]+(?: [a-z]+)?)/g)])
      .map(([, words = '']) => words)
      .filter((words) => findCommand(COMMANDS, words.split(' ')) === null)
      .map((words) => `${paper.file}: tanggap ${words}`),
  );
  assert.deepEqual(unknown, []);
});

test('every variable that a paper names is read somewhere', () => {
  const sources = globSync(['src/**/*.ts', 'src/**/*.tsx', 'scripts/*'], { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const unread = papers.flatMap(({ file, text }) =>
    (text.match(/\b(?:TANGGAP|DATABASE)_[A-Z_]+\b/g) ?? [])
      .filter((name) => !sources.includes(`env.${name}`))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(unread, []);
});

/** The tables that stand when every migration has run, each with the file that made it last. */
function tablesOfMigrations(): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  for (const file of globSync('db/migrations/*.sql', { cwd: root }).sort()) {
    const sql = readFileSync(join(root, file), 'utf8').replaceAll(/--.*$/gm, '');
    const steps =
      /^\s*(create table|drop table|alter table) (?:if (?:not )?exists )?(\w+)(?: rename to (\w+))?/gim;
    for (const [, step = '', table = '', renamed] of sql.matchAll(steps)) {
      if (step.toLowerCase() === 'create table') tables.set(table, file);
      else if (step.toLowerCase() === 'drop table') tables.delete(table);
      else if (renamed !== undefined && tables.delete(table)) tables.set(renamed, file);
    }
  }
  return tables;
}

test('ARCHITECTURE.md lists every table that the migrations make, no other, and the files that make them', () => {
  const tables = tablesOfMigrations();
  const text = papers.find(({ file }) => file === 'ARCHITECTURE.md')?.text ?? '';
  const [, store = ''] = /^## The store, table by table$([\s\S]*?)^## /m.exec(text) ?? [];
  const listed = [...store.matchAll(/^\|([^|]+)\|/gm)]
    .flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    // Written by the runner of the migrations itself.
    .filter((name) => name !== 'schema_migration');
  assert.deepEqual(listed.toSorted(), [...tables.keys()].toSorted());
  for (const file of new Set(tables.values())) assert.ok(store.includes(`\`${file}\``), file);
});

test('decision records are numbered without gaps and say what would change our mind', () => {
  const records = papers.filter(({ file }) => file.startsWith('docs/decisions/'));
  records.forEach(({ file, text }, index) => {
    const number = index + 1;
    assert.ok(file.startsWith(`docs/decisions/${String(number).padStart(4, '0')}-`), file);
    assert.match(text, new RegExp(`^# ${number}\\. `), file);
    for (const part of ['**Context.**', '**Decision.**', '**Would change our mind.**']) {
      assert.ok(text.includes(part), `${file} has no ${part}`);
    }
    assert.ok(text.split('\n').length <= 60, `${file} is longer than a page`);
  });
});
