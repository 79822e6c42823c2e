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

const owner = (account: string, officeId = 1) => ({ officeId, account });

test('a checked register waits an hour and opens for its account and office only', async () => {
  await keepDraft(store, owner('a'), first, draft, NOW);
  assert.equal((await readDraft(store, owner('a'), first, NOW + HOUR))?.name, 'lama.csv');
  assert.equal(await readDraft(store, owner('a', 2), first, NOW), null);
  assert.equal(await readDraft(store, owner('b'), first, NOW), null);
  assert.equal(
    await readDraft(store, owner('a'), first, NOW + HOUR + 1),
    null,
    'though nobody has removed it yet',
  );
});

test('an account has one draft, the last, and an office four, the last', async () => {
  await keepDraft(store, owner('a'), first, draft, NOW);
  await keepDraft(store, owner('a'), second, draft, NOW + 1);
  assert.equal(await readDraft(store, owner('a'), first, NOW + 1), null);
  assert.equal((await readDraft(store, owner('a'), second, NOW + 1))?.name, 'lama.csv');
  await keepDraft(store, owner('z', 2), first, draft, NOW);
  for (const [index, account] of ['b', 'c', 'd', 'e'].entries()) {
    await keepDraft(store, owner(account), first, draft, NOW + 1000 * (index + 1));
  }
  assert.deepEqual(
    readdirSync(folder).toSorted(),
    ['1-b', '1-c', '1-d', '1-e', '2-z'].map((name) => `${name}.register`),
  );
});

test('old drafts go by the clock, also when several sweep at once, and a folder that is not there is none', async () => {
  await keepDraft(store, owner('f'), second, draft, NOW + HOUR + 1000);
  await Promise.all(Array.from({ length: 20 }, () => removeOldDrafts(folder, NOW + HOUR + 5000)));
  assert.deepEqual(readdirSync(folder), ['1-f.register']);
  await removeOldDrafts(join(folder, 'tidak-ada'), NOW);
});
