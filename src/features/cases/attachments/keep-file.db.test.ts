import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aJpeg, anExif, aPdf } from '../../../../test/a-file.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { openFileStore } from '../../../adapters/storage/file-store.ts';
import { DAY_MS } from '../../../domain/calendar/instant.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { errorCode } from '../../../platform/errors.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { NOBODY_OF_OURS } from './attachment-key.ts';
import { expireUploads } from './expire-uploads.job.ts';
import { keepFile } from './keep-file.ts';
import { openFile } from './open-file.ts';
import { readAttachmentRows, readCaseFiles } from './read-attachments.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-unggah-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const filesDesk = { pool: desk.pool, keyring: desk.keyring, files: openFileStore(folder) };
const { officeId } = office;

async function* of(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
async function upload(bytes: Buffer, uploader = NOBODY_OF_OURS, name = 'KTP Bu Contoh.jpg', now = MORNING) {
  const kept = await keepFile(filesDesk, { officeId, uploader, name }, of(bytes), now);
  assert.ok(kept.ok);
  return kept.file.id;
}
function complain(attachments: readonly string[], actor = PUBLIC_ACTOR, key: string | null = null) {
  const request = {
    office,
    actor,
    idempotency: key === null ? null : { key, body: 'x' },
    command: (keep: Parameters<Parameters<typeof intakeComplaint>[1]['command']>[0]) => ({
      kind: 'pengaduan' as const,
      channel: actor === PUBLIC_ACTOR ? ('website' as const) : ('loket' as const),
      matter: keep.text('matter', 'Kartu belum diterima.'),
      attachments,
    }),
  };
  return intakeComplaint(desk, request, MORNING);
}
function attachScan(caseId: string, scan: string, actor = aStaffActor()) {
  return runOperation(
    desk,
    {
      ...{ office, ref: { caseId }, actor, expectedVersion: null, idempotency: null },
      operation: 'read-back',
      command: () => ({ way: 'signed', scan }),
    },
    MORNING,
  );
}
const staff = (account: string) => ({ ...aStaffActor(), account });
const lying = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

test('a file lies sealed in the folder, its name too, and opens to what was cleaned of it', async () => {
  const id = await upload(aJpeg({ exif: anExif(1) }));
  const taken = await complain([id]);
  assert.ok(taken.ok);
  const { caseId } = taken.answer;
  const [row] = await withOffice(desk.pool, officeId, (tx) => readAttachmentRows(tx, officeId, caseId, [id]));
  assert.ok(row !== undefined);
  const pieces: Buffer[] = [];
  for await (const piece of (await openFile(filesDesk, row)) ?? []) pieces.push(piece);
  assert.deepEqual(Buffer.concat(pieces), aJpeg());
  for (const { parentPath, name } of lying()) {
    assert.ok(!readFileSync(join(parentPath, name)).includes('JFIF'));
  }
  const stored = await db.owner.query('select * from attachment');
  assert.ok(!JSON.stringify(stored.rows).includes('KTP'));
  const files = await withOffice(desk.pool, officeId, (tx) =>
    readCaseFiles(tx, desk.keyring, officeId, caseId, [id]),
  );
  assert.equal(files.get(id)?.name, 'KTP Bu Contoh.jpg');
});

test('a file lies on one case: who names it a second time is refused, and nothing of his act is written', async () => {
  const id = await upload(aPdf());
  assert.ok((await complain([id])).ok);
  assert.deepEqual(await complain([id]), { ok: false, refusal: 'attachment-not-yours' });
  assert.deepEqual(await complain([await upload(aPdf()), id]), {
    ok: false,
    refusal: 'attachment-not-yours',
  });
  const twice = await upload(aPdf());
  assert.deepEqual(await complain([twice, twice]), { ok: false, refusal: 'attachment-not-yours' });
});

test('of two who name one file at the same time one gets it', async () => {
  const id = await upload(aPdf());
  const both = await Promise.all([complain([id]), complain([id]), complain([])]);
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true, true]);
});

