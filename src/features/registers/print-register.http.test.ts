import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor } from '../../../test/office-desk.ts';
import { readPdf, squeezed } from '../../../test/read-pdf.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { printRegister } from './print-register.ts';

const kit = await openWebKit({ after });

async function aCase(cookie: string, more: Readonly<Record<string, string>>): Promise<void> {
  const form = { text: 'Kartu tidak aktif.', name: 'Siti Contoh', channel: 'loket', ...more };
  const answer = await kit.app.request('/petugas/loket', formPost(form, cookie));
  assert.equal(answer.status, 200);
}
const printed = async (cookie: string, fields: Readonly<Record<string, string>>) => {
  const form = { masa: '2026-04', edisi: 'publik', kertas: 'F4', kop: 'kop', bentuk: 'pdf', ...fields };
  const answer = await kit.app.request('/petugas/buku-register', formPost(form, cookie));
  if (answer.status !== 200) return { status: answer.status, text: await answer.text(), sizes: [] };
  const { pages, sizes } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  return { status: 200, text: squeezed(pages.join('')), sizes };
};

test('rule 12: the paper register has the office’s own columns, lies on F4, and names nobody in the edition publik', async () => {
  const clerk = await kit.signIn('petugas-loket');
  await aCase(clerk, { name: 'Nama Di Register', phone: '0812-0000-0011', text: 'Uraian yang rahasia.' });
  const coordinator = await kit.signIn('koordinator');
  const page = await kit.app.request('/petugas/buku-register?masa=2026-04', {
    headers: { cookie: coordinator },
  });
  const html = await page.text();
  assert.equal(page.status, 200);
  assert.match(html, /TINDAK LANJUT/);
  assert.doesNotMatch(html, /Nama Di Register|0812-0000-0011|Uraian yang rahasia/);
  const { text, sizes } = await printed(coordinator, {});
  assert.deepEqual(sizes[0], [330, 215]);
  for (const heading of ['HARI/TANGGAL', 'NAMA', 'ALAMAT', 'TINDAKLANJUT'])
    assert.ok(text.includes(heading), heading);
  assert.doesNotMatch(text, /NamaDiRegister|0812|Uraianyangrahasia|RAHASIA/);
  assert.match(text, /Pelapor1/);
});

test('rules 12, 32: the edition arsip has the names, is marked RAHASIA, asks for a reason and is logged', async () => {
  const coordinator = await kit.signIn('koordinator');
  const logged = async () =>
    (await kit.desk.owner.query("select from access_log where action = 'register-printed'")).rows.length;
  const before = await logged();
  const short = await printed(coordinator, { edisi: 'arsip', reason: 'jilid' });
  assert.equal(short.status, 422);
  assert.match(short.text, /sedikitnya 10 huruf/);
  assert.equal(await logged(), before, 'nothing was printed');
  const { text } = await printed(coordinator, { edisi: 'arsip', reason: 'Penjilidan register April.' });
  assert.match(text, /NamaDiRegister/);
  assert.match(text, /RAHASIA/);
  assert.match(text, /Uraianyangrahasia/);
  assert.equal(await logged(), before + 1);
  const { rows } = await kit.desk.owner.query(
    'select body from office_text order by written_at desc limit 1',
  );
  assert.deepEqual(rows, [{ body: 'Penjilidan register April.' }]);
});

test('rule 6: a protected case is a number in both editions', async () => {
  const clerk = await kit.signIn('petugas-loket');
  await aCase(clerk, { name: 'Anak Dilindungi', text: 'Kekerasan di rumah.', protected: 'ya' });
  const coordinator = await kit.signIn('koordinator');
  for (const fields of [{}, { edisi: 'arsip', reason: 'Penjilidan register April.' }]) {
    const { text } = await printed(coordinator, fields);
    assert.doesNotMatch(text, /AnakDilindungi|Kekerasan/);
    assert.match(text, /Dilindungi/);
  }
});

test('rule 12: a register that fits one book says what it withholds and asks for no volume', async () => {
  const { desk } = kit;
  const office = await desk.offices.bySlug('tabalong', kit.clock.now);
  const period = parsePeriod('2026-04');
  assert.ok(office !== undefined && period !== null);
  const request = {
    office,
    period,
    paper: 'F4',
    letterhead: 'tanpa',
    actor: aStaffActor(),
    unmask: null,
  } as const;
  const printed = await printRegister(desk.cases, request, kit.clock.now);
  assert.equal(printed?.volumes.length, 1);
  assert.equal(printed?.withheld.protected, 1);
  const page = await (
    await kit.app.request('/petugas/buku-register?masa=2026-04', {
      headers: { cookie: await kit.signIn('koordinator') },
    })
  ).text();
  assert.doesNotMatch(page, /name="jilid"/, 'one book needs no choice');
});

test('the paper register is for who exports it, with names for who may unmask; a wrong period is said by its field', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const get = (path: string, cookie: string) => kit.app.request(path, { headers: { cookie } });
  assert.equal((await get('/petugas/buku-register', clerk)).status, 403);
  const media = await kit.signIn('front-office');
  assert.equal((await get('/petugas/buku-register?masa=2026-04', media)).status, 200);
  assert.equal((await printed(media, { edisi: 'arsip', reason: 'Penjilidan register April.' })).status, 404);
  const wrong = await get('/petugas/buku-register?masa=kapan', await kit.signIn('koordinator'));
  assert.equal(wrong.status, 422);
  assert.deepEqual(kit.errors, []);
});

test('rule 28: the terlapor finds his own case in neither edition, and reads that a row is left out', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const media = await kit.signIn('front-office');
  const { rows } = await kit.desk.owner.query<{ account: string }>(
    'select account_id as account from account_role where role = $1 order by account_id desc limit 1',
    ['front-office'],
  );
  const book = '/petugas/buku-register?masa=2026-04';
  const read = async (cookie: string) =>
    (await kit.app.request(book, { headers: { cookie } }))
      .text()
      .then((html) => html.match(/<tr/g)?.length ?? 0);
  const [own, all] = [await read(media), await read(await kit.signIn('koordinator'))];
  assert.equal(own, all);
  await aCase(clerk, { respondentStaff: rows[0]?.account ?? '', text: 'Petugas meminta uang.' });
  assert.equal(await read(media), own, 'one more for everybody but him');
  assert.equal(await read(await kit.signIn('koordinator')), all + 1);
  assert.match(
    await (await kit.app.request(book, { headers: { cookie: media } })).text(),
    /Tidak dimuat bagi akun ini: 1 laporan/,
  );
});
