import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import indonesian from '../locales/id.json' with { type: 'json' };

const root = fileURLToPath(new URL('../', import.meta.url));
const files = globSync(['{src,test,scripts,bench,e2e}/**/*.{ts,tsx,mjs}'], { cwd: root })
  .filter((file) => !file.includes('node_modules'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

test('every sentence of the interface is said somewhere', () => {
  const source = files
    .filter(({ file }) => file.startsWith('src/') && !file.includes('.test.'))
    .map(({ text }) => text)
    .join('\n');
  const said = new Set([...source.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, key]) => key));
  // A key that ends in a code of a closed list: `event.${type}`.
  const composed = [...source.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^`]*?\}([\w.-]*)`/g)].map(
    ([, before = '', after = '']) =>
      new RegExp(`^${before.replaceAll(ESCAPED, '\\$&')}.+${after.replaceAll(ESCAPED, '\\$&')}$`),
  );
  const unsaid = Object.keys(indonesian).filter(
    (key) => !said.has(key) && !composed.some((pattern) => pattern.test(key)),
  );
  assert.deepEqual(unsaid, []);
});
