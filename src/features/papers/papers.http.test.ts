import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aLetterTemplate, aTamperedTemplate } from '../../../test/a-letter-template.ts';
import { aStaffActor } from '../../../test/office-desk.ts';
import { readPdf, squeezed } from '../../../test/read-pdf.ts';
import { readZipXml } from '../../../test/read-zip-xml.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { erasePersonalData } from '../cases/personal-data/erase-personal-data.ts';

const kit = await openWebKit({ after });

const get = async (path: string, cookie: string): Promise<Response> =>
  kit.app.request(path, { headers: { cookie } });
const textOf = async (path: string, cookie: string): Promise<string> => (await get(path, cookie)).text();

async function aCase(cookie: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = { text: 'Kartu tidak aktif sejak Maret.', name: 'Siti Contoh', channel: 'loket', ...more };
  const slip = await (await kit.app.request('/petugas/loket', formPost(form, cookie))).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0];
  assert.ok(ticket !== undefined, slip.slice(0, 2000));
  return ticket;
}

/** Issues the paper and gives its address. */
async function issue(
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await kit.app.request(path, formPost({ ...fields, act: 'issue' }, cookie));
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
}

test('rule 9: forms are numbered by Tanggap without a gap, each kind in its own series of the year', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const ticket = await aCase(cookie);
  const numbers: string[] = [];
  for (const kind of ['tanda-terima', 'formulir-pengaduan', 'formulir-pengaduan', 'tanda-terima']) {
    const address = await issue(`/petugas/kasus/${ticket}/surat/${kind}`, cookie);
    numbers.push(/(?:TT|FP)-\d+\/2026/.exec(await textOf(address, cookie))?.[0] ?? '');
  }
  assert.deepEqual(numbers, ['TT-1/2026', 'FP-1/2026', 'FP-2/2026', 'TT-2/2026']);
});

test('rule 10: a letter waits for its number, takes what is typed, and a number used twice is refused', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const head = await kit.signIn('penanggung-jawab');
  const ticket = await aCase(clerk);
  const first = await issue(`/petugas/kasus/${ticket}/surat/surat-jawaban`, head, {
    body: 'Kartu sudah aktif.',
  });
  const second = await issue(`/petugas/kasus/${ticket}/surat/surat-jawaban`, head, {
    body: 'Kartu sudah aktif.',
  });
  assert.match(await textOf(first, head), /nomor menyusul/);
  assert.match(await textOf('/petugas/surat?keadaan=unnumbered', head), new RegExp(ticket));
  const type = (address: string, number: string) =>
    kit.app.request(`${address}/nomor`, formPost({ number }, head));
  assert.equal((await type(first, '460/…/IV/2026')).status, 422);
  assert.equal((await type(first, '460/12/IV/2026')).status, 303);
  const taken = await type(second, '460 / 12 / iv / 2026');
  assert.equal(taken.status, 422);
  assert.match(await taken.text(), /Nomor ini sudah dipakai surat lain/);
  assert.equal((await type(first, '460/13/IV/2026')).status, 422, 'a number that is known stays');
  assert.equal((await type(second, '460/13/IV/2026')).status, 303);
  const { pages } = await readPdf(
    new Uint8Array(await (await get(`${first}/unduh?bentuk=pdf`, head)).arrayBuffer()),
  );
  assert.match(squeezed(pages.join('')), /460\/12\/IV\/2026/);
  const docx = new Uint8Array(await (await get(`${first}/unduh?bentuk=docx`, head)).arrayBuffer());
  assert.match(readZipXml(docx).get('word/document.xml') ?? '', /460\/12\/IV\/2026/);
});

