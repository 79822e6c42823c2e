import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';

async function take(fields: Readonly<Record<string, string>>): Promise<string> {
  const { html } = await post('/petugas/loket', { text: 'Kartu rusak.', channel: 'loket', ...fields }, clerk);
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}

test('rule 32: the identity of an anonymous case opens only after a second person agreed on the case page', async () => {
  const ticket = await take({ name: 'Sari Contoh Wulandari', anonymous: 'ya' });
  const path = `/petugas/kasus/${ticket}`;
  const page = await get(path, head);
  assert.ok(!page.html.includes('Wulandari'));
  const door = /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec(page.html)?.[0] ?? '';
  const asked = await post(door, { reason: 'Panggilan saksi.' }, head);
  assert.deepEqual([asked.status, asked.location], [303, `${path}?selesai=identity-asked`]);
  const own = await get(path, head);
  assert.match(own.html, /menunggu persetujuan orang kedua/);
  assert.ok(!own.html.includes(`${door}/setuju`), 'nobody agrees to his own request');
  const second = await get(path, coordinator);
  assert.match(second.html, /Alasan: Panggilan saksi\./);
  const read = { asker: hidden(second.html, 'asker'), reason: hidden(second.html, 'reason') };
  const agreed = await post(`${door}/setuju`, read, coordinator);
  assert.equal(agreed.location, `${path}?selesai=identity-agreed`);
  assert.match((await get(path, head)).html, /Sudah disetujui\. .* Alasan: Panggilan saksi\./);
  const opened = await post(door, {}, head);
  assert.equal(opened.status, 200);
  assert.ok(opened.html.includes('Wulandari'));
  assert.ok(!(await get(path, head)).html.includes('Wulandari'), 'shown on that one answer only');
});

test('rule 32: how somebody is reached safely is shown with him and no sooner, be his case protected and secret', async () => {
  const safe = 'Hanya lewat tetangga';
  const authorization = `Bearer ${await kit.token('penanggung-jawab')}`;
  for (const mark of ['secret', 'anonymous']) {
    const who = { name: 'Sari Contoh', safeContact: safe, protected: 'ya', [mark]: 'ya' };
    const ticket = await take(who);
    const path = `/petugas/kasus/${ticket}`;
    for (const reader of [clerk, head]) {
      const { status, html } = await get(path, reader);
      assert.equal(status, 200);
      assert.ok(!html.includes(safe), `${mark}: on the page`);
      assert.match(html, /Hanya bagi yang menangani pengaduan ini/);
    }
    const api = await kit.app.request(`/api/v1/complaints/${ticket}`, { headers: { authorization } });
    assert.equal(api.status, 200);
    assert.ok(!(await api.text()).includes(safe), `${mark}: in the API`);
    const door =
      /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec((await get(path, head)).html)?.[0] ?? '';
    await post(door, { reason: 'Akan dihubungi.' }, head);
    const second = await get(path, coordinator);
    const read = { asker: hidden(second.html, 'asker'), reason: hidden(second.html, 'reason') };
    await post(`${door}/setuju`, read, coordinator);
    assert.ok((await post(door, {}, head)).html.includes(safe), `${mark}: with the person, once agreed`);
  }
  const open = await take({ name: 'Sari Contoh', safeContact: safe, protected: 'ya' });
  assert.ok((await get(`/petugas/kasus/${open}`, clerk)).html.includes(safe), 'whoever handles it');
});

