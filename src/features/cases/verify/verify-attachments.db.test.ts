import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aPdf } from '../../../../test/a-file.ts';
import { MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { openFileStore } from '../../../adapters/storage/file-store.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { newMasterKeyText, openKeyring } from '../../../platform/keyring.ts';
import { NOBODY_OF_OURS } from '../attachments/attachment-key.ts';
import { keepFile } from '../attachments/keep-file.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { verifyAttachments } from './verify-attachments.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-periksa-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const files = openFileStore(folder);
const { officeId } = office;

async function aFileOnACase(): Promise<string> {
  async function* content(): AsyncGenerator<Buffer> {
    yield aPdf();
  }
  const of = { officeId, uploader: NOBODY_OF_OURS, name: 'a.pdf' };
  const kept = await keepFile({ ...desk, files }, of, content(), MORNING);
  assert.ok(kept.ok);
  const attachments = [kept.file.id];
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: PUBLIC_ACTOR, idempotency: null },
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'website',
        matter: keep.text('matter', 'Kartu belum diterima.'),
        attachments,
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok);
  return kept.file.id;
}
async function verify(keyring = desk.keyring): Promise<readonly string[]> {
  const client = await db.owner.connect();
  try {
    const { findings } = await verifyAttachments(client, keyring, files);
    return findings.map(({ rule, attachmentId }) => `${rule} ${attachmentId}`);
  } finally {
    client.release();
  }
}
const pathOf = (id: string) => join(folder, String(officeId), id.slice(0, 2), id);

test('files as they were brought are found in order', async () => {
  await aFileOnACase();
  assert.deepEqual(await verify(), []);
});

test('a file that is gone, changed, cut or another is found', async () => {
  const [one, other] = [await aFileOnACase(), await aFileOnACase()];
  const path = pathOf(one);
  const whole = readFileSync(path);
  const spoilt = [
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.from('x')]),
    Buffer.from(whole.map((byte, at) => (at === 20 ? byte ^ 1 : byte))),
    readFileSync(pathOf(other)),
  ];
  for (const bytes of spoilt) {
    writeFileSync(path, bytes);
    assert.deepEqual(await verify(), [`file-changed ${one}`]);
  }
  unlinkSync(path);
  assert.deepEqual(await verify(), [`file-missing ${one}`]);
  writeFileSync(path, whole);
  assert.deepEqual(await verify(), []);
});

test('a row that was changed, put to another case or taken from its own is found', async () => {
  const id = await aFileOnACase();
  const [off, on] = ['disable', 'enable'].map(
    (word) => `alter table attachment ${word} trigger all; alter table case_attachment ${word} trigger user`,
  );
  const superuser = async (sql: string) => {
    const { default: pg } = await import('pg');
    const client = new pg.Client(db.locateSuperuser());
    await client.connect();
    await client.query(`${off}; ${sql}; ${on}`);
    await client.end();
  };
  await superuser(`update attachment set bytes = bytes + 1 where attachment_id = '${id}'`);
  assert.deepEqual(await verify(), [`file-changed ${id}`]);
  await superuser(`update attachment set bytes = bytes - 1 where attachment_id = '${id}'`);
  const { rows } = await db.owner.query<{ case_id: string }>(
    'select case_id from case_attachment where attachment_id = $1',
    [id],
  );
  await superuser(`update case_attachment set case_id = attachment_id where attachment_id = '${id}'`);
  assert.deepEqual(await verify(), [`file-unnamed ${id}`, `file-unbound ${id}`]);
  await superuser(`update case_attachment set case_id = '${rows[0]?.case_id}' where attachment_id = '${id}'`);
  assert.deepEqual(await verify(), []);
});

test('a file whose key is not here is told as that', async () => {
  const found = await verify(openKeyring(newMasterKeyText()));
  assert.ok(found.length > 0 && found.every((one) => one.startsWith('key-missing')));
});