test('what was issued stays as it was issued, whatever happens to the case afterwards', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const ticket = await aCase(cookie, { text: 'Uraian yang pertama.' });
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, cookie);
  const before = /Sidik isi [0-9a-f]{32}/.exec(await textOf(address, cookie))?.[0];
  assert.ok(before !== undefined);
  kit.clock.now += 3_600_000;
  const after = await textOf(address, cookie);
  assert.ok(after.includes(before));
  assert.match(after, /Uraian yang pertama\./);
  await assert.rejects(
    kit.desk.owner.query("update paper set dated = '2020-01-01'"),
    /stays as it was issued/,
    'not even by the owner',
  );
  await kit.desk.owner.query('alter table paper disable trigger paper_stays_as_issued');
  await kit.desk.owner.query("update paper set dated = '2020-01-01' where paper_id = $1", [
    address.split('/').at(-1),
  ]);
  await kit.desk.owner.query('alter table paper enable trigger paper_stays_as_issued');
  assert.equal((await get(address, cookie)).status, 500, 'a row that was changed opens nothing');
});

test('rule 34: the scan of the signed paper is kept with it and comes back byte for byte', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk);
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  const scan = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const body = new FormData();
  body.append('scan', new File([scan], 'pindaian.pdf', { type: 'application/pdf' }));
  const request = new Request(`http://localhost${address}/salinan`, {
    method: 'POST',
    body,
    headers: { cookie: clerk, 'sec-fetch-site': 'same-origin' },
  });
  const bytes = Buffer.from(await request.clone().arrayBuffer());
  const sent = await kit.app.request(`${address}/salinan`, {
    method: 'POST',
    body: bytes,
    headers: {
      cookie: clerk,
      'sec-fetch-site': 'same-origin',
      'content-type': request.headers.get('content-type') ?? '',
      'content-length': String(bytes.length),
    },
  });
  assert.equal(sent.status, 303, await sent.text());
  assert.match(await textOf(address, clerk), /Salinan bertanda tangan/);
  const copy = await get(`${address}/salinan`, clerk);
  assert.equal(copy.status, 200);
  assert.deepEqual(Buffer.from(await copy.arrayBuffer()), scan);
  const none = await kit.app.request(`${address}/salinan`, formPost({}, clerk));
  assert.equal(none.status, 422);
});

test('rule 32: a paper that names people opens for who handles the case; for others with a reason that is logged', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk, { name: 'Nama Rahasia Contoh' });
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  assert.match(await textOf(address, clerk), /Nama Rahasia Contoh/);
  const stranger = await kit.signInTo('rehabilitasi-sosial', 'staf-bidang');
  const seen = await textOf(address, stranger);
  assert.doesNotMatch(seen, /Nama Rahasia Contoh/);
  assert.equal((await get(`${address}/unduh?bentuk=pdf`, stranger)).status, 404);
  const draft = await textOf(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, stranger);
  assert.doesNotMatch(draft, /Nama Rahasia Contoh/);
  assert.match(draft, /Tempatnya dikosongkan/);
});

test('rule 32: for the reason that opened it a paper comes as a file too, and each opening is logged', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk);
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  const coordinator = await kit.signIn('koordinator');
  // Nobody handles what was cancelled: even who disposes gives a reason.
  const path = `/petugas/kasus/${ticket}`;
  const idempotencyKey =
    /name="idempotencyKey" value="([^"]+)"/.exec(await textOf(path, coordinator))?.[1] ?? '';
  const cancelled = await kit.app.request(
    `${path}/cancel`,
    formPost({ reason: 'Salah catat.', idempotencyKey }, coordinator),
  );
  assert.equal(cancelled.status, 303);
  const logged = async () =>
    (await kit.desk.owner.query("select from access_log where action = 'paper-opened'")).rows.length;
  const before = await logged();
  assert.equal((await get(`${address}/unduh?bentuk=pdf`, coordinator)).status, 404);
  const open = (fields: Readonly<Record<string, string>>) =>
    kit.app.request(`${address}/buka`, formPost(fields, coordinator));
  const blank = await open({ reason: ' ', bentuk: 'pdf' });
  assert.match(await blank.text(), /Tulis alasannya/);
  assert.equal(await logged(), before, 'nothing was opened');
  const reason = 'Diminta pemeriksa arsip.';
  const shown = await (await open({ reason })).text();
  assert.match(shown, /Kartu tidak aktif sejak Maret/);
  assert.doesNotMatch(shown, /unduh\?bentuk/, 'no link that would be closed');
  assert.match(shown, /value="Diminta pemeriksa arsip\."/);
  const file = await open({ reason, bentuk: 'pdf' });
  assert.equal(file.status, 200);
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()));
  assert.match(squeezed(pages.join('')), /KartutidakaktifsejakMaret/);
  assert.equal(await logged(), before + 2);
  assert.equal((await open({ reason, bentuk: 'salinan' })).status, 404, 'nothing was signed yet');
  assert.equal((await open({ reason, bentuk: 'html' })).status, 404);
});

