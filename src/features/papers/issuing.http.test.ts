import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { verifyAttachments } from '../cases/verify/verify-attachments.ts';
import { verifyTotals } from '../cases/verify/verify-totals.ts';
import { verifyPapers } from './verify-papers.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');

const textOf = async (path: string, cookie: string) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
async function aCase(): Promise<string> {
  const form = formPost({ text: 'Kartu rusak.', name: 'Siti Contoh', channel: 'loket' }, clerk);
  const slip = await (await kit.app.request('/petugas/loket', form)).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}
const send = (path: string, fields: Readonly<Record<string, string>>, cookie = clerk) =>
  kit.app.request(path, formPost({ ...fields, act: 'issue' }, cookie));

test('rule 9: a receipt whose key is pressed twice is one receipt with one number', async () => {
  const path = `/petugas/kasus/${await aCase()}/surat/tanda-terima`;
  const idempotencyKey = hidden(await textOf(path, clerk), 'idempotencyKey');
  assert.ok(idempotencyKey.length > 20);
  const [one, two] = await Promise.all([send(path, { idempotencyKey }), send(path, { idempotencyKey })]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.headers.get('location'), two.headers.get('location'));
  const again = await send(path, { idempotencyKey: hidden(await textOf(path, clerk), 'idempotencyKey') });
  assert.notEqual(again.headers.get('location'), one.headers.get('location'), 'a form opened anew');
  assert.match(await textOf(again.headers.get('location') ?? '', clerk), /TT-2\/2026/);
});

test('rule 9: no receipt of 2019 and none of 2031: the day is said to be wrong beside its field, the rest stays', async () => {
  const path = `/petugas/kasus/${await aCase()}/surat/tanda-terima`;
  for (const [dated, sentence] of [
    ['2019-05-01', /lebih awal daripada tanggal pengaduan diterima/],
    ['2031-05-01', /Tanggal surat belum tiba/],
  ] as const) {
    const refused = await send(path, { dated });
    const html = await refused.text();
    assert.equal(refused.status, 422, dated);
    assert.match(html, sentence);
    assert.match(html, new RegExp(`value="${dated}"`));
  }
  const { rows } = await kit.desk.owner.query('select from paper_counter where year <> 2026');
  assert.equal(rows.length, 0);
  const today = localDate(kit.clock.now, 'Asia/Makassar');
  assert.equal((await send(path, { dated: today })).status, 303);
});

test('what commits while a paper is made keeps it from being issued: nobody who was erased meanwhile stands in it', async () => {
  const ticket = await aCase();
  const path = `/petugas/kasus/${ticket}/surat/formulir-pengaduan`;
  const erasing = `/petugas/kasus/${ticket}/hapus-data`;
  const subject = /value="(orang:[^"]+)"/.exec(await textOf(erasing, coordinator))?.[1] ?? '';
  assert.notEqual(subject, '');
  // The case is held as an erasure holds it; the form is built meanwhile, and waits.
  const holder = await kit.desk.owner.connect();
  await holder.query('begin');
  await holder.query('select from complaint_case where ticket = $1 for update', [ticket]);
  const erased = kit.app.request(erasing, formPost({ subject, ground: 'asked', sure: 'ya' }, coordinator));
  await waitingLocks(1);
  const issued = send(path, {});
  await waitingLocks(2);
  await holder.query('commit');
  holder.release();
  const [first, second] = await Promise.all([erased, issued]);
  assert.equal(first.status, 303, await first.text());
  assert.equal(second.status, 422);
  assert.match(await second.text(), /Pengaduan ini berubah sementara surat dibuat/);
  const { rows } = await kit.desk.owner.query(
    'select from paper p join complaint_case c using (office_id, case_id) where c.ticket = $1 and p.sealed is not null',
    [ticket],
  );
  assert.equal(rows.length, 0);
});

test('UU 27/2022: a signed copy that is erased with its person stands in the ledger, and verify has nothing to say', async () => {
  const ticket = await aCase();
  const issued = await send(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, {});
  const address = issued.headers.get('location') ?? '';
  const body = new FormData();
  body.append('scan', new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'pindaian.pdf'));
  const headers = { cookie: clerk, 'sec-fetch-site': 'same-origin' };
  const scanned = await kit.app.request(`${address}/salinan`, { method: 'POST', body, headers });
  assert.equal(scanned.status, 303);
  const erasing = `/petugas/kasus/${ticket}/hapus-data`;
  const subject = /value="(orang:[^"]+)"/.exec(await textOf(erasing, coordinator))?.[1] ?? '';
  const erased = await kit.app.request(
    erasing,
    formPost({ subject, ground: 'asked', sure: 'ya' }, coordinator),
  );
  assert.equal(erased.status, 303);
  const owner = await kit.desk.owner.connect();
  const erasures = (await verifyTotals(owner)).filter(({ rule }) => rule.startsWith('erasure'));
  const papers = await verifyPapers(owner, kit.desk.keyring);
  const left = await verifyAttachments(owner, kit.desk.keyring, kit.desk.files);
  owner.release();
  assert.deepEqual([erasures, papers, left.findings], [[], [], []]);
});

/** Until so many wait for the case. */
async function waitingLocks(most: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await kit.desk.owner.query<{ n: number }>(
      'select count(*)::int n from pg_locks where not granted',
    );
    if ((rows[0]?.n ?? 0) >= most) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nobody waits (${most})`);
}
