import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import { keepDraft, readDraft, removeOldDrafts } from './import-draft.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'tanggap-draft-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const store = { keyring: openKeyring(newMasterKeyText()), folder, reading: new Set<number>() };
const [first, second] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const draft = { name: 'lama.csv', bytes: new Uint8Array(Buffer.from('No,Nama')) };

test('a checked register waits an hour and opens for its office only', async () => {
  await keepDraft(store, 1, first, draft, NOW);
  assert.equal((await readDraft(store, 1, first, NOW + HOUR))?.name, 'lama.csv');
  assert.equal(await readDraft(store, 2, first, NOW), null);
  assert.equal(await readDraft(store, 1, first, NOW + HOUR + 1), null, 'though nobody has removed it yet');
});

test('old drafts go by the clock, also when several sweep at once, and a folder that is not there is none', async () => {
  await keepDraft(store, 1, second, draft, NOW + HOUR);
  await Promise.all(Array.from({ length: 20 }, () => removeOldDrafts(folder, NOW + HOUR + 1)));
  assert.deepEqual(readdirSync(folder), [`${second}.register`]);
  await removeOldDrafts(join(folder, 'tidak-ada'), NOW);
});
