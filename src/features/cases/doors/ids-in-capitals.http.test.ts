import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const accused = await kit.signIn('penanggung-jawab');
const { rows } = await kit.desk.owner.query<{ id: string }>(
  'select account_id id from staff_session where token_hash = $1',
  [sessionHash(accused.replace('sesi=', ''))],
);
const id = rows[0]?.id ?? '';
const capitals = id.toUpperCase();

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
};
const send = async (path: string, body: unknown, role: string) => {
  const authorization = `Bearer ${await kit.token(role)}`;
  const headers = { authorization, 'idempotency-key': crypto.randomUUID() };
  const answer = await kit.app.request(`/api/v1/${path}`, jsonPost(body, headers));
  return { status: answer.status, said: await answer.json() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
const take = async (fields: Readonly<Record<string, string>>) => {
  const { html } = await post('/petugas/loket', { text: 'Minta uang.', channel: 'loket', ...fields }, clerk);
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
};
async function act(ticket: string, to: string, fields: Readonly<Record<string, string>>, cookie: string) {
  const path = `/petugas/kasus/${ticket}`;
  const { html } = await get(path, cookie);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  return (await post(`${path}/${to}`, { ...keys, reason: 'Diperiksa.', ...fields }, cookie)).status;
}

async function isShutOut(ticket: string): Promise<void> {
  assert.equal((await get(`/petugas/kasus/${ticket}`, coordinator)).status, 200);
  assert.equal((await get(`/petugas/kasus/${ticket}`, accused)).status, 404);
  assert.ok(!(await get('/petugas?antrean=semua', accused)).html.includes(ticket));
  assert.equal(await act(ticket, 'verify', {}, accused), 404);
}

test('rule 28: an account in capital letters is the same account: by the API at intake', async () => {
  const body = { channel: 'loket', text: 'Minta uang.', respondents: [{ staffId: capitals }] };
  const { status, said } = await send('offices/tabalong/complaints', body, 'petugas-loket');
  assert.equal(status, 201);
  await isShutOut(said.ticket);
});

test('rule 28: the same by the form of a person of the case', async () => {
  const ticket = await take({});
  const fields = { part: 'respondent', staffId: capitals };
  assert.equal(await act(ticket, 'orang/baru', fields, clerk), 303);
  await isShutOut(ticket);
});

test('rule 28: the same where it is settled who somebody is', async () => {
  const undecided = { respondent: 'Tono Contoh', worksHere: 'unknown' };
  const byForm = await take(undecided);
  assert.equal(await act(byForm, 'settle-respondent', { staff: capitals }, coordinator), 303);
  await isShutOut(byForm);
});

test('the counter takes who received it by the same schema', async () => {
  const ticket = await take({
    receivedBy: capitals,
    receivedAt: '2026-04-02T10:30',
    lateEntryReason: 'Baru dicatat.',
  });
  assert.match(
    (await get(`/petugas/kasus/${ticket}`, coordinator)).html,
    /Diterima oleh<\/dt><dd>Pegawai Contoh/,
  );
});