test('a repeat of a complaint with a file is answered as the first', async () => {
  const id = await upload(aPdf());
  const first = await complain([id], PUBLIC_ACTOR, 'kunci-ulangan-12345678901');
  const again = await complain([id], PUBLIC_ACTOR, 'kunci-ulangan-12345678901');
  assert.ok(first.ok && again.ok && again.repeated);
  assert.equal(again.answer.ticket, first.answer.ticket);
});

test('only who brought a file puts it to a case: neither another clerk nor a stranger', async () => {
  const [one, other] = [uuidv7(), uuidv7()];
  const { caseId } = await aStoredCase({ desk, office });
  const id = await upload(aPdf(), one);
  const refused = { ok: false, refusal: 'attachment-not-yours' };
  assert.deepEqual(await attachScan(caseId, id, staff(other)), refused);
  assert.deepEqual(await complain([id]), refused);
  assert.deepEqual(await attachScan(caseId, await upload(aPdf()), staff(one)), refused, 'of a stranger');
  assert.deepEqual(await attachScan(caseId, uuidv7(), staff(one)), refused, 'of nobody');
  const { rows } = await db.owner.query('select version from complaint_case where case_id = $1', [caseId]);
  assert.equal(rows[0].version, 1, 'nothing was written');
  assert.ok((await attachScan(caseId, id, staff(one))).ok);
});

test('what was not put to a case within a day goes, and so does what no row knows; the rest stays', async () => {
  await db.owner.query(
    'delete from attachment a where not exists (select from case_attachment b where b.attachment_id = a.attachment_id)',
  );
  const old = await upload(aPdf(), NOBODY_OF_OURS, 'a.pdf', MORNING - 2 * DAY_MS);
  const bound = await upload(aPdf(), NOBODY_OF_OURS, 'b.pdf', MORNING - 2 * DAY_MS);
  const young = await upload(aPdf());
  assert.ok((await complain([bound])).ok);
  assert.equal((await expireUploads(db.owner, filesDesk.files, MORNING)).expired, 1);
  const left = await db.owner.query('select attachment_id id from attachment');
  const ids = left.rows.map((row: { readonly id: string }) => row.id);
  assert.ok(ids.includes(bound) && ids.includes(young) && !ids.includes(old));
  // A day later by the clock of the disk.
  const late = Date.now() + 2 * DAY_MS;
  writeFileSync(join(folder, String(officeId), young.slice(0, 2), `${uuidv7()}.part`), 'x');
  await expireUploads(db.owner, filesDesk.files, late);
  const names = lying().map(({ name }) => name);
  assert.ok(names.includes(bound) && !names.includes(old) && !names.includes(young));
  assert.ok(!names.some((name) => name.endsWith('.part')));
});

test('a row that was changed by hand opens no file', async () => {
  const id = await upload(aPdf());
  const taken = await complain([id]);
  assert.ok(taken.ok);
  await assert.rejects(
    db.owner.query(`update attachment set media_type = 'text/html' where attachment_id = $1`, [id]),
    /erased and not changed/,
  );
  await db.owner.query('alter table attachment disable trigger attachment_erasure_only');
  await db.owner.query(`update attachment set media_type = 'text/html' where attachment_id = $1`, [id]);
  const [row] = await withOffice(desk.pool, officeId, (tx) =>
    readAttachmentRows(tx, officeId, taken.answer.caseId, [id]),
  );
  assert.ok(row !== undefined);
  await assert.rejects(openFile(filesDesk, row), (error) => errorCode(error) === 'seal-broken');
  await db.owner.query(`update attachment set media_type = 'application/pdf' where attachment_id = $1`, [id]);
  await db.owner.query('alter table attachment enable trigger attachment_erasure_only');
});

test('the application can neither move a file to another case nor take it from its own', async () => {
  for (const sql of [
    'update case_attachment set case_id = attachment_id',
    'delete from case_attachment',
    'delete from attachment',
  ]) {
    await assert.rejects(
      withOffice(desk.pool, officeId, (tx) => tx.query(sql)),
      /permission denied/,
    );
  }
});
