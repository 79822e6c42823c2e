import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');
const reviewer = await kit.signIn('tim-penelaah');
const auditor = await kit.signIn('tim-audit');

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
async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.id ?? '';
}
async function take(text: string): Promise<string> {
  const { html } = await post('/petugas/loket', { text, channel: 'loket' }, clerk);
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}
async function does(ticket: string, operation: string, fields: Readonly<Record<string, string>>, by: string) {
  const path = `/petugas/kasus/${ticket}`;
  const { html } = await get(path, by);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const done = await post(`${path}/${operation}`, { ...fields, ...keys }, by);
  assert.equal(done.status, 303, `${operation}: ${/error-summary[\s\S]{0,600}/.exec(done.html)?.[0]}`);
}
async function looksAt(ticket: string, recommendation: string, by = reviewer) {
  const path = `/petugas/telaah/${ticket}`;
  const { html } = await get(path, by);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const said = { content: 'Bantuan diminta imbalan.', evidence: 'Dua saksi warga.', recommendation };
  return post(path, { ...said, ...keys }, by);
}

test('rule 27: every incoming complaint waits for its telaah, which is one form with content, evidence and recommendation', async () => {
  const ticket = await take('Petugas meminta imbalan.');
  assert.match((await get('/petugas/telaah', reviewer)).html, new RegExp(ticket));
  const path = `/petugas/telaah/${ticket}`;
  const empty = await post(path, { content: 'Bantuan diminta imbalan.' }, reviewer);
  assert.equal(empty.status, 422);
  assert.match(empty.html, /Tulis bukti awal/);
  assert.match(empty.html, /Bantuan diminta imbalan\./, 'what was typed stays');
  assert.equal((await looksAt(ticket, 'unit')).location, '/petugas/telaah?selesai=telaah');
  const left = (await get('/petugas/telaah', reviewer)).html;
  assert.doesNotMatch(left, new RegExp(`/petugas/telaah/${ticket}`));
  const waits = (await get('/petugas/telaah', head)).html;
  assert.match(waits, /Menunggu putusan pimpinan/);
  assert.match(waits, new RegExp(ticket));
  assert.match((await get(`/petugas/kasus/${ticket}`, head)).html, /Bukti awal: Dua saksi warga\./);
  assert.match((await get(path, reviewer)).html, /sudah ditelaah/);
});

test('rule 27: one form sent twice gives one telaah', async () => {
  const ticket = await take('Dikirim dua kali.');
  const path = `/petugas/telaah/${ticket}`;
  const { html } = await get(path, reviewer);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const said = { content: 'a', evidence: 'b', recommendation: 'stop', ...keys };
  assert.equal((await post(path, said, reviewer)).status, 303);
  assert.equal((await post(path, said, reviewer)).status, 303);
  const { rows } = await kit.desk.owner.query<{ n: number }>(
    `select count(*)::int n from case_event where body like '%"review-recommended"%' and case_id =
       (select case_id from complaint_case where ticket = $1)`,
    [ticket],
  );
  assert.equal(rows[0]?.n, 1);
});

test('rules 27, 28, 29: from the telaah through audit, surat tugas, finding and decree, seen by the named and nobody else', async () => {
  const ticket = await take('Petugas memotong bantuan.');
  await looksAt(ticket, 'audit');
  const auditors = await accountOf(auditor);
  await does(
    ticket,
    'review/decide',
    { decision: 'audit', directions: 'Periksa segera.', readers: auditors },
    head,
  );
  const shut = await get('/petugas/telaah', coordinator);
  assert.equal(shut.status, 403, 'whoever has no part in it has no door');
  assert.equal((await get(`/petugas/kasus/${ticket}`, coordinator)).status, 404);
  const other = await kit.signIn('tim-audit');
  const elsewhere = (await get('/petugas/telaah', other)).html;
  assert.doesNotMatch(elsewhere, new RegExp(ticket));
  assert.match(elsewhere, /1 pengaduan di jalur tertutup tidak ditampilkan/, 'it counts without its content');
  const stage = async (title: RegExp, by: string) => {
    const { html } = await get('/petugas/telaah', by);
    const group = html.split('tg-group__title').find((one) => one.includes(ticket)) ?? '';
    assert.match(group, title);
    assert.doesNotMatch(html, /memotong bantuan/, 'the list tells nothing of what it says');
    assert.match(html, /tg-frame-restricted/);
  };
  await stage(/Menunggu surat tugas/, head);
  await does(
    ticket,
    'investigation/assign',
    { investigators: auditors, from: '2026-04-06', to: '2026-04-20', letterNumber: '800/12/2026' },
    head,
  );
  await stage(/layak atau tidak layak/, auditor);
  await does(ticket, 'investigation/assess', { worthy: 'ya', grounds: 'Ada dua saksi.' }, auditor);
  await stage(/Sedang diperiksa/, auditor);
  await does(ticket, 'follow-up', { entry: 'note', text: 'Saksi pertama didengar.' }, auditor);
  await does(ticket, 'investigation/find', { finding: 'proven', text: 'Terbukti memotong.' }, auditor);
  await stage(/Menunggu keputusan pejabat/, head);
  await does(
    ticket,
    'investigation/sanction',
    {
      'sanction.number': '800/77/2026',
      'sanction.on': '2026-04-06',
      'sanction.authority': 'Bupati',
      'sanction.degree': 'moderate',
    },
    head,
  );
  await stage(/Menunggu jawaban kepada pelapor/, head);
  const { rows } = await kit.desk.owner.query<{ n: number }>(
    `select count(*)::int n from access_log where action = 'case-read' and account_id = $1`,
    [auditors],
  );
  assert.ok((rows[0]?.n ?? 0) > 0, 'each reading is written down');
});

test('rule 28: the terlapor who is himself on the review team has nothing of his case, in no list and by no address', async () => {
  const account = await accountOf(reviewer);
  const token = await kit.token('petugas-loket');
  const sent = await kit.app.request('/api/v1/offices/tabalong/complaints', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': 'terlapor-penelaah-satu',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({
      channel: 'loket',
      text: 'Dia meminta uang.',
      respondents: [{ staffId: account }],
    }),
  });
  const about: { ticket: string } = await sent.json();
  assert.equal(sent.status, 201, JSON.stringify(about));
  assert.doesNotMatch((await get('/petugas/telaah', reviewer)).html, new RegExp(about.ticket));
  assert.equal((await get(`/petugas/telaah/${about.ticket}`, reviewer)).status, 404);
  assert.equal((await looksAt(about.ticket, 'stop')).status, 404);
  const second = await kit.signIn('tim-penelaah');
  assert.match((await get('/petugas/telaah', second)).html, new RegExp(about.ticket));
});
