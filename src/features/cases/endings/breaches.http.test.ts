import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const administrator = await kit.signIn('administrator');
const coordinator = await kit.signIn('koordinator');
const clerk = await kit.signIn('petugas-loket');
const HOUR = 3_600_000;

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const INCIDENT = {
  text: 'Berkas register terkirim ke alamat yang salah.',
  knownAt: '2026-04-06T08:00',
  people: '12',
  data: 'nik',
};

test('UU 27/2022 ps. 46: a breach is recorded, its 72 hours run by the clock, both are told, and it is closed with measures', async () => {
  const made = await post('/petugas/insiden', INCIDENT, administrator);
  const path = (made.location ?? '').replace('?tersimpan', '');
  assert.match(path, /^\/petugas\/insiden\/[\da-f-]{36}$/);
  const page = (await get(path, coordinator)).html;
  assert.match(page, /Paling lambat Kamis, 9 April 2026 pukul 08\.00 WITA/);
  assert.match(page, /24 jam sejak diketahui: Selasa, 7 April 2026 pukul 08\.00 WITA/);
  const early = await post(path, { act: 'closed', text: 'Kata sandi diganti.' }, coordinator);
  assert.equal(early.status, 409);
  assert.match(early.html, /subjek data dan lembaga harus sudah diberi tahu/);
  assert.match(early.html, /Kata sandi diganti\./, 'what was typed stays');
  const start = kit.clock.now;
  kit.clock.now = start + 80 * HOUR;
  const late = await kit.signIn('koordinator');
  assert.match((await get('/petugas/insiden', late)).html, /Terlambat/);
  const agency = { act: 'told', whom: 'agency', toldAt: '2026-04-07T10:00', text: 'Surat nomor 1.' };
  assert.equal((await post(path, agency, late)).status, 303);
  assert.equal((await post(path, agency, late)).status, 409, 'told once');
  const subjects = {
    act: 'told',
    whom: 'subjects',
    toldAt: '2026-04-09T09:00',
    text: 'Surat kepada 12 orang.',
  };
  assert.equal((await post(path, subjects, late)).status, 303);
  const told = (await get(path, late)).html;
  assert.equal(
    (told.match(/>Terlambat</g) ?? []).length,
    1,
    'the subjects were told too late, the agency was not',
  );
  assert.equal((await post(path, { act: 'closed', text: 'Kata sandi diganti.' }, late)).status, 303);
  const closed = (await get(path, late)).html;
  assert.match(closed, /Sudah ditutup/);
  assert.doesNotMatch(closed, /<form method="post" action="\/petugas\/insiden/);
  kit.clock.now = start;
  const { rows } = await kit.desk.owner.query<{ body: string }>(
    `select body from office_event where body like '%"type":"breach-%' order by seq`,
  );
  assert.equal(rows.length, 4);
  assert.ok(
    rows.every(({ body }) => !/alamat yang salah|Kata sandi/.test(body)),
    'the chain holds no text',
  );
});

test('what is missing is said by its field and what was typed stays', async () => {
  const wrong = await post(
    '/petugas/insiden',
    { ...INCIDENT, knownAt: '', people: 'banyak', data: 'x' },
    administrator,
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /Isi tanggal dan jam insiden ini diketahui/);
  assert.match(wrong.html, /Isi jumlah orang dengan angka/);
  assert.match(wrong.html, /Pilih paling sedikit satu jenis data/);
  assert.match(wrong.html, /alamat yang salah/);
  const ahead = await post('/petugas/insiden', { ...INCIDENT, knownAt: '2026-05-01T08:00' }, administrator);
  assert.match(ahead.html, /Waktu ini belum tiba/);
});

test('the register is kept by administrator and coordinator, and by nobody else', async () => {
  for (const path of ['/petugas/insiden', '/petugas/insiden/00000000-0000-7000-8000-000000000000']) {
    assert.equal((await get(path, clerk)).status, 403);
    assert.equal((await post(path, INCIDENT, clerk)).status, 403);
  }
  assert.equal((await get('/petugas/insiden/00000000-0000-7000-8000-000000000000', coordinator)).status, 404);
});
