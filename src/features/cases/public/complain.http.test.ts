import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Hono } from 'hono';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { complainPage } from './complain.page.tsx';
import { complaintOfForm } from './complaint-form.presenter.ts';
import { trackPage } from './track.page.tsx';

const kit = await openWebKit({ after });

const lapor = (fields: Readonly<Record<string, string>>) =>
  kit.app.request('/lapor', formPost({ office: 'tabalong', ...fields }));
const found = (html: string, id: string) => new RegExp(`id="${id}">([^<]+)`).exec(html)?.[1] ?? '';

test('only what happened is required, and what was typed stays when it is missing', async () => {
  const answer = await lapor({ name: 'Siti <b>Contoh</b>', text: '   ' });
  const html = await answer.text();
  assert.equal(answer.status, 422);
  assert.match(html, /Tulis apa yang terjadi/);
  assert.match(html, /href="#f-text"/);
  assert.match(html, /value="Siti &lt;b>Contoh&lt;\/b>"/);
});

test('a complaint gives number, code and the limits in words with the zone', async () => {
  const answer = await lapor({ text: 'Bantuan belum cair.' });
  const html = await answer.text();
  assert.equal(answer.status, 201);
  assert.match(found(html, 'nomor'), /^[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  assert.match(found(html, 'kode'), /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  assert.match(html, /paling lambat Senin, 20 April 2026 pukul 24\.00 WITA/);
});

test('the same form sent twice is one complaint with the same answer; another text on it is a new one', async () => {
  const key = 'kunci-formulir-1-kunci-formulir-1';
  const first = found(
    await (await lapor({ text: 'Antrean terlalu lama.', idempotencyKey: key })).text(),
    'kode',
  );
  const again = found(
    await (await lapor({ text: 'Antrean terlalu lama.', idempotencyKey: key })).text(),
    'kode',
  );
  const other = found(
    await (await lapor({ text: 'Petugas tidak ramah.', idempotencyKey: key })).text(),
    'kode',
  );
  assert.equal(again, first);
  assert.notEqual(other, first);
  assert.notEqual(other, '');
});

test('a key on the form that somebody else could think of joins nobody to his complaint', async () => {
  const form = { text: 'Antrean terlalu lama.', idempotencyKey: '1' };
  const [one, other] = [await (await lapor(form)).text(), await (await lapor(form)).text()];
  assert.notEqual(found(one, 'nomor'), found(other, 'nomor'));
  assert.notEqual(found(other, 'kode'), '');
});

test("a citizen's text is data: it never becomes markup", async () => {
  const html = await (await lapor({ text: '<script>alert(1)</script>' })).text();
  const [ticket, secret] = [found(html, 'nomor'), found(html, 'kode')];
  const tracked = await (await kit.app.request('/lacak', formPost({ ticket, secret }))).text();
  assert.ok(tracked.includes('&lt;script>alert(1)&lt;/script>'));
  assert.ok(!tracked.includes('<script>alert'));
});

test('a wrong code, a missing number and nonsense get one and the same answer', async () => {
  const ticket = found(await (await lapor({ text: 'Satu.' })).text(), 'nomor');
  const answers = await Promise.all(
    [
      { ticket, secret: 'AAAA-BBBB-CCCC' },
      { ticket: 'TBL-2222-2222', secret: 'AAAA-BBBB-CCCC' },
      { ticket: 'x', secret: 'y' },
    ].map((fields) => kit.app.request('/lacak', formPost(fields))),
  );
  for (const answer of answers) {
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /Nomor atau kode tidak cocok\. Periksa lagi/);
  }
});

test('the complainant replies, and reads his reply and the state of his case', async () => {
  const html = await (await lapor({ text: 'Kartu saya hilang.' })).text();
  const keys = { ticket: found(html, 'nomor').toLowerCase(), secret: found(html, 'kode') };
  const empty = await kit.app.request('/lacak', formPost({ ...keys, act: 'reply' }));
  assert.equal(empty.status, 422);
  const sent = await kit.app.request(
    '/lacak',
    formPost({ ...keys, act: 'reply', message: 'Saya sudah ke bank.' }),
  );
  const page = await sent.text();
  assert.equal(sent.status, 200);
  assert.match(page, /Pesan Anda sudah kami catat/);
  assert.match(page, /Saya sudah ke bank/);
});

test('a reply sent twice by one press is one reply; another text on the same form is another one', async () => {
  const html = await (await lapor({ text: 'Kartu saya rusak.' })).text();
  const keys = { ticket: found(html, 'nomor'), secret: found(html, 'kode') };
  const shown = await (await kit.app.request('/lacak', formPost(keys))).text();
  const idempotencyKey = /name="idempotencyKey" value="([\w-]{43})"/.exec(shown)?.[1] ?? '';
  const reply = async (message: string) =>
    (await kit.app.request('/lacak', formPost({ ...keys, idempotencyKey, act: 'reply', message }))).text();
  await Promise.all([reply('Sudah saya antar.'), reply('Sudah saya antar.')]);
  const page = await reply('Satu lagi.');
  assert.equal(page.split('Sudah saya antar.').length - 1, 1);
  assert.equal(page.split('Satu lagi.').length - 1, 1);
});

test('what a citizen typed stays in every refusal, and only wrong codes count towards the wait', async () => {
  const html = await (await lapor({ text: 'Kartu saya tertelan.' })).text();
  const keys = { ticket: found(html, 'nomor'), secret: found(html, 'kode') };
  const from = { incoming: { socket: { remoteAddress: '203.0.113.40' } } };
  const lacak = (fields: Readonly<Record<string, string>>) =>
    kit.app.request('/lacak', formPost(fields), from);
  const long = await lacak({ ...keys, act: 'reply', message: `Awal pesan. ${'a'.repeat(20_100)}` });
  const shown = await long.text();
  assert.equal(long.status, 422);
  assert.match(shown, /<textarea[^>]*name="message"[^>]*>\s*Awal pesan\./);
  assert.match(shown, /href="#f-message"/);
  const refused = await lacak({ ...keys, act: 'reopen', reason: 'Belum beres.' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Yang Anda tulis, belum terkirim[\s\S]*Belum beres\./);
  for (let n = 0; n < 45; n += 1) assert.equal((await lacak(keys)).status, 200);
  for (let n = 0; n < 40; n += 1)
    assert.equal((await lacak({ ...keys, secret: 'AAAA-BBBB-CCCC' })).status, 404);
  const slow = await lacak({ ...keys, act: 'reply', message: 'Pesan yang belum terkirim.' });
  const page = await slow.text();
  assert.equal(slow.status, 429);
  assert.match(page, /Pesan yang belum terkirim\./);
  assert.ok(page.includes(`value="${keys.secret}"`));
});

test('a form sent again after its person was erased enters nobody a second time', async () => {
  const form = {
    name: 'Hapus Contoh',
    text: 'Bantuan belum sampai.',
    idempotencyKey: 'kunci-terhapus-kunci-terhapus',
  };
  assert.equal((await lapor(form)).status, 201);
  await kit.desk.owner.query(`update kept_answer set sealed = ''`);
  const count = async () =>
    (await kit.desk.owner.query<{ n: string }>('select count(*) as n from complaint_case')).rows[0]?.n;
  const before = await count();
  const again = await lapor(form);
  assert.equal(again.status, 409);
  assert.match(await again.text(), /data pribadi di dalamnya dihapus/);
  assert.equal(await count(), before);
  assert.equal((await lapor({ ...form, text: 'Pengaduan yang lain.' })).status, 201);
});

test('a form that is too large comes back as a page that says how long a text may be', async () => {
  const large = formPost({ office: 'tabalong', text: 'a'.repeat(1_000_001) });
  const declared = { ...large, headers: { ...large.headers, 'content-length': '1000100' } };
  const chunked = { ...large, headers: { ...large.headers, 'transfer-encoding': 'chunked' } };
  for (const sent of [declared, chunked]) {
    const answer = await kit.app.request('/lapor', sent);
    assert.equal(answer.status, 413);
    assert.match(answer.headers.get('content-type') ?? '', /text\/html/);
    assert.match(await answer.text(), /paling panjang 20\.000 huruf/);
  }
  const program = await kit.app.request('/api/v1/offices/tabalong/complaints', declared);
  assert.match(program.headers.get('content-type') ?? '', /problem\+json/);
});

test('a form that another site makes a browser send is refused', async () => {
  const answer = await kit.app.request('/lapor', {
    ...formPost({ office: 'tabalong', text: 'x' }),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(answer.status, 403);
});

test('law 7: where an office has no list of places, the place stands with what happened', () => {
  const sent = complaintOfForm({ text: 'Jalan rusak.', where: 'depan rumah Siti' }, 'website');
  assert.deepEqual([sent.text, sent.place], ['Jalan rusak.\n\nTempat: depan rumah Siti', undefined]);
});

test('every public page answers, in both languages', async () => {
  for (const path of [
    '/',
    '/lapor',
    '/lacak',
    '/layanan/tabalong',
    '/layanan/tabalong/pbi-jk',
    '/pantau/tabalong',
    '/api/docs',
    '/petugas/masuk',
  ]) {
    for (const cookie of ['bahasa=id', 'bahasa=en']) {
      const answer = await kit.app.request(path, { headers: { cookie } });
      assert.equal(answer.status, 200, path);
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/);
    }
  }
  assert.equal((await kit.app.request('/layanan/tabalong/tidak-ada')).status, 404);
  assert.equal((await kit.app.request('/pantau/atlantis')).status, 404);
});

test('before there is any office the form asks for none: it leads home, and so to the first visit', async () => {
  const offices = { ...kit.desk.offices, all: async () => [] };
  const app = new Hono().get('/lapor', complainPage({ ...kit.desk, offices }));
  const answer = await app.request('/lapor');
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/']);
});

test('the home page lists the ways in that can be reached, not a telephone without its number', async () => {
  const html = await (await kit.app.request('/?kantor=tabalong')).text();
  assert.match(html, /Telepon: \(0526\) 2031680/);
  assert.ok(!html.includes('WhatsApp layanan'));
});

test('before a case is found the page to track it carries the only office, or the one of its address', async () => {
  const said = async (path: string, all = kit.desk.offices.all) => {
    const app = new Hono().get('/lacak', trackPage({ ...kit.desk, offices: { ...kit.desk.offices, all } }));
    const html = await (await app.request(path)).text();
    return /tg-identity__name">([^<]*)/.exec(html)?.[1];
  };
  const [office] = await kit.desk.offices.all(kit.clock.now);
  assert.ok(office);
  assert.equal(await said('/lacak'), office.data.name);
  const two = async () => [office, office];
  assert.equal(await said('/lacak', two), 'Tanggap');
  assert.equal(await said('/lacak?kantor=tabalong', two), office.data.name);
});

test('who sends files without a complaint again and again from one address fills nobody’s disk, and keeps what he typed', async () => {
  const from = { incoming: { socket: { remoteAddress: '203.0.113.77' } } };
  const kept = async () => (await kit.desk.owner.query('select from attachment')).rows.length;
  const before = await kept();
  const statuses: number[] = [];
  let last = '';
  for (let n = 0; n < 45; n += 1) {
    const body = new FormData();
    body.append('name', `Pengirim ${n}`);
    body.append(
      'attachments',
      new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'foto.pdf'),
    );
    const init = { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } };
    const answer = await kit.app.request('/lapor', init, from);
    statuses.push(answer.status);
    last = await answer.text();
  }
  const within = statuses.filter((status) => status === 422).length;
  assert.ok(within > 0 && within < 45, `${within} of 45 were within the limit`);
  assert.deepEqual(new Set(statuses.slice(within)), new Set([429]));
  assert.equal((await kept()) - before, within);
  assert.match(last, /value="Pengirim 44"/);
});
