import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../test/office-desk.ts';
import { readPdf, squeezed } from '../../../test/read-pdf.ts';
import { readZipXml, xmlText } from '../../../test/read-zip-xml.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { createAccount } from '../people/create-account.ts';
import { grantRole } from '../people/grant-role.ts';

const kit = await openWebKit({ after });
const admin = await kit.signIn('administrator');
const head = await kit.signIn('penanggung-jawab');
const NUMBER = '188.45/7/2026';

async function aMember(name: string, role: string, unit: string | null, to: string | null, decree: string) {
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office !== undefined);
  const { officeId, data } = office;
  const acting = actingIn(kit.desk.cases, kit.clock.now);
  await withOffice(kit.desk.pool, officeId, async (tx) => {
    const email = `${name.replaceAll(' ', '.').toLowerCase()}@contoh.id`;
    const command = { name, email, password: 'pasar ikan pagi', roles: ['front-office'], unit: null };
    const made = await createAccount(tx, officeId, data.roles, { ...command, fromOn: '2026-01-01' }, acting);
    assert.ok(made.ok);
    const { account } = made;
    const period = { from: '2026-02-01', to, decree, today: '2026-01-01' };
    const given = await grantRole(tx, officeId, data.roles, { account, role, unit, ...period }, acting);
    assert.ok(given.ok, JSON.stringify(given));
  });
}
const fileOf = async (address: string, format: string) =>
  new Uint8Array(
    await (
      await kit.app.request(`${address}/unduh?bentuk=${format}`, { headers: { cookie: head } })
    ).arrayBuffer(),
  );

test('rules 21, 34: the decree of the team prints its annex from its record: people, roles, units and periods, as PDF and DOCX', async () => {
  const recorded = await kit.app.request(
    '/petugas/tim/sk',
    formPost(
      { number: NUMBER, on: '2026-01-15', title: 'Pembentukan Tim Pengelola Pengaduan Tahun 2026' },
      admin,
    ),
  );
  assert.equal(recorded.status, 303, await recorded.text());
  await aMember('Wati Contoh', 'petugas-loket', null, '2026-12-31', NUMBER);
  await aMember('Yusuf Contoh', 'staf-bidang', 'rehabilitasi-sosial', null, NUMBER);
  await aMember('Bukan Anggota', 'petugas-loket', null, null, '188.45/8/2026');
  const team = await (
    await kit.app.request('/petugas/tim?tanggal=2026-03-01', { headers: { cookie: head } })
  ).text();
  assert.match(team, /href="\/petugas\/surat\/baru\/sk-tim\?sk=188\.45%2F7%2F2026"/);
  const path = `/petugas/surat/baru/sk-tim`;
  const form = await (
    await kit.app.request(`${path}?sk=${encodeURIComponent(NUMBER)}`, { headers: { cookie: head } })
  ).text();
  assert.match(form, /<option value="188\.45\/7\/2026" selected/);
  assert.match(form, /name="dated"[^>]*value="2026-01-15"/);
  const issued = await kit.app.request(
    path,
    formPost({ decree: NUMBER, dated: '2026-01-15', act: 'issue' }, head),
  );
  assert.equal(issued.status, 303, await issued.text());
  const address = issued.headers.get('location') ?? '';
  const { pages } = await readPdf(await fileOf(address, 'pdf'));
  const text = squeezed(pages.join(''));
  const xml = readZipXml(await fileOf(address, 'docx')).get('word/document.xml') ?? '';
  const docx = squeezed(xmlText(xml.replaceAll(/<[^>]+>/g, '')));
  for (const [where, read] of [
    ['PDF', text],
    ['DOCX', docx],
  ] as const) {
    for (const said of [
      NUMBER,
      'PEMBENTUKAN TIM PENGELOLA PENGADUAN TAHUN 2026',
      'Membentuk Tim Pengelola Pengaduan Tahun 2026 dengan susunan',
      'Masa tugas',
      'Wati Contoh',
      '1 Februari 2026 s.d. 31 Desember 2026',
      'Yusuf Contoh',
      'Rehabilitasi Sosial',
      'sejak 1 Februari 2026',
      '15 Januari 2026',
    ])
      assert.ok(read.includes(squeezed(said)), `${where} lacks ${said}`);
    assert.ok(!read.includes('BukanAnggota'), where);
  }
  const again = await kit.app.request(
    path,
    formPost({ decree: NUMBER, dated: '2026-01-15', act: 'issue' }, head),
  );
  const second = await (
    await kit.app.request(again.headers.get('location') ?? '', { headers: { cookie: head } })
  ).text();
  assert.match(second, /nomor menyusul/, 'rule 10: a number used twice is refused');
  assert.deepEqual(kit.errors, []);
});

test('a decree that nobody wrote down is none, and without one the annex has those who hold roles on the day', async () => {
  const unknown = await (
    await kit.app.request('/petugas/surat/baru/sk-tim?sk=188.45%2F99', { headers: { cookie: head } })
  ).text();
  assert.doesNotMatch(unknown, /188\.45\/99/);
  assert.doesNotMatch(unknown, /Masa tugas/);
  assert.match(unknown, /Pegawai Contoh/);
});