test('rule 28: the terlapor sees no paper of his case, in no list, under no address', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const accounts = async () =>
    (await kit.desk.owner.query<{ id: string }>('select account_id id from account')).rows.map(
      ({ id }) => id,
    );
  const before = await accounts();
  const head = await kit.signIn('penanggung-jawab');
  const staffId = (await accounts()).find((id) => !before.includes(id)) ?? '';
  const ticket = await aCase(clerk, { respondentStaff: staffId });
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  assert.equal((await get(`/petugas/kasus/${ticket}/surat`, head)).status, 404);
  assert.equal((await get(`/petugas/kasus/${ticket}/surat/surat-jawaban`, head)).status, 404);
  assert.equal((await get(address, head)).status, 404);
  assert.equal((await get(`${address}/unduh?bentuk=pdf`, head)).status, 404);
  assert.doesNotMatch(await textOf('/petugas/surat', head), new RegExp(ticket));
});

test('a letter is drafted and issued by who may and by nobody else; a form prints for every reader of the case (rule 23)', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk);
  assert.equal((await get(`/petugas/kasus/${ticket}/surat/surat-jawaban`, clerk)).status, 404);
  assert.equal((await get(`/petugas/kasus/${ticket}/surat/formulir-penyaluran`, clerk)).status, 200);
  const tried = await kit.app.request(
    `/petugas/kasus/${ticket}/surat/formulir-penyaluran`,
    formPost({ act: 'issue' }, clerk),
  );
  assert.equal(tried.status, 404, 'the disposition sheet is issued by who disposes');
  const printed = await kit.app.request(
    `/petugas/kasus/${ticket}/surat/formulir-penyaluran`,
    formPost({ act: 'pdf', paper: 'F4', letterhead: 'tanpa' }, clerk),
  );
  assert.equal(printed.status, 200);
  const { sizes } = await readPdf(new Uint8Array(await printed.arrayBuffer()));
  assert.deepEqual(sizes[0], [215, 330]);
  assert.equal((await get('/petugas/surat/baru/sk-tim', clerk)).status, 404);
  assert.equal((await get('/petugas/surat', await kit.signIn('administrator'))).status, 403);
});

test('what a letter lacks is said beside its field, and what was typed stays', async () => {
  const head = await kit.signIn('penanggung-jawab');
  const typed = { people: 'Dewi Contoh; Kepala Bidang', from: '2026-04-08', to: '2026-04-07', purpose: '' };
  const answer = await kit.app.request(
    '/petugas/surat/baru/surat-tugas',
    formPost({ ...typed, act: 'issue' }, head),
  );
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /Isi dahulu: Untuk\./);
  assert.match(html, /Hari terakhir tidak boleh sebelum hari pertama/);
  assert.match(html, /Dewi Contoh; Kepala Bidang/);
  const address = await issue('/petugas/surat/baru/surat-tugas', head, {
    ...typed,
    to: '2026-04-09',
    purpose: 'Memeriksa data di lapangan.',
  });
  assert.match(
    await textOf(address, head),
    /Rabu, 8 April 2026 sampai dengan Kamis, 9 April 2026, selama 2 \(dua\) hari/,
  );
});

test('a paper that is declared void stays readable, keeps its number and takes no other', async () => {
  const head = await kit.signIn('penanggung-jawab');
  const address = await issue('/petugas/surat/baru/sk-tim', head);
  const without = await kit.app.request(`${address}/batal`, formPost({ voidReason: ' ' }, head));
  assert.equal(without.status, 422);
  const gone = await kit.app.request(`${address}/batal`, formPost({ voidReason: 'Salah susunan.' }, head));
  assert.equal(gone.status, 303);
  assert.match(await textOf(address, head), /dinyatakan batal/);
  const late = await kit.app.request(`${address}/nomor`, formPost({ number: '21 TAHUN 2026' }, head));
  assert.equal(late.status, 422);
});

