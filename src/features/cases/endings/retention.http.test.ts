import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { destroyFiles } from './destroy-files.job.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const LATER = Date.parse('2032-01-05T01:00:00.000Z');

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, body: URLSearchParams, cookie: string) => {
  const answer = await kit.app.request(path, { ...formPost({}, cookie), body });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const DESK = { deskText: 'Sudah dijelaskan.', deskOutcome: 'explained', deskWay: 'oral', service: 'pbi-jk' };
async function filed(): Promise<string> {
  const fields = { text: 'Kartu rusak.', channel: 'loket', name: 'Sari Contoh Wulandari', ...DESK };
  const html = await (await kit.app.request('/petugas/loket', formPost(fields, clerk))).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const path = `/petugas/kasus/${ticket}`;
  const version = /name="version" value="(\d+)"/.exec((await get(path, clerk)).html)?.[1] ?? '';
  const done = await kit.app.request(`${path}/file`, formPost({ version, box: 'B-1' }, clerk));
  assert.equal(done.status, 303);
  return ticket;
}

test('what the schedule makes due is destroyed by a numbered record; the ledger and the signed list name nobody', async () => {
  const ticket = await filed();
  const now = kit.clock.now;
  const today = await kit.signIn('koordinator');
  const before = (await get('/petugas/retensi', today)).html;
  assert.match(before, /Belum ada berkas yang masa simpannya habis/);
  assert.match(before, /belum ditetapkan/, 'the office has laid down no schedule of its own');
  kit.clock.now = LATER;
  const coordinator = await kit.signIn('koordinator');
  assert.match((await get('/petugas/retensi', coordinator)).html, new RegExp(`value="${ticket}"`));
  const said = (fields: Readonly<Record<string, string>>) => new URLSearchParams({ ticket, ...fields });
  const unsure = await post(
    '/petugas/retensi',
    said({ number: '045/1/2032', on: '2032-01-05' }),
    coordinator,
  );
  assert.equal(unsure.status, 422);
  assert.match(unsure.html, /value="045\/1\/2032"/, 'what was typed stays');
  const nameless = await post(
    '/petugas/retensi',
    said({ number: 'Sari Contoh', on: '2032-01-05', sure: 'ya' }),
    coordinator,
  );
  assert.match(nameless.html, /Isi nomor berita acara/);
  const done = await post(
    '/petugas/retensi',
    said({ number: '045/1/2032', on: '2032-01-05', sure: 'ya' }),
    coordinator,
  );
  assert.equal(done.location, '/petugas/retensi?selesai=1');
  const office = await kit.desk.offices.bySlug('tabalong', LATER);
  assert.ok(office);
  const { destroyed } = await destroyFiles(kit.desk.cases, kit.desk.files, office, LATER);
  assert.equal(destroyed, 1);
  const page = (await get('/petugas/retensi', coordinator)).html;
  assert.match(page, /Selesai: 1 berkas/);
  const list = /\/petugas\/retensi\/[\da-f-]{36}/.exec(page)?.[0] ?? '';
  const paper = (await get(list, coordinator)).html;
  assert.match(paper, new RegExp(ticket));
  const ledger = (await get('/petugas/retensi/penghapusan', coordinator)).html;
  assert.match(ledger, /Berita acara pemusnahan 045\/1\/2032/);
  for (const html of [page, paper, ledger]) assert.doesNotMatch(html, /Wulandari|Kartu rusak/);
  assert.doesNotMatch((await get(`/petugas/kasus/${ticket}`, coordinator)).html, /Kartu rusak/);
  kit.clock.now = now;
});

test('retention is for who may erase, the ledger for the auditor of the log as well', async () => {
  const auditor = await kit.signIn('pemeriksa-catatan');
  assert.equal((await get('/petugas/retensi', clerk)).status, 403);
  assert.equal((await post('/petugas/retensi', new URLSearchParams(), clerk)).status, 403);
  assert.equal((await get('/petugas/retensi/penghapusan', clerk)).status, 403);
  assert.equal((await get('/petugas/retensi/penghapusan', auditor)).status, 200);
  assert.equal((await get('/petugas/retensi', auditor)).status, 403);
});
