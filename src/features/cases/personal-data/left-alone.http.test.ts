import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');
const administrator = await kit.signIn('administrator');

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
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
const [coordinatorId, headId] = [await accountOf(coordinator), await accountOf(head)];

async function take(fields: Readonly<Record<string, string>>): Promise<string> {
  const { html } = await post('/petugas/loket', { text: 'Kartu rusak.', channel: 'loket', ...fields }, clerk);
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}

/** Somebody added to the people complained of, by whoever corrects. */
async function accuse(ticket: string, who: Readonly<Record<string, string>>, as: string): Promise<number> {
  const path = `/petugas/kasus/${ticket}`;
  const { html } = await get(path, as);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const fields = { ...keys, part: 'respondent', reason: 'Disebut.', ...who };
  return (await post(`${path}/orang/baru`, fields, as)).status;
}

const PASSED_ON = 'Menunggu Anda: tetapkan siapa yang diadukan, atau gantikan pejabat yang diadukan';
const LEFT_ALONE = /tidak seorang pun dari mereka dapat membukanya/;

test('rule 28: what is about one of those who dispose stands at the head of the inbox of the others who do', async () => {
  const ticket = await take({ respondentStaff: coordinatorId });
  const other = await take({});
  for (const queue of ['semua', 'saya']) {
    const { html } = await get(`/petugas?antrean=${queue}`, head);
    const [before = '', group = ''] = html.split(PASSED_ON);
    assert.ok(!before.includes(ticket));
    assert.ok((group.split('</section>')[0] ?? '').includes(ticket), queue);
    assert.ok(!(group.split('</section>')[0] ?? '').includes(other));
    assert.equal(html.split(`/petugas/kasus/${ticket}"`).length, 2, 'shown once');
  }
  assert.ok(!(await get('/petugas', clerk)).html.includes(PASSED_ON), 'who does not dispose is not told');
  const shut = (await get('/petugas', coordinator)).html;
  assert.ok(!shut.includes(PASSED_ON) && !shut.includes(ticket));
});

test('rule 28: an intake that names all above the units is taken in, says so to who wrote it, and waits for a role', async () => {
  const staff = { respondentStaff: coordinatorId, 'respondentStaff-2': headId };
  const ticket = await take(staff);
  const authorization = `Bearer ${await kit.token('petugas-loket')}`;
  const body = {
    channel: 'loket',
    text: 'Kartu rusak.',
    respondents: [{ staffId: coordinatorId }, { staffId: headId }],
  };
  const byToken = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost(body, { authorization, 'idempotency-key': 'ditinggal-1' }),
  );
  assert.equal(byToken.status, 201);
  const path = `/petugas/kasus/${ticket}`;
  assert.match((await get(path, clerk)).html, LEFT_ALONE);
  for (const accused of [coordinator, head]) assert.equal((await get(path, accused)).status, 404);
  const told = (await get('/petugas/akun', administrator)).html;
  assert.match(told, /2 pengaduan terbuka tidak dapat dibuka oleh siapa pun di atas bidang/);
  assert.ok(!told.includes(ticket), 'a number, since it may be about the administrator');
  const acting = await kit.signIn('koordinator');
  assert.doesNotMatch((await get(path, clerk)).html, LEFT_ALONE);
  assert.doesNotMatch((await get('/petugas/akun', administrator)).html, /tidak dapat dibuka oleh siapa pun/);
  assert.ok((await get('/petugas', acting)).html.includes(PASSED_ON));
  const actingId = await accountOf(acting);
  await kit.desk.owner.query('delete from account_role where account_id = $1', [actingId]);
});

test('rule 28: who cannot open the case is nobody who is left of it', async () => {
  await kit.signIn('tim-audit');
  const ticket = await take({});
  assert.equal(await accuse(ticket, { staffId: headId }, clerk), 303);
  assert.equal(
    await accuse(ticket, { staffId: coordinatorId }, clerk),
    409,
    'the audit team reads no open case',
  );
});

test('rule 28: who corrects is not the one who is left while somebody stands there by his words only', async () => {
  const ticket = await take({ respondent: 'Pejabat yang biasa membagi berkas' });
  assert.equal(await accuse(ticket, { staffId: headId }, coordinator), 409);
  const alone = await take({});
  assert.equal(
    await accuse(alone, { staffId: headId }, coordinator),
    303,
    'the head goes through the coordinator',
  );
});
