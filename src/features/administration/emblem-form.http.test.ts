import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../test/a-person.ts';
import { fieldsPost, sentForm } from '../../../test/sent-form.ts';
import { openWebKit } from '../../../test/web-kit.ts';
import { exportEmblem } from '../offices/export-emblem.ts';
import { exportOffice } from '../offices/export-office.ts';
import { loadOfficeFolder } from '../offices/load-office.ts';

const PATH = '/petugas/kantor/lambang';
const kit = await openWebKit({ after });
const administrator = await aPerson(kit, ['administrator'], null);
const coordinator = await aPerson(kit, ['koordinator'], null);
const officeNow = async () => {
  kit.desk.offices.forget();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office);
  return office.data;
};
const svgOf = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;
const CIRCLE = svgOf('<circle cx="5" cy="5" r="4" fill="#0b4f6c"/>');

/** The form sent with this picture, or with what stands in the second page. */
async function send(fields: Readonly<Record<string, string>>, picture: string | Uint8Array | null = null) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (picture !== null) form.append('gambar', new Blob([Buffer.from(picture)]), 'lambang.svg');
  const headers = { cookie: administrator.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await kit.app.request(PATH, { method: 'POST', headers, body: form });
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() };
}

async function approve() {
  const page = await (
    await kit.app.request('/petugas/kantor', { headers: { cookie: coordinator.cookie } })
  ).text();
  const [, address = ''] = /action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/.exec(page) ?? [];
  const decision = fieldsPost(new URLSearchParams({ putusan: 'setuju' }), coordinator.cookie);
  return { page, status: (await kit.app.request(address, decision)).status };
}

test('decision 0021: a picture is cleaned, shown beside the old one, approved, drawn, and written out with the files', async () => {
  const looked = await send({ tahap: 'periksa' }, CIRCLE);
  assert.equal(looked.status, 200, looked.page);
  assert.match(looked.page, /<img src="data:image\/svg\+xml;base64,/);
  const saved = await send({ ...Object.fromEntries(sentForm(looked.page)), tahap: 'simpan' });
  assert.equal(saved.to, '/petugas/kantor?proposed=lambang');
  assert.equal((await officeNow()).letterhead.emblem, null, 'it reaches citizens: not yet');
  const { page, status } = await approve();
  assert.match(page, /<img src="data:image\/svg\+xml;base64,/, 'who approves it sees it');
  assert.equal(status, 303);
  const office = await officeNow();
  assert.match(office.letterhead.emblemSvg ?? '', /<circle/);
  const drawn = await kit.app.request('/lambang/tabalong');
  assert.equal(await drawn.text(), office.letterhead.emblemSvg);
  const picture = exportEmblem(office);
  assert.ok(picture);
  const files = exportOffice(office);
  const again = loadOfficeFolder({ name: 'tabalong', files, pictures: [picture], findings: [] });
  assert.deepEqual(again.office?.letterhead, office.letterhead);
});

test('a hostile or broken picture is refused with what would be right, also when it is slipped into the second page', async () => {
  for (const [picture, sentence] of [
    [svgOf('<script>alert(1)</script>'), /Gambar ini memuat &lt;script>|Gambar ini memuat &lt;script&gt;/],
    [svgOf('<image href="https://contoh.id/a.png"/>'), /Simpan ulang|utuh/],
    [svgOf('<text>A</text>'), /menjadi garis \(path\)/],
    ['bukan gambar', /tidak terbaca|bukan SVG/],
    ['x'.repeat(300_000), /lebih besar daripada 256 KB/],
  ] as const) {
    const refused = await send({ tahap: 'periksa' }, picture);
    assert.equal(refused.status, 422, picture.slice(0, 60));
    assert.match(refused.page, sentence);
    const slipped = await send({ tahap: 'simpan', isi: Buffer.from(picture).toString('base64') });
    assert.equal(slipped.status, 422, picture.slice(0, 60));
  }
  assert.equal((await send({ tahap: 'periksa' })).status, 422, 'no picture');
  assert.deepEqual(kit.errors, []);
});

test('an emblem is taken away again, and of two who change it the second is told', async () => {
  const looked = await send({ tahap: 'hapus' });
  const second = await send({ tahap: 'periksa' }, svgOf('<rect width="4" height="4"/>'));
  await send({ ...Object.fromEntries(sentForm(looked.page)), tahap: 'simpan-hapus' });
  assert.equal((await approve()).status, 303);
  assert.equal((await officeNow()).letterhead.emblem, null);
  assert.equal((await officeNow()).letterhead.emblemSvg, undefined);
  const late = await send({ ...Object.fromEntries(sentForm(second.page)), tahap: 'simpan' });
  assert.match(late.page, /sudah diubah orang lain/);
});
