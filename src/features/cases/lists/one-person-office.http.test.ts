import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
/** The journey of README: one account with every role. */
const only = await kit.signIn('administrator', 'koordinator', 'penanggung-jawab');

const get = async (path: string, cookie = only) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie = only) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';

async function complain(): Promise<string> {
  const form = await (await kit.app.request('/lapor?kantor=tabalong')).text();
  const said = {
    text: 'Uang diminta.',
    respondent: 'Tono Misal',
    name: 'Wulan Contoh',
    phone: '0812-0000-0077',
  };
  const idempotencyKey = hidden(form, 'idempotencyKey');
  const { html } = await post('/lapor', { office: 'tabalong', idempotencyKey, ...said }, '');
  return `/petugas/kasus/${/[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(html)?.[0]}`;
}
async function act(path: string, operation: string, fields: Readonly<Record<string, string>>, cookie = only) {
  const { html } = await get(path, cookie);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  return post(`${path}/${operation}`, { ...keys, reason: 'Diperiksa.', ...fields }, cookie);
}
const ARCHIVE = { outcome: 'archived-invalid' };

test('rules 23, 28: where nobody else disposes one person settles it and ends it, and page and log say so', async () => {
  const path = await complain();
  const door = /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec((await get(path)).html)?.[0] ?? '';
  assert.doesNotMatch((await get(path)).html, /Wulan/);
  assert.match((await post(door, { reason: 'Menelepon.' })).html, /Wulan Contoh/, 'with a reason and a line');
  assert.equal((await act(path, 'settle-respondent', { notStaff: 'ya' })).status, 303);
  const { html } = await get(path);
  assert.match(html, /Ditetapkan satu orang: kantor ini belum punya orang kedua/);
  assert.doesNotMatch(html, /mintalah rekan lain yang berwenang menjawab/);
  assert.equal((await act(path, 'archive', ARCHIVE)).status, 303);
  const { rows } = await kit.desk.owner.query<{ action: string }>(
    `select action from access_log where action in ('settled-alone', 'identity-opened') order by at, action`,
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['identity-opened', 'settled-alone'],
  );
});

test('decision 0025: an account that he made himself is no second person, and one that somebody else has is', async () => {
  const own = {
    name: 'Akun Kedua',
    email: 'kedua@contoh.id',
    password: 'sawah hijau pagi',
    roles: 'koordinator',
  };
  assert.equal((await post('/petugas/akun', own)).status, 303);
  const path = await complain();
  assert.equal((await act(path, 'settle-respondent', { notStaff: 'ya' })).status, 303);
  assert.equal((await act(path, 'archive', ARCHIVE)).status, 303, 'still alone');
  const second = await kit.signIn('koordinator');
  const next = await complain();
  assert.equal((await act(next, 'settle-respondent', { notStaff: 'ya' })).status, 303);
  assert.equal((await act(next, 'archive', ARCHIVE)).status, 409, 'a first voice only');
  assert.equal((await act(next, 'settle-respondent', { notStaff: 'ya' })).status, 409);
  assert.equal((await act(next, 'settle-respondent', { notStaff: 'ya' }, second)).status, 303);
  assert.equal((await act(next, 'archive', ARCHIVE)).status, 303);
});

test('rules 28, 32: nobody is alone by resetting the passwords of all others; a closed account takes two voices', async () => {
  const leaver = await kit.signIn('petugas-loket');
  const hash = sessionHash(leaver.replace('sesi=', ''));
  const { rows } = await kit.desk.owner.query<{ id: string; left: boolean }>(
    `select account_id id, account_id in (select account_id from staff_session where token_hash = $1) as left
       from account`,
    [hash],
  );
  const gone = rows.find((one) => one.left)?.id ?? '';
  const closed = await post('/petugas/akun/tutup', { account: gone, sure: 'ya' });
  assert.ok(closed.status < 400, String(closed.status));
  for (const { id } of rows) await post(`/petugas/akun/${id}/sandi`, {});
  const path = await complain();
  assert.equal((await act(path, 'settle-respondent', { notStaff: 'ya' })).status, 303);
  assert.equal((await act(path, 'settle-respondent', { notStaff: 'ya' })).status, 409, 'of two the first');
  const other = await complain();
  assert.equal((await act(other, 'settle-respondent', { staff: gone })).status, 303);
  assert.match((await get(other)).html, /Belum ditetapkan siapa yang diadukan/);
  assert.equal((await act(other, 'settle-respondent', { staff: gone })).status, 409);
});
