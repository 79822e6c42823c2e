import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../src/app/command-list.ts';
import { closedLists, codesByStatus, STORED_AS_NUMBERS, storedVocabularies } from './closed-lists.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const contract = readFileSync(`${root}docs/contract.md`, 'utf8');

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** What stands under a heading, up to the next. */
function section(heading: string): string {
  const start = contract.indexOf(`\n${heading}\n`);
  assert.ok(start >= 0, `docs/contract.md has no "${heading}"`);
  const body = contract.slice(start + heading.length + 2);
  const end = body.search(/^#{2,3} /m);
  return end < 0 ? body : body.slice(0, end);
}

/** 'GET,POST /lapor' as it stands in the page → ['GET /lapor', 'POST /lapor']. */
function addresses(text: string): string[] {
  return codesIn(text).flatMap((code) => {
    const match = /^((?:GET|POST)(?:,(?:GET|POST))?) (\/\S*)$/.exec(code);
    return (match?.[1] ?? '')
      .split(',')
      .flatMap((method) => (method === '' ? [] : [`${method} ${match?.[2]}`]));
  });
}

const routes = [
  ...globSync('src/app/*routes.ts', { cwd: root })
    .map((file) => readFileSync(`${root}${file}`, 'utf8'))
    .join('\n')
    .matchAll(/app\.(get|post)\(\s*'([^']+)'/g),
].map(([, method = '', path]) => `${method.toUpperCase()} ${path}`);
const [here = '', promised = ''] = section('## HTTP').split('Promised and not here yet:');
const [promisedAddresses = ''] = promised.split('`POST /api/v1/offices/:office/complaints` takes');

const numbered: readonly (readonly string[])[] = Object.values(STORED_AS_NUMBERS);

for (const [name, codes] of closedLists()) {
  if (numbered.includes(codes)) {
    test(`the contract lists in the order of the stored numbers what the code knows as: ${name}`, () => {
      assert.deepEqual(codesIn(section(`### ${name}`)), codes);
    });
    continue;
  }
  test(`the contract lists exactly what the code knows as: ${name}`, () => {
    assert.deepEqual(codesIn(section(`### ${name}`)).sort(), [...codes].sort());
  });
}

test('every vocabulary that the store turns into numbers has its order in the contract', () => {
  const listed = [...closedLists().values()];
  for (const [name, words] of Object.entries(STORED_AS_NUMBERS)) assert.ok(listed.includes(words), name);
  const known: readonly string[] = Object.keys(STORED_AS_NUMBERS);
  const stored = [...storedVocabularies()];
  assert.ok(stored.includes('KINDS'), 'the store is read');
  assert.deepEqual(
    stored.filter((name) => !known.includes(name)),
    [],
  );
});

test('no closed list stands in the contract that the code does not have', () => {
  const [, lists = ''] = contract.split('\n## Closed lists\n');
  const headings = [...lists.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  assert.deepEqual(headings, [...closedLists().keys()]);
});

test('every refusal and problem stands under the HTTP status that it is answered with', () => {
  const written = new Map(
    [...section('## Errors').matchAll(/^- \*\*(\d{3})\*\*([\s\S]*?)(?=^- |$(?![\s\S]))/gm)].map(
      ([, status, codes = '']) => [Number(status), codesIn(codes).sort()] as const,
    ),
  );
  const real = [...codesByStatus()].sort(([a], [b]) => a - b);
  assert.deepEqual(
    [...written],
    real.map(([status, codes]) => [status, [...codes].sort()]),
  );
});

test('every command stands in the contract with every option that it takes', () => {
  const lines = section('## Command line').split('\n');
  for (const { words, operands, options } of COMMANDS) {
    const row = lines.find((line) => line.startsWith(`| \`${[words, ...operands].join(' ')}\``));
    assert.ok(row, `${words} has no row`);
    const [shown = ''] = row.slice(2).split(' | ');
    assert.deepEqual(
      (shown.match(/--[a-z-]+/g) ?? []).map((option) => option.slice(2)).sort(),
      Object.keys(options).sort(),
      words,
    );
  }
});

test('what is promised for later is not here; what is here is no longer promised', () => {
  const line = section('## Command line').match(/^- commands: (.+)$/m)?.[1] ?? '';
  const names: readonly string[] = COMMANDS.map((command) => command.words);
  for (const code of codesIn(line)) {
    const words = code.split(' ').filter((word) => word !== word.toUpperCase());
    assert.ok(!names.includes(words.join(' ')), `${code} is here: move it to the table`);
  }
  for (const address of addresses(promisedAddresses)) {
    assert.ok(!routes.includes(address), `${address} is here: move it to the table`);
  }
});

test('every address of the contract has its door, and every door its address', () => {
  assert.deepEqual([...new Set(addresses(here))].sort(), [...new Set(routes)].sort());
});
