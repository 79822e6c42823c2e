import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aPaper } from '../../../test/every-paper.ts';
import { actingIn, aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { openFileStore } from '../../adapters/storage/file-store.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { PAPER_KINDS, PAPER_RULES } from '../../domain/papers/paper-kind.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { expireUploads } from '../cases/attachments/expire-uploads.job.ts';
import { keepFile } from '../cases/attachments/keep-file.ts';
import { openPaper } from '../cases/vault/paper-seal.ts';
import { verifyAttachments } from '../cases/verify/verify-attachments.ts';
import { createAccount } from '../people/create-account.ts';
import { numberPaper, signPaper, voidPaper } from './change-paper.ts';
import { type IssueRequest, issuePaper } from './issue-paper.ts';
import { findLetterTemplate, setLetterTemplate } from './letter-template.store.ts';
import { findPaper } from './paper.store.ts';
import { verifyPapers } from './verify-papers.ts';

const db = await openTestDatabase({ after });
const { desk, office, data } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-papers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const files = openFileStore(folder);
const command = {
  name: 'Pegawai Contoh',
  email: 'pegawai@contoh.id',
  password: 'pasar ikan pagi',
  unit: null,
};
const made = await withOffice(db.app, office.officeId, (tx) =>
  createAccount(
    tx,
    office.officeId,
    data.roles,
    { ...command, roles: ['penanggung-jawab'], fromOn: '2020-01-01' },
    actingIn(desk, MORNING),
  ),
);
assert.ok(made.ok);
const actor = aStaffActor({ account: made.account });

const request = (
  kind: (typeof PAPER_KINDS)[number],
  dated = localDate(MORNING, office.zone),
): IssueRequest => {
  const tree = aPaper(kind);
  const plain = { caseId: null, version: null, key: null, letterhead: 'kop', actor } as const;
  return { office, kind, tree: { ...tree, meta: { ...tree.meta, dated } }, ...plain };
};
const issue = async (kind: (typeof PAPER_KINDS)[number], now = MORNING) => {
  const issued = await issuePaper(desk, request(kind), now);
  assert.ok(issued.ok, issued.ok ? '' : issued.refusal);
  return issued.paperId;
};
const found = async () => {
  const owner = await db.owner.connect();
  try {
    return (await verifyPapers(owner, desk.keyring)).map(({ rule, count }) => [rule, count]);
  } finally {
    owner.release();
  }
};

test('every kind is issued, opens as the tree that was frozen, and verify has nothing to say', async () => {
  for (const kind of PAPER_KINDS) {
    const paperId = await issue(kind);
    const paper = await withOffice(db.app, office.officeId, (tx) => findPaper(tx, office.officeId, paperId));
    assert.ok(paper !== null && paper.content !== null);
    const opened = openPaper(desk.keyring, paper, paper.content, 'X');
    assert.deepEqual(opened.body, JSON.parse(JSON.stringify(aPaper(kind).body)), kind);
    assert.equal(opened.meta.number, 'X');
    assert.equal(paper.number !== null, PAPER_RULES[kind].series === 'own', kind);
  }
  assert.deepEqual(await found(), []);
});

test('rule 9: twenty forms issued at once have twenty numbers without a gap; one that fails takes none', async () => {
  await Promise.all(Array.from({ length: 20 }, () => issue('formulir-penyelesaian')));
  const usual = request('formulir-penyelesaian');
  const broken = { ...usual.tree, meta: { ...usual.tree.meta, paper: 'A3' } };
  await assert.rejects(issuePaper(desk, { ...usual, tree: broken as never }, MORNING));
  await issue('formulir-penyelesaian');
  const { rows } = await db.owner.query<{ no: number }>(
    "select series_no no from paper where kind = 'formulir-penyelesaian' order by 1",
  );
  assert.deepEqual(
    rows.map(({ no }) => no),
    rows.map((_, at) => at + 1),
  );
  assert.deepEqual(await found(), []);
});

test('rule 9: a form sent twice at once is one paper with one number, another writing under its key another', async () => {
  const twice = { ...request('tanda-terima'), key: 'kunci-satu' };
  const [one, two] = await Promise.all([issuePaper(desk, twice, MORNING), issuePaper(desk, twice, MORNING)]);
  assert.deepEqual(one, two);
  const other = await issuePaper(desk, { ...twice, key: 'kunci-dua' }, MORNING);
  assert.ok(one.ok && other.ok && one.paperId !== other.paperId);
  assert.deepEqual(await found(), []);
});

test('rule 9: a number is of the year in which it is given, and days of a series go forwards', async () => {
  const year = 365 * 86_400_000;
  const next = Number(localDate(MORNING, office.zone).slice(0, 4)) + 1;
  const at = async (dated: string, now: number) => {
    const issued = await issuePaper(desk, request('formulir-penyaluran', dated), now);
    if (!issued.ok) return issued.refusal;
    const { rows } = await db.owner.query<{ number: string }>(
      'select number from paper where paper_id = $1',
      [issued.paperId],
    );
    return rows[0]?.number;
  };
  assert.equal(await at('2031-01-01', MORNING), 'day-future');
  assert.match(
    (await at('2019-01-01', MORNING + year)) ?? '',
    new RegExp(`^FS-1/${next}$`),
    'no series of 2019',
  );
  assert.equal(await at(`${next}-01-15`, MORNING + year), `FS-2/${next}`);
  assert.equal(await at(`${next}-01-14`, MORNING + year), 'day-before-last');
  assert.equal(await at(`${next}-01-15`, MORNING + year), `FS-3/${next}`);
});

test('rule 10: of two who type one number at once, one is told that it is taken', async () => {
  const [one, other] = [await issue('surat-tugas'), await issue('surat-tugas')];
  const type = (paperId: string, number: string) =>
    numberPaper(desk, { office, paperId, actor, number }, MORNING);
  const results = await Promise.all([type(one, '094/7/IV/2026'), type(other, '094/ 7/iv/2026')]);
  assert.deepEqual(
    results.map((result) => result.ok || result.refusal).toSorted(),
    ['number-taken', true].toSorted(),
  );
  assert.deepEqual(await found(), []);
});

test('a signed copy outlives the day that uploads are given, and an upload on nothing does not', async () => {
  const paperId = await issue('berita-acara');
  const keep = async (text: string) => {
    const bytes = Buffer.from(`%PDF-1.4\n${text}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
    const who = { officeId: office.officeId, uploader: made.account, name: 'pindaian.pdf' };
    const kept = await keepFile(
      { pool: db.app, keyring: desk.keyring, files },
      who,
      streamOf(bytes),
      MORNING,
    );
    assert.ok(kept.ok);
    return kept.file;
  };
  const scan = await keep('satu');
  await keep('dua');
  const signed = await signPaper(desk, { office, paperId, actor, scan }, MORNING);
  assert.deepEqual(signed, { ok: true });
  assert.deepEqual(
    await expireUploads(db.owner, files, MORNING + 48 * 3_600_000).then(({ expired }) => expired),
    1,
  );
  assert.deepEqual(await found(), []);
});

test('verify finds a number changed by hand, a paper taken away, a gap, and what the chain does not tell', async () => {
  const paperId = await issue('surat-tugas');
  await voidPaper(desk, { office, paperId, actor, reason: 'Salah nama.' }, MORNING);
  assert.deepEqual(await found(), []);
  const byHand = async (sql: string, values: readonly unknown[] = []) => {
    await db.owner.query('alter table paper disable trigger user');
    await db.owner.query(sql, [...values]);
    await db.owner.query('alter table paper enable trigger user');
  };
  await byHand('update paper set voided_at = null where paper_id = $1', [paperId]);
  assert.deepEqual(await found(), [['paper-differs', 1]]);
  await byHand('update paper set voided_at = now() where paper_id = $1', [paperId]);
  assert.deepEqual(await found(), []);
  await byHand("update paper set dated = '2020-01-01' where paper_id = $1", [paperId]);
  assert.deepEqual(await found(), [['paper-differs', 1]]);
  await byHand('delete from paper where paper_id = $1', [paperId]);
  assert.deepEqual(await found(), [['paper-differs', 1]]);
  await db.owner.query("update paper_counter set next_no = next_no + 1 where kind = 'tanda-terima'");
  assert.deepEqual(await found(), [
    ['paper-differs', 1],
    ['paper-gap', 1],
  ]);
});

test('verify finds papers whose signed copies were changed with each other, and one that is erased and nobody erased it', async () => {
  const before = await found();
  const [one, two] = [await issue('surat-tugas'), await issue('surat-tugas')];
  for (const paperId of [one, two]) {
    const bytes = Buffer.from(`%PDF-1.4\n${paperId}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
    const who = { officeId: office.officeId, uploader: made.account, name: 'pindaian.pdf' };
    const kept = await keepFile(
      { pool: db.app, keyring: desk.keyring, files },
      who,
      streamOf(bytes),
      MORNING,
    );
    assert.ok(kept.ok);
    const signed = await signPaper(desk, { office, paperId, actor, scan: kept.file }, MORNING);
    assert.deepEqual(signed, { ok: true });
  }
  assert.deepEqual(await found(), before);
  const { rows } = await db.owner.query<{ id: string; scan: string }>(
    'select paper_id id, signed_attachment scan from paper where paper_id = any ($1)',
    [[one, two]],
  );
  const swap = async (first: number, second: number) => {
    const scans = [rows[first]?.scan, rows[second]?.scan];
    await db.owner.query('alter table paper disable trigger user');
    await db.owner.query('alter table paper_attachment disable trigger user');
    for (const [at, scan] of scans.entries()) {
      const values = [rows[at]?.id, scan];
      await db.owner.query('update paper set signed_attachment = $2 where paper_id = $1', values);
      await db.owner.query('update paper_attachment set paper_id = $1 where attachment_id = $2', values);
    }
    await db.owner.query('alter table paper enable trigger user');
    await db.owner.query('alter table paper_attachment enable trigger user');
  };
  await swap(1, 0);
  assert.notDeepEqual(await found(), before, 'the scan of another paper');
  await swap(0, 1);
  assert.deepEqual(await found(), before);
  const owner = await db.owner.connect();
  const missing = async () => (await verifyAttachments(owner, desk.keyring, files)).findings;
  assert.deepEqual(await missing(), []);
  await files.remove({ officeId: office.officeId, id: rows[0]?.scan ?? '' });
  assert.deepEqual(await missing(), [
    { rule: 'file-missing', officeId: office.officeId, attachmentId: rows[0]?.scan },
  ]);
  owner.release();
  await withOffice(db.app, office.officeId, (tx) =>
    tx.query('update paper set wrapped_key = null, sealed = null, erased_at = now() where paper_id = $1', [
      one,
    ]),
  );
  assert.notDeepEqual(await found(), before, 'the application emptied a paper without telling it');
});

test('verify finds an entry of a paper that its timeline would not show, and one that was put there', async () => {
  const before = await found();
  const paperId = await issue('surat-tugas');
  assert.deepEqual(await found(), before);
  const byHand = async (sql: string) => {
    await db.owner.query('alter table paper_entry disable trigger user');
    await db.owner.query(sql, [paperId]);
    await db.owner.query('alter table paper_entry enable trigger user');
  };
  await assert.rejects(db.owner.query('delete from paper_entry'), /append-only/);
  await byHand(
    'insert into paper_entry select office_id, paper_id, seq + 100 from paper_entry where paper_id = $1',
  );
  assert.equal((await found()).length, before.length + 1);
  await byHand('delete from paper_entry where paper_id = $1 and seq > 100');
  assert.deepEqual(await found(), before);
  await byHand('delete from paper_entry where paper_id = $1');
  assert.equal((await found()).length, before.length + 1);
});

test('verify finds an office’s own letter that was changed, put there or taken out by hand', async () => {
  const { officeId } = office;
  const before = await found();
  const set = (file: Uint8Array | null) =>
    setLetterTemplate(desk, { officeId, kind: 'surat-jawaban', file, actor }, MORNING);
  await set(Buffer.from('satu'));
  assert.deepEqual(await found(), before);
  await db.owner.query("update letter_template set file = 'dua'");
  assert.equal((await found()).length, before.length + 1);
  await db.owner.query("update letter_template set file = 'satu'");
  assert.deepEqual(await found(), before);
  await set(Buffer.from('tiga'));
  await set(null);
  assert.deepEqual(await found(), before);
  for (const [change, back] of [
    ['ended_at = null', 'ended_at = $1'],
    [`uploaded_at = uploaded_at - interval '1 day'`, `uploaded_at = uploaded_at + interval '1 day'`],
    [`kind = 'surat-tugas'`, `kind = 'surat-jawaban'`],
  ] as const) {
    const one =
      'template_id in (select template_id from letter_template order by uploaded_at, template_id limit 1)';
    await db.owner.query(`update letter_template set ${change} where ${one}`);
    assert.equal((await found()).length, before.length + 1, change);
    const values = back.includes('$1') ? [new Date(MORNING)] : [];
    await db.owner.query(`update letter_template set ${back} where ${one}`, values);
    assert.deepEqual(await found(), before, back);
  }
});

test('a letter that other hands put into its table, seal and all but the key, is not used', async () => {
  const { officeId } = office;
  await setLetterTemplate(desk, { officeId, kind: 'surat-tugas', file: Buffer.from('satu'), actor }, MORNING);
  assert.equal((await findLetterTemplate(desk, officeId, 'surat-tugas'))?.file.toString(), 'satu');
  await db.owner.query(
    `update letter_template set file = 'lain', sha256 = sha256('lain') where kind = 'surat-tugas' and ended_at is null`,
  );
  assert.equal(await findLetterTemplate(desk, officeId, 'surat-tugas'), null);
});

async function* streamOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
