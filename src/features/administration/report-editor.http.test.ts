import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../test/a-person.ts';
import { fieldsPost, sentForm } from '../../../test/sent-form.ts';
import { openWebKit } from '../../../test/web-kit.ts';

const PATH = '/petugas/kantor/laporan/tahunan';
const kit = await openWebKit({ after });
const administrator = await aPerson(kit, ['administrator'], null);
const coordinator = await aPerson(kit, ['koordinator'], null);
const get = async (path: string, cookie = administrator.cookie) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const send = async (path: string, fields: URLSearchParams, cookie = administrator.cookie) => {
  const answer = await kit.app.request(path, fieldsPost(fields, cookie));
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() };
};
const bodyNow = async () => {
  kit.desk.offices.forget();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  return JSON.stringify(office?.data.reports.find(({ kind }) => kind === 'tahunan')?.body);
};
async function approve() {
  const page = await get('/petugas/kantor', coordinator.cookie);
  const [, address = ''] = /action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/.exec(page) ?? [];
  const { status } = await send(address, new URLSearchParams({ putusan: 'setuju' }), coordinator.cookie);
  return { page, status };
}

test('rule 31: a sentence of a report is changed in its chapter, previewed, approved and printed from then on', async () => {
  const outline = await get(PATH);
  assert.match(outline, /href="\/petugas\/kantor\/laporan\/tahunan\/2"/);
  const opened = await get(`${PATH}/2`);
  assert.match(opened, /Segala puji bagi Tuhan/);
  const same = await send(`${PATH}/2`, sentForm(opened, { tahap: 'periksa' }));
  assert.match(same.page, /Tidak ada yang berubah\./);
  const said = 'Puji syukur kami panjatkan. {office.name} menyusun laporan ini.';
  const looked = await send(`${PATH}/2`, sentForm(opened, { 'b.1.text': said, tahap: 'periksa' }));
  assert.match(looked.page, /Segala puji bagi Tuhan.*<\/td>.*Puji syukur kami panjatkan/s);
  const before = await bodyNow();
  const saved = await send(`${PATH}/2`, sentForm(looked.page, { tahap: 'simpan' }));
  assert.equal(saved.to, '/petugas/kantor?proposed=laporan');
  assert.equal(await bodyNow(), before, 'not yet');
  const { page, status } = await approve();
  assert.match(page, /Puji syukur kami panjatkan/, 'who approves it reads it');
  assert.equal(status, 303);
  const now = await bodyNow();
  assert.equal(now.replace(said, ''), before.replace(/Segala puji bagi Tuhan[^"]*/, ''), 'and nothing else');
});

test('a figure that is not there is told at its row, and what was typed stays', async () => {
  const opened = await get(`${PATH}/2`);
  const wrong = await send(
    `${PATH}/2`,
    sentForm(opened, { 'b.2.text': 'Ada {register.totl} laporan.', tahap: 'periksa' }),
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.page, /id="f-b\.2\.text-error"[^>]*>[^<]*register\.totl[^<]*register\.total/);
  assert.match(wrong.page, /Ada \{register\.totl\} laporan\./);
  const bad = await send(`${PATH}/2`, sentForm(opened, { 'b.2.when': 'banyak', tahap: 'periksa' }));
  assert.match(bad.page, /id="f-b\.2\.when-error"[^>]*>[^<]*bukan syarat/);
});

test('rows and chapters come and go, and the preview says which', async () => {
  const opened = await get(`${PATH}/2`);
  const more = await send(`${PATH}/2`, sentForm(opened, { tahap: 'tambah', jenis: 'paragraph', baris: '1' }));
  assert.match(more.page, /name="b\.2\.text"[^>]*><\/textarea>/);
  const typed = sentForm(more.page, { 'b.2.text': 'Kalimat baru.', tahap: 'periksa' });
  const looked = await send(`${PATH}/2`, typed);
  assert.match(looked.page, /kosong<\/td>.*Kalimat baru\./s);
  const fewer = await send(`${PATH}/2`, sentForm(more.page, { tahap: 'hapus:2' }));
  assert.match(
    (await send(`${PATH}/2`, sentForm(fewer.page, { tahap: 'periksa' }))).page,
    /Tidak ada yang berubah/,
  );
  const chapter = await get(`${PATH}/baru`);
  const fresh = {
    'b.0.heading': 'Penutup Tambahan',
    'b.1.text': 'Demikian.',
    sesudah: '2',
    tahap: 'periksa',
  };
  const seen = await send(`${PATH}/baru`, sentForm(chapter, fresh));
  await send(`${PATH}/baru`, sentForm(seen.page, { tahap: 'simpan' }));
  assert.equal((await approve()).status, 303);
  assert.match(await get(`${PATH}/3`), /value="Penutup Tambahan"/);
  const going = await send(`${PATH}/3`, sentForm(await get(`${PATH}/3`), { tahap: 'hapus-bab' }));
  assert.match(going.page, /Bab ini akan dihapus/);
  await send(`${PATH}/3`, sentForm(going.page, { tahap: 'simpan-hapus' }));
  assert.equal((await approve()).status, 303);
  assert.doesNotMatch(await bodyNow(), /Penutup Tambahan/);
});

test('a report is never taken away: its files would bring it back', async () => {
  assert.doesNotMatch(await get('/petugas/kantor/judul-laporan/tahunan'), /value="hapus"/);
  assert.deepEqual(kit.errors, []);
});
