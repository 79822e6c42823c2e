import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { advisoryLock } from './advisory-locks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = globSync('{src,test,bench,scripts,db}/**/*.{ts,tsx,mjs,sql}', {
  cwd: root,
  exclude: ['src/**/*.test.ts'],
}).map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));
const locks = files.flatMap(({ text }) =>
  [...text.matchAll(/\bconst (\w+) = advisoryLock\('([^']+)'\)/g)].map(([, constant = '', name = '']) => ({
    constant,
    name,
  })),
);

test('no two advisory locks share a constant, a name or a number', () => {
  assert.ok(locks.length >= 10);
  const called = files.flatMap(({ text }) => [...text.matchAll(/\badvisoryLock\(/g)]);
  // One more is its declaration.
  assert.equal(
    called.length,
    locks.length + 1,
    'each advisoryLock(…) makes a constant of a name that stands there',
  );
  for (const given of ['constant', 'name'] as const)
    assert.equal(new Set(locks.map((lock) => lock[given])).size, locks.length, given);
  assert.equal(new Set(locks.map(({ name }) => advisoryLock(name))).size, locks.length);
});

test('every advisory lock is taken and given back by the number of its name', () => {
  const taken = files.flatMap(({ file, text }) =>
    [...text.matchAll(/advisory_\w*lock\w*\((?:\$\{(\w+)\}|\$1\b[^'`]*['`],\s*\[(\w+))?/g)].map((match) => ({
      file,
      text,
      constant: match[1] ?? match[2] ?? '',
    })),
  );
  const otherwise = taken.filter(({ text, constant }) => {
    const isOwn = text.includes(`const ${constant} = advisoryLock('`);
    const isImported = new RegExp(`^import \\{[^}]*\\b${constant}\\b[^}]*\\}`, 'm').test(text);
    return !isOwn && !(isImported && locks.some((lock) => lock.constant === constant));
  });
  // Sign-in locks the network that an attempt comes from, by 64 bits of its keyed hash.
  assert.deepEqual(
    otherwise.map(({ file }) => file),
    ['src/features/people/sign-in-limit.ts'],
  );
  assert.ok(taken.length > locks.length);
});
