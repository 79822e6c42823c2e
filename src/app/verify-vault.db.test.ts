import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { intakeComplaint } from '../features/cases/intake/intake-complaint.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { connectOnce } from '../platform/database/pool.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));

const findings = async (): Promise<readonly string[]> => {
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder);
  return [...new Set(verdict.findings.map(({ rule }) => rule))];
};

test('a person whose seal was changed, given to another or made with a key that is not here is found', async () => {
  const nothing = { phone: null, email: null, address: null, nik: null };
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: aStaffActor(), idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Dua pelapor.') },
        reporters: ['Warga Contoh', 'Warga Lain'].map((name) => ({
          ...{ identity: keep.person('reporter', { name, ...nothing }), as: 'self' as const },
        })),
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING);
  assert.deepEqual(await findings(), []);
  const attacker = await connectOnce(db.locateSuperuser);
  try {
    await attacker.query(`set session_replication_role = 'replica'; create table kept as table identity`);
    for (const change of [
      'update identity set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)',
      'update identity set wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1)',
      `update identity set key_id = 'ffffffff'`,
      `update identity set sealed = ''`,
      `update identity i set sealed = o.sealed, wrapped_key = o.wrapped_key from identity o
        where o.identity_id <> i.identity_id`,
    ]) {
      await attacker.query(change);
      assert.deepEqual(await findings(), ['identity-broken'], change);
      await attacker.query('delete from identity; insert into identity select * from kept');
    }
    assert.deepEqual(await findings(), []);
  } finally {
    await attacker.end();
  }
});
