import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWebKit } from '../../../test/web-kit.ts';
import { uuidv7 } from '../../platform/ids.ts';

const kit = await openWebKit({ after });

test('a cookie of a session that other hands wrote leads to the sign-in page', async () => {
  await kit.signIn('administrator');
  await kit.desk.owner.query(
    `insert into staff_session (token_hash, office_id, account_id, session_id, means, factor, browser, network,
                                created_at, last_seen_at, proved_at, expires_at, mac)
     select sha256('abcdefgh'), office_id, account_id, account_id, means, factor, browser, network, created_at,
            created_at, proved_at, created_at + interval '1 hour', mac
       from staff_session`,
  );
  const answer = await kit.app.request('/petugas/akun', { headers: { cookie: 'sesi=abcdefgh' } });
  assert.equal(answer.status, 303);
  assert.match(answer.headers.get('location') ?? '', /^\/petugas\/masuk/);
  assert.match(kit.errors.join(), /"event":"fault".*"kind":"staff_session"/);
});

test('a role that other hands wrote is named as damaged among the accounts, and not as a role', async () => {
  const cookie = await kit.signIn('administrator');
  const page = async (path: string) => (await kit.app.request(path, { headers: { cookie } })).text();
  await kit.desk.owner.query(
    `insert into account_role (office_id, account_id, role, from_on, granted_at, mac)
     select office_id, account_id, 'koordinator', from_on, granted_at, mac from account_role`,
  );
  const { rows } = await kit.desk.owner.query<{ id: string }>('select account_id id from account limit 1');
  const title = 'Koordinator (Ketua Tim)';
  for (const path of ['/petugas/akun', `/petugas/akun/${rows[0]?.id}`]) {
    const html = await page(path);
    assert.ok(html.includes(`ditulis di luar Tanggap: ${title}.`), path);
    assert.ok(!html.includes(`>${title}<span`), path);
    assert.ok(html.includes('>Administrator Aplikasi<span'), path);
  }
  await kit.desk.owner.query(`delete from account_role where role = 'koordinator'`);
});

test('a token that other hands changed is answered 401', async () => {
  const authorization = `Bearer ${await kit.token('koordinator')}`;
  const unknown = `/api/v1/complaints/${uuidv7()}`;
  const ask = () => kit.app.request(unknown, { headers: { authorization } });
  assert.equal((await ask()).status, 404);
  await kit.desk.owner.query(`update api_token set role = 'administrator'`);
  assert.equal((await ask()).status, 401);
  assert.match(kit.errors.join(), /"event":"fault".*"kind":"api_token"/);
});
