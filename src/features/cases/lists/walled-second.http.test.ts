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
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';

async function complain(respondent: string): Promise<string> {
  const idempotencyKey = hidden(
    await (await kit.app.request('/lapor?kantor=tabalong')).text(),
    'idempotencyKey',
  );
  const said = { office: 'tabalong', text: 'Uang diminta.', respondent, name: 'Wulan Contoh' };
  const answer = await kit.app.request('/lapor', formPost({ idempotencyKey, ...said }, ''));
  return `/petugas/kasus/${/[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await answer.text())?.[0]}`;
}
async function act(path: string, door: string, fields: Readonly<Record<string, string>>, cookie: string) {
  const { html } = await get(path, cookie);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const form = formPost({ ...keys, reason: 'Diperiksa.', ...fields }, cookie);
  return (await kit.app.request(`${path}/${door}`, form)).status;
}
async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ account_id: string }>(
    'select account_id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.account_id ?? '';
}

test('rule 28: whom a correction shut out, the only one who is left lets in again by himself, and the log says so', async () => {
  const path = await complain('');
  const wall = { part: 'respondent', staffId: await accountOf(coordinator) };
  assert.equal(await act(path, 'orang/baru', wall, clerk), 303);
  assert.equal((await get(path, coordinator)).status, 404);
  assert.equal(await act(path, 'settle-respondent', { respondent: '1', notStaff: 'ya' }, head), 303);
  assert.equal((await get(path, coordinator)).status, 200);
  const { rows } = await kit.desk.owner.query("select from access_log where action = 'settled-alone'");
  assert.equal(rows.length, 1);
});

test('rule 28: who shut the other out himself is not alone by it: he takes nothing back by one voice', async () => {
  const path = await complain('Tono Misal');
  const staff = await accountOf(head);
  assert.equal(await act(path, 'settle-respondent', { staff }, coordinator), 303);
  assert.equal(await act(path, 'settle-respondent', { respondent: '1', notStaff: 'ya' }, coordinator), 303);
  assert.equal((await get(path, head)).status, 404, 'the first of two voices');
});
