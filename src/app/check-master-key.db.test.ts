import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../test/test-database.ts';
import { keyFileName, newMasterKeyText } from '../platform/keyring.ts';
import { openMasterKeyring } from './check-master-key.ts';

const db = await openTestDatabase({ after });
const dataFolder = mkdtempSync(join(tmpdir(), 'tanggap-key-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));

test('the first opening makes a key and remembers it, the next opens with the same', async () => {
  const first = await openMasterKeyring(db.owner, { dataFolder, masterKey: undefined }, Date.now());
  const again = await openMasterKeyring(db.owner, { dataFolder, masterKey: undefined }, Date.now());
  assert.equal(first.current.id, again.current.id);
});

test('another key is refused', async () => {
  const config = { dataFolder, masterKey: newMasterKeyText() };
  await assert.rejects(openMasterKeyring(db.owner, config, Date.now()), { code: 'wrong-key' });
});

test('a lost key file is said and never silently replaced by a new key', async () => {
  rmSync(join(dataFolder, keyFileName));
  await assert.rejects(openMasterKeyring(db.owner, { dataFolder, masterKey: undefined }, Date.now()), {
    code: 'wrong-key',
  });
  assert.equal(existsSync(join(dataFolder, keyFileName)), false);
});