test('rule 27: entries of the closed lane stay with its readers when terbatas is taken off, and no door tells them', async () => {
  const sent = await kit.app.request('/api/v1/offices/tabalong/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'jalur-tertutup-nomor-satu' },
    body: JSON.stringify({ channel: 'website', text: 'Kartu rusak.' }),
  });
  const { ticket, ticketSecret }: { ticket: string; ticketSecret: string } = await sent.json();
  const inLane = await kit.signIn('tim-penelaah', 'koordinator', 'penanggung-jawab');
  const path = `/petugas/kasus/${ticket}`;
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(inLane.replace('sesi=', ''))],
  );
  const readers = rows[0]?.id ?? '';
  const does = async (operation: string, fields: Readonly<Record<string, string>>) => {
    const key = { idempotencyKey: hidden((await get(path, inLane)).html, 'idempotencyKey') };
    const done = await post(`${path}/${operation}`, { ...fields, ...key }, inLane);
    assert.equal(done.status, 303, `${operation} ${done.html.slice(0, 3000)}`);
  };
  await does('dispose', { unit: 'sekretariat' });
  await does('review/start', { reviewers: readers });
  await does('review/recommend', { recommendation: 'audit', text: 'Bukti awal.' });
  await does('review/decide', { decision: 'audit', directions: 'Periksa diamdiam.', readers });
  await does('follow-up', { entry: 'note', text: 'Saksirahasia berbicara.' });
  assert.equal((await get(path, clerk)).status, 404);
  await does('mark', { mark: 'restricted', on: 'tidak', reason: 'Tidak perlu lagi.' });
  const told = /diamdiam|Saksirahasia/;
  assert.match((await get(path, inLane)).html, told);
  for (const cookie of [clerk, coordinator]) {
    const page = await get(path, cookie);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.html, told);
    assert.match(page.html, /Catatan jalur tertutup, untuk pembacanya/);
    assert.match(page.html, /Bukti awal/);
  }
  const headers = { authorization: `Bearer ${await kit.token('koordinator')}` };
  const api = await (await kit.app.request(`/api/v1/complaints/${ticket}`, { headers })).json();
  assert.doesNotMatch(JSON.stringify(api), told);
  assert.equal(api.withheld, 3);
  assert.match((await get('/petugas?q=kartu', coordinator)).html, new RegExp(ticket));
  assert.ok(!(await get('/petugas?q=saksirahasia', coordinator)).html.includes(ticket));
  const tracked = await kit.app.request(`/api/v1/complaints/${ticket}`, {
    headers: { 'x-ticket-secret': ticketSecret },
  });
  assert.equal(tracked.status, 200);
  assert.ok(!(await tracked.text()).includes('followed-up'));
});

test('rule 11: a wrong name is mended on the case page, and what was typed stays when the reason is missing', async () => {
  const ticket = await take({ name: 'Salah Contoh' });
  const path = `/petugas/kasus/${ticket}`;
  const page = await get(path, clerk);
  const door = /\/petugas\/kasus\/[^/"]+\/orang\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? '';
  const fields = {
    version: hidden(page.html, 'version'),
    idempotencyKey: hidden(page.html, 'idempotencyKey'),
    part: 'reporter',
    name: 'Benar Contoh',
    phone: '0812-0000-0071',
    as: 'self',
  };
  const without = await post(door, fields, clerk);
  assert.equal(without.status, 422);
  assert.match(without.html, /value="Benar Contoh"/);
  const done = await post(door, { ...fields, reason: 'Salah dengar.' }, clerk);
  assert.deepEqual([done.status, done.location], [303, `${path}?selesai=correct`]);
  const after = await get(path, clerk);
  assert.match(after.html, /Benar Contoh/);
  assert.match(after.html, /data sebelum diperbaiki/);
});

test('rule 28: a terlapor who was written free is linked to the staff, and from then on the case is not there for him', async () => {
  const ticket = await take({ name: 'Pelapor Contoh', respondent: 'Petugas berbaju biru' });
  const path = `/petugas/kasus/${ticket}`;
  const official = await kit.signIn('koordinator');
  assert.match((await get(path, official)).html, new RegExp(ticket));
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(official.replace('sesi=', ''))],
  );
  const about = rows[0]?.id ?? '';
  const page = await get(path, clerk);
  const mend = [
    ...page.html.matchAll(/\/petugas\/kasus\/[^/"]+\/orang\/([0-9a-f-]{36})"([\s\S]*?)<\/form>/g),
  ];
  const form = mend.find(([, , fields = '']) => fields.includes('value="respondent"'));
  const door = `${path}/orang/${form?.[1] ?? ''}`;
  assert.match(form?.[2] ?? '', new RegExp(`<option value="${about}"`));
  const fields = {
    version: hidden(page.html, 'version'),
    idempotencyKey: hidden(page.html, 'idempotencyKey'),
    part: 'respondent',
    name: 'Petugas berbaju biru',
    reason: 'Sudah dikenali.',
  };
  const nobody = await post(door, { ...fields, staffId: '0198c5c4-0000-7000-8000-00000000dead' }, clerk);
  assert.equal(nobody.status, 422, 'an account that nobody has');
  const done = await post(door, { ...fields, staffId: about }, clerk);
  assert.equal(done.status, 303);
  assert.equal((await get(path, official)).status, 404);
  assert.ok(!(await get('/petugas', official)).html.includes(ticket));
  assert.equal((await post(`${path}/verify`, { version: '2' }, official)).status, 404);
  assert.equal((await get(path, coordinator)).status, 200);
});