test('an office’s own letter is taken by its administrator, fills what was issued, and goes out again; a hostile one is refused', async () => {
  const admin = await kit.signIn('administrator');
  const head = await kit.signIn('penanggung-jawab');
  const clerk = await kit.signIn('petugas-loket');
  const send = async (bytes: Uint8Array, cookie: string) => {
    const body = new FormData();
    body.append('jenis', 'surat-jawaban');
    body.append('naskah', new Blob([new Uint8Array(bytes)]), 'naskah.docx');
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    return kit.app.request('/petugas/surat/naskah', { method: 'POST', body, headers });
  };
  const good = await aLetterTemplate();
  assert.equal((await send(good, head)).status, 403);
  const hostile = await aTamperedTemplate((parts) => {
    parts['word/vbaProject.bin'] = new Uint8Array([1]);
  });
  const refused = await send(hostile, admin);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Hapus makro/);
  assert.equal((await send(good, admin)).status, 303);
  assert.equal((await get('/petugas/surat/naskah/contoh?jenis=surat-jawaban', admin)).status, 200);
  const ticket = await aCase(clerk);
  const body = 'Kartu sudah aktif & dapat dipakai. {nomor}';
  const address = await issue(`/petugas/kasus/${ticket}/surat/surat-jawaban`, head, { body });
  const own = await get(`${address}/unduh?bentuk=docx&naskah=kantor`, head);
  assert.equal(own.status, 200);
  const xml = readZipXml(new Uint8Array(await own.arrayBuffer())).get('word/document.xml') ?? '';
  assert.match(xml, /KOP KANTOR SENDIRI/);
  assert.match(xml, /Kartu sudah aktif &amp; dapat dipakai\. \{nomor\}/);
  assert.match(xml, /Siti Contoh/);
  await kit.desk.owner.query('update letter_template set file = $1', [Buffer.from(hostile)]);
  const changed = await get(`${address}/unduh?bentuk=docx&naskah=kantor`, head);
  assert.equal(changed.status, 404, 'a file that was changed in its table is none');
  const end = await kit.app.request(
    '/petugas/surat/naskah/cabut',
    formPost({ jenis: 'surat-jawaban' }, admin),
  );
  assert.equal(end.status, 303);
  assert.match(await textOf('/petugas/surat/naskah', admin), /Memakai naskah Tanggap/);
});

test('UU 27/2022: who erases a person erases what papers say of him; number and fingerprint stay', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk, { name: 'Nama Yang Dihapus' });
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  const paperId = address.split('/').at(-1);
  const { rows } = await kit.desk.owner.query<{ id: string; caseId: string }>(
    `select i.identity_id id, i.case_id "caseId" from identity i join paper p on p.case_id = i.case_id where p.paper_id = $1`,
    [paperId],
  );
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office !== undefined && rows[0] !== undefined);
  const request = {
    ...{ office, ref: { ticket }, subject: { identity: rows[0].id } },
    ...{ ground: 'permintaan subjek data', actor: aStaffActor() },
  };
  assert.ok((await erasePersonalData(kit.desk.cases, request, kit.clock.now)).ok);
  const left = await textOf(address, clerk);
  assert.doesNotMatch(left, /Nama Yang Dihapus/);
  assert.match(left, /FP-\d+\/2026/);
  assert.match(left, /sudah dihapus atas permintaan/);
  const stored = await kit.desk.owner.query('select sealed, wrapped_key from paper where paper_id = $1', [
    paperId,
  ]);
  assert.deepEqual(stored.rows, [{ sealed: null, wrapped_key: null }]);
});

test('no office sees the papers of another, and nothing was logged as an error', async () => {
  const head = await kit.signIn('penanggung-jawab');
  assert.equal((await get('/petugas/surat/01890000-0000-7000-8000-000000000000', head)).status, 404);
  assert.equal((await get('/petugas/surat/bukan-id', head)).status, 404);
  const unexpected = kit.errors.filter((line) => !line.includes('seal-broken'));
  assert.deepEqual(unexpected, []);
});
