import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { permissionPage } from './permission-page.ts';

test('docs/izin.md is what the code says today; `node scripts/write-permissions.ts` writes it anew', async () => {
  const written = readFileSync(new URL('../docs/izin.md', import.meta.url), 'utf8');
  assert.equal(written, await permissionPage());
});