test('rule 32: a person is looked for with a reason, by those who may, and is never in an address', async () => {
  const ticket = await take({ name: 'Wulan Contoh', phone: '0812-0000-0072' });
  assert.equal((await get('/petugas/cari-orang', clerk)).status, 403);
  const without = await post('/petugas/cari-orang', { who: '0812-0000-0072' }, coordinator);
  assert.equal(without.status, 422);
  assert.match(without.html, /href="#f-reason"/);
  assert.match(without.html, /value="0812-0000-0072"/);
  const found = await post('/petugas/cari-orang', { who: '081200000072', reason: 'Menelepon.' }, coordinator);
  assert.match(found.html, new RegExp(`/petugas/kasus/${ticket}`));
  assert.match(found.html, /1 pengaduan ditemukan/);
});

test('rule 32: who stands behind a guarded case is told to nobody by a search, not even that there is one', async () => {
  await take({ name: 'Tersamar Rekaan', anonymous: 'ya' });
  await take({ name: 'Tersamar Rekaan', secret: 'ya' });
  for (const seeker of [head, coordinator]) {
    const pageOf = async (who: string) => {
      const { html } = await post('/petugas/cari-orang', { who, reason: 'Menelepon.' }, seeker);
      assert.match(html, /tidak dicari menurut orangnya, oleh siapa pun/);
      return /<main[\s\S]*<\/main>/.exec(html)?.[0].replaceAll(who, '');
    };
    assert.equal(await pageOf('Tersamar Rekaan'), await pageOf('Takdikenal Rekaan'));
  }
});

test('law 7: a person is erased by the role that may, with a ground and a confirmation', async () => {
  const ticket = await take({ name: 'Hapus Contoh' });
  const path = `/petugas/kasus/${ticket}/hapus-data`;
  assert.equal((await get(path, clerk)).status, 403);
  const page = await get(path, coordinator);
  const subject = /value="(orang:[0-9a-f-]+)"/.exec(page.html)?.[1] ?? '';
  const unsure = await post(path, { subject, ground: 'asked' }, coordinator);
  assert.equal(unsure.status, 422);
  assert.match(unsure.html, /href="#f-sure"/);
  const { html: empty } = await post(path, {}, coordinator);
  assert.match(empty, /Pilih apa yang dihapus\./);
  assert.match(empty, /Pilih dasar penghapusannya\./);
  const erased = await post(path, { subject, ground: 'asked', sure: 'ya' }, coordinator);
  assert.deepEqual([erased.status, erased.location], [303, `/petugas/kasus/${ticket}?selesai=erased`]);
  const after = await get(`/petugas/kasus/${ticket}`, coordinator);
  assert.ok(!after.html.includes('Hapus Contoh'));
  assert.match(after.html, /Identitas dihapus/);
  const again = await post(path, { subject, ground: 'asked', sure: 'ya' }, coordinator);
  assert.equal(again.status, 422, 'what is gone is not offered again');
});

test('rule 28: nothing is erased of a complaint that may be about whoever erases; once that is settled it can be', async () => {
  const ticket = await take({ name: 'Hapus Contoh', respondent: 'Tono Contoh', worksHere: 'unknown' });
  const path = `/petugas/kasus/${ticket}`;
  const { rows } = await kit.desk.owner.query<{ subject: string }>(
    `select 'orang:' || i.identity_id subject from identity i join complaint_case using (office_id, case_id)
       where ticket = $1 union all
     select 'teks:' || t.text_id from case_text t join complaint_case using (office_id, case_id) where ticket = $1`,
    [ticket],
  );
  assert.ok(rows.length >= 3);
  const erase = (subject: string) =>
    post(`${path}/hapus-data`, { subject, ground: 'asked', sure: 'ya' }, coordinator);
  assert.match((await get(`${path}/hapus-data`, coordinator)).html, /Tetapkan dahulu siapa yang diadukan/);
  for (const { subject } of rows) {
    const refused = await erase(subject);
    assert.equal(refused.status, 409);
    assert.match(refused.html, /Tetapkan dahulu siapa yang diadukan/);
  }
  const { html } = await get(path, coordinator);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const clerks = await kit.desk.owner.query<{ id: string }>(
    `select account_id id from account_role where role = 'petugas-loket'`,
  );
  const staff = clerks.rows[0]?.id ?? '';
  const settled = await post(`${path}/settle-respondent`, { ...keys, staff, reason: 'Ia.' }, coordinator);
  assert.equal(settled.status, 303);
  assert.match((await get(path, coordinator)).html, /Hapus Contoh/);
  assert.equal((await erase(rows[0]?.subject ?? '')).status, 303);
});

