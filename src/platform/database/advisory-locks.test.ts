import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { advisoryLock } from './advisory-locks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = globSync('{src,test,bench}/**/*.{ts,tsx}', { cwd: root, exclude: ['src/**/*.test.ts'] }).map(
  (file) => ({ file, text: readFileSync(root + file, 'utf8') }),
);

test('no two advisory locks share a name or a number', () => {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/\badvisoryLock\('([^']+)'\)/g)].map(([, name = '']) => name),
  );
  assert.ok(names.length >= 10);
  assert.equal(new Set(names).size, names.length, names.join(' '));
  assert.equal(new Set(names.map(advisoryLock)).size, names.length);
});

test('no advisory lock is taken by a number of its own', () => {
  const taken = files.filter(({ text }) => /pg_(?:try_)?advisory_(?:xact_)?lock/.test(text));
  // Sign-in locks the network that an attempt comes from, by 64 bits of its keyed hash.
  const own = taken.filter(({ text }) => !/advisoryLock\(|import \{[^}]*_LOCK\b/.test(text));
  assert.deepEqual(
    own.map(({ file }) => file),
    ['src/features/people/sign-in-limit.ts'],
  );
  for (const { file, text } of taken)
    assert.doesNotMatch(text, /advisory_(?:xact_)?lock\(\s*(?:\d|hashtext)/, file);
});
