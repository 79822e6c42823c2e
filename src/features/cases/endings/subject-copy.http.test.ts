import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');

const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const get = async (path: string, cookie: string) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
async function take(fields: Readonly<Record<string, string>>): Promise<string> {
  const { html } = await post('/petugas/loket', { channel: 'loket', ...fields }, clerk);
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}
const copy = (fields: Readonly<Record<string, string>>, cookie = coordinator) =>
  post('/petugas/salinan-data', { reason: 'Diminta sendiri di loket.', ...fields }, cookie);
type File = { readonly held: readonly { readonly about: { readonly ticket: string } | null }[] };
const copied = async (fields: Readonly<Record<string, string>>, cookie = coordinator): Promise<File> =>
  JSON.parse((await copy({ ...fields, format: 'json' }, cookie)).html);

const SARI = { key: '+62 812 0000 0081', name: 'Sari Wulandari' };

test('UU 27/2022 ps. 7: a copy holds all of one person in every case and nothing of who shares his number', async () => {
  const first = await take({
    text: 'Kartu Sari rusak.',
    name: 'Sari Contoh Wulandari',
    phone: '0812-0000-0081',
  });
  const second = await take({ text: 'Bantuan belum cair.', name: 'Wulandari Sari', phone: '081200000081' });
  const other = await take({ text: 'Rahasia tetangga.', name: 'Budi Contoh', phone: '0812-0000-0081' });
  const { status, html } = await copy(SARI);
  assert.equal(status, 200);
  for (const said of [first, second, 'Kartu Sari rusak.', 'Bantuan belum cair.', '0812-0000-0081']) {
    assert.ok(html.includes(said), said);
  }
  for (const unsaid of [other, 'Rahasia tetangga', 'Budi']) assert.ok(!html.includes(unsaid), unsaid);
  const { held } = await copied(SARI);
  assert.deepEqual(held.map(({ about }) => about?.ticket).toSorted(), [first, second].toSorted());
  const { rows } = await kit.desk.owner.query<{ n: number }>(
    `select count(*)::int n from access_log where action = 'person-exported'`,
  );
  assert.equal(rows[0]?.n, 4, 'each identity, each time');
});

test('rule 32: a guarded case is in the copy only once a second person has agreed, and nothing tells of it before', async () => {
  const wanted = { key: '0812-0000-0082', name: 'Tuti Contoh' };
  const ticket = await take({
    text: 'Takut diketahui.',
    name: 'Tuti Contoh',
    phone: '0812-0000-0082',
    anonymous: 'ya',
  });
  assert.deepEqual((await copied(wanted, head)).held, []);
  assert.ok(!(await copy(wanted, head)).html.includes(ticket));
  const path = `/petugas/kasus/${ticket}`;
  const door = /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec(await get(path, head))?.[0] ?? '';
  await post(door, { reason: 'Diminta orangnya sendiri.' }, head);
  const asked = await get(path, coordinator);
  const read = { asker: hidden(asked, 'asker'), reason: hidden(asked, 'reason') };
  await post(`${door}/setuju`, read, coordinator);
  assert.equal((await copied(wanted, head)).held.length, 1);
  assert.deepEqual((await copied(wanted, coordinator)).held, [], 'agreed to for who asked, nobody else');
});

test('rules 3, 32: a copy asks for a number, a name and a reason, and keeps what was typed; others have no door', async () => {
  const byName = await copy({ key: 'Sari Wulandari', name: 'Sari Wulandari' });
  assert.equal(byName.status, 422);
  assert.match(byName.html, /Isi nomor telepon, surel, 16 angka NIK, atau nomor tiket/);
  const without = await copy({ ...SARI, reason: ' ' });
  assert.match(without.html, /Tulis mengapa salinan ini dibuat/);
  assert.match(without.html, /value="\+62 812 0000 0081"/);
  assert.equal((await copy(SARI, clerk)).status, 403);
});

test('UU 27/2022 ps. 7: who gave no number is found by his ticket and his name, and nobody else of that case', async () => {
  const ticket = await take({ text: 'Tanpa nomor.', name: 'Joko Contoh' });
  const mine = { key: ticket.toLowerCase(), name: 'Joko Contoh' };
  const { held } = await copied(mine);
  assert.deepEqual(
    held.map(({ about }) => about?.ticket),
    [ticket],
  );
  assert.deepEqual((await copied({ ...mine, name: 'Sari Wulandari' })).held, []);
  const elsewhere = await take({ text: 'Pengaduan orang lain.', name: 'Budi Contoh' });
  assert.deepEqual((await copied({ ...mine, key: elsewhere })).held, []);
});
