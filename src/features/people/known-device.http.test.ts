import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { MORNING } from '../../../test/office-desk.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });

test('the browser of a clerk gets in while a visitor of the same network guesses, for thirty days after it was at work', async () => {
  const session = await kit.signIn('petugas-loket');
  const worked = await kit.app.request('/petugas', { headers: { cookie: session } });
  const [known = ''] = (worked.headers.get('set-cookie') ?? '').split(';');
  assert.match(known, /^sesi-tadi=/);
  const { rows } = await kit.desk.owner.query<{ email: string }>('select email from account');
  const email = rows[0]?.email ?? '';
  const enter = async (password: string, cookie = '') =>
    (await kit.app.request('/petugas/masuk', formPost({ email, password }, cookie))).status;
  for (let guess = 0; guess < 6; guess += 1) assert.equal(await enter('salah semua'), 422);
  assert.equal(await enter('pasar ikan pagi'), 429);
  assert.equal(
    await enter('pasar ikan pagi', `${known.slice(0, -2)}AA`),
    429,
    'not with a cookie of his own making',
  );
  assert.equal(await enter('pasar ikan pagi', known), 303);
  kit.clock.now = MORNING + 31 * 86_400_000;
  for (let guess = 0; guess < 6; guess += 1) assert.equal(await enter('salah semua'), 422);
  assert.equal(await enter('pasar ikan pagi', known), 429);
});

test('rule 35: the PC of a counter is known for each of the clerks who share it, and for eight of them', async () => {
  kit.clock.now = MORNING;
  const clerks: { email: string; at: number }[] = [];
  let known = '';
  for (let at = 0; at < 9; at += 1) {
    const session = await kit.signIn('petugas-loket');
    const worked = await kit.app.request('/petugas', { headers: { cookie: `${session}; ${known}` } });
    [known = ''] = (worked.headers.get('set-cookie') ?? '').split(';');
    const { rows } = await kit.desk.owner.query<{ email: string }>(
      'select email from account order by account_id desc limit 1',
    );
    clerks.push({ email: rows[0]?.email ?? '', at });
  }
  const enter = async (email: string, password: string, cookie = '') =>
    (await kit.app.request('/petugas/masuk', formPost({ email, password }, cookie))).status;
  for (const { email, at } of clerks) {
    for (let guess = 0; guess < 6; guess += 1) await enter(email, 'salah semua');
    assert.equal(await enter(email, 'pasar ikan pagi', known), at === 0 ? 429 : 303, `clerk ${at}`);
  }
});