test('rule 28: nobody shuts everybody above him out by naming them all complained of: the last is named in words only', async () => {
  const ticket = await take({ name: 'Pelapor Contoh' });
  const path = `/petugas/kasus/${ticket}`;
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    `select distinct account_id id from account_role where role <> 'petugas-loket'`,
  );
  const name = async (who: Readonly<Record<string, string>>) => {
    const { html } = await get(path, clerk);
    const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
    return post(`${path}/orang/baru`, { ...keys, part: 'respondent', reason: 'Disebut.', ...who }, clerk);
  };
  const refused: string[] = [];
  for (const { id } of rows) {
    const answer = await name({ staffId: id });
    if (answer.status === 303) continue;
    assert.equal(answer.status, 409);
    assert.match(answer.html, /tidak ada lagi atasan yang dapat membuka pengaduan ini/);
    refused.push(id);
  }
  assert.equal(refused.length, 1);
  assert.equal((await name({ name: 'Kepala dinas' })).status, 303);
});

test('rule 32: what can be erased of a secret case names the way to reach somebody, and never says it', async () => {
  const ticket = await take({ name: 'Sari Contoh', safeContact: 'Hanya lewat tetangga', secret: 'ya' });
  const { status, html } = await get(`/petugas/kasus/${ticket}/hapus-data`, coordinator);
  assert.equal(status, 200);
  assert.match(html, /Cara aman menghubungi: /);
  assert.match(html, /Yang disampaikan: Kartu rusak/);
  assert.doesNotMatch(html, /lewat tetangga/);
  const open = await take({ name: 'Sari Contoh', safeContact: 'Hanya lewat tetangga', protected: 'ya' });
  const handled = await get(`/petugas/kasus/${open}/hapus-data`, coordinator);
  assert.match(handled.html, /Cara aman menghubungi: Hanya lewat tetangga/);
});

test('a reason that belongs to no case is erased from its page, which shows who wrote it and when, never what', async () => {
  const search = { who: 'Sari Contoh', reason: 'Menurut Budi Contoh, 0812-0000-0042.' };
  assert.equal((await post('/petugas/cari-orang', search, head)).status, 200);
  const path = '/petugas/hapus-alasan';
  const { html } = await get(path, coordinator);
  assert.match(html, /Pegawai Contoh/);
  assert.ok(!html.includes('Budi Contoh'));
  const subject = /name="subject"[^>]* value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  const unsure = await post(path, { subject, ground: 'asked' }, coordinator);
  assert.equal(unsure.status, 422);
  const erased = await post(path, { subject, ground: 'asked', sure: 'ya' }, coordinator);
  assert.deepEqual([erased.status, erased.location], [303, `${path}?selesai`]);
  assert.match((await get(`${path}?selesai`, coordinator)).html, /Data itu sudah dihapus/);
  const { rows } = await kit.desk.owner.query(
    `select t.body, l.ground from office_text t
       join erasure_ledger l on l.subject_id = t.text_id and l.office_id = t.office_id
       join access_log a on a.action = 'text-erased' and a.reason = l.erasure_id::text where t.text_id = $1`,
    [subject],
  );
  assert.deepEqual(rows, [{ body: null, ground: 'asked' }]);
  assert.equal((await post(path, { subject, ground: 'asked', sure: 'ya' }, coordinator)).status, 422);
  assert.equal((await get(path, clerk)).status, 403);
});

test('nonsense in these doors is never a fault', async () => {
  const ticket = await take({ name: 'Budi Contoh' });
  for (const path of [
    `/petugas/kasus/${ticket}/orang/x`,
    `/petugas/kasus/${ticket}/orang/baru`,
    `/petugas/kasus/${ticket}/hapus-data`,
    `/petugas/kasus/${ticket}/identitas/x/setuju`,
    '/petugas/kasus/x/hapus-data',
    '/petugas/hapus-alasan',
    '/petugas/cari-orang',
    '/petugas/dijawab-di-tempat',
  ]) {
    for (const fields of [
      {},
      { subject: 'orang:x', ground: 'asked', sure: 'y', part: 'x', name: '\u0000', ticket: 'z' },
    ]) {
      const { status } = await post(path, fields, coordinator);
      assert.ok(status < 500, `${path} ${status}`);
    }
  }
  assert.deepEqual(kit.errors, []);
});
