import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const cookie = await kit.signIn('front-office', 'koordinator');
/** Writes complaints down and verifies them, but does not classify. */
const clerk = await kit.signIn('admin-sp4n');

const get = async (path: string, as = cookie) =>
  (await kit.app.request(path, { headers: { cookie: as } })).text();
const post = async (path: string, fields: Readonly<Record<string, string>>, as = cookie) => {
  const answer = await kit.app.request(path, formPost(fields, as));
  return { status: answer.status, html: await answer.text() };
};
const ticketIn = (html: string) => /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
const taken = async (fields: Readonly<Record<string, string>>, as = cookie) => {
  const { status, html } = await post('/petugas/loket', fields, as);
  assert.equal(status, 200, html.slice(0, 2000));
  return { ticket: ticketIn(html), html };
};
const CARD = { text: 'Kartu tidak aktif sejak bulan lalu.', service: 'pbi-jk', category: 'bantuan-sosial' };

test('rule 22: the counter says what follows from the two choices and why, by a button without a script', async () => {
  assert.match(await get('/petugas/loket'), /Pilih layanan dan kategori\. Yang lain diturunkan/);
  const { status, html } = await post('/petugas/turunan', CARD);
  assert.equal(status, 200);
  assert.match(html, /Kelas: Sedang \(3–7 hari kerja\), karena layanannya Reaktivasi|Kelas: Sedang/);
  assert.match(html, /Pengaduan pengawasan: Tidak, karena kategorinya Bantuan sosial/);
  const oversight = await post('/petugas/turunan', { about: 'perilaku-petugas' });
  assert.match(oversight.html, /Pengaduan pengawasan: Ya, karena kategorinya Perilaku petugas/);
  assert.match(oversight.html, /Kelas: tidak ditentukan aturan kantor/);
});

test('rule 22: sent back for a fault, the counter still says what follows, and keeps what was changed', async () => {
  const { status, html } = await post('/petugas/loket', { ...CARD, text: '', severity: 'special' });
  assert.equal(status, 422);
  assert.match(html, /Kelas: Sedang \(3–7 hari kerja\), karena layanannya/);
  assert.match(html, /<option value="special" selected/);
});

test('rule 22: a class changed at the counter is the first one, unchanged the verifier gives it', async () => {
  const changed = await taken({ ...CARD, severity: 'special' });
  assert.match(await get(`/petugas/kasus/${changed.ticket}`), /Kelas<\/dt><dd>Khusus/);
  const left = await taken(CARD);
  const page = await get(`/petugas/kasus/${left.ticket}`);
  assert.doesNotMatch(page, /Kelas<\/dt><dd>/);
  assert.match(page, /Kelas: Sedang \(3–7 hari kerja\), karena layanannya/);
  const verified = await post(`/petugas/kasus/${left.ticket}/verify`, {
    ...{ completeness: 'complete', authority: 'own', service: 'pbi-jk', about: 'perilaku-petugas' },
  });
  assert.equal(verified.status, 303);
  const after = await get(`/petugas/kasus/${left.ticket}`);
  assert.match(after, /Kelas<\/dt><dd>Sedang/);
  assert.match(after, /Pengaduan pengawasan<\/dt><dd>Ya/);
});

test('rule 22: who may not classify is shown what follows, and offered nothing to change', async () => {
  const form = await get('/petugas/loket', clerk);
  assert.match(form, /Pilih layanan dan kategori/);
  assert.ok(!form.includes('name="severity"') && !form.includes('name="oversight"'));
  const sent = await post('/petugas/loket', { ...CARD, severity: 'light' }, clerk);
  assert.equal(sent.status, 403);
  assert.match(sent.html, /Kartu tidak aktif sejak bulan lalu\./, 'what was typed stays');
});

test('rule 24: told at the desk where to go, the complainant gets the note: a slip to print and text to copy', async () => {
  const { ticket, html } = await taken({
    ...{ text: 'KTP saya belum jadi.', service: 'pbi-jk', deskText: 'Silakan ke loket KTP.' },
    ...{ deskOutcome: 'out-of-authority', deskBody: 'disdukcapil' },
  });
  assert.ok(html.includes(`href="/petugas/kasus/${ticket}/arahan"`), 'the button stands on the slip');
  const note = await get(`/petugas/kasus/${ticket}/arahan`);
  assert.match(note, /CATATAN ARAHAN/);
  assert.match(note, /Tujuan<\/dt><dd>Dinas Kependudukan dan Pencatatan Sipil/);
  assert.match(note, /<textarea[^>]*readonly[^>]*>[^<]*Silakan hubungi atau datang ke: Dinas Kependudukan/);
  assert.match(note, /Silakan ke loket KTP\./);
  const page = await get(`/petugas/kasus/${ticket}`);
  assert.match(page, /Cetak catatan arahan/);
  assert.match(page, /Bukan wewenang/i);
  const paper = await get(`/petugas/kasus/${ticket}/surat/catatan-arahan`);
  assert.match(paper, /value="Dinas Kependudukan dan Pencatatan Sipil"/);
  const issued = await post(`/petugas/kasus/${ticket}/surat/catatan-arahan`, {
    ...{
      act: 'issue',
      to: 'Dinas Kependudukan dan Pencatatan Sipil',
      address: 'Jalan Contoh 1',
      bring: 'KK',
    },
  });
  assert.equal(issued.status, 303);
  assert.match(await get(`/petugas/kasus/${ticket}/surat`), /Catatan arahan/);
});

test('rule 24: there is no note where nobody was told to go', async () => {
  const { ticket } = await taken(CARD);
  const missing = await kit.app.request(`/petugas/kasus/${ticket}/arahan`, { headers: { cookie } });
  assert.equal(missing.status, 404);
});

test('rules 6, 24: the note of a protected case carries no word of its matter, and warns where no safe way is known', async () => {
  const { ticket } = await taken({
    ...{ text: 'Anak tetangga dipukul.', protected: 'ya', deskText: 'Laporkan kekerasan ini ke sana.' },
    ...{ service: 'pbi-jk', deskOutcome: 'out-of-authority', deskBody: 'uptd-ppa' },
  });
  const note = await get(`/petugas/kasus/${ticket}/arahan`);
  assert.doesNotMatch(note, /dipukul|kekerasan/);
  assert.match(note, /cara aman menghubungi pelapor belum diketahui/);
});

test('rule 24: no server fault was logged on the way', () => {
  assert.deepEqual(kit.errors, []);
});
