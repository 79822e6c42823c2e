import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anAccount } from '../../../../test/an-account.ts';
import { sessionCookieOf } from '../../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
if (office === undefined) throw new Error('The office is there');
const at = { desk: kit.desk.cases, office };
const PASSWORD = 'kuda hijau laut';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';

const get = (path: string, cookie: string) => kit.app.request(path, { headers: { cookie } });
const post = (path: string, fields: Readonly<Record<string, string>>, cookie: string) =>
  kit.app.request(path, formPost(fields, cookie));

async function hire(email: string) {
  const made = await anAccount(at, { email, roles: ['petugas-loket'] });
  assert.ok(made.ok);
  const enter = async (userAgent: string) => {
    const form = formPost({ email, password: PASSWORD });
    const headers = { ...form.headers, 'user-agent': userAgent };
    const from = { incoming: { socket: { remoteAddress: '203.0.113.77' } } };
    return sessionCookieOf(await kit.app.request('/petugas/masuk', { ...form, headers }, from));
  };
  return { account: made.account, enter };
}
const isOpen = async (cookie: string) => (await get('/petugas/sop', cookie)).status === 200;

test('somebody sees where he is signed in, with browser, times and the first part of the address, and ends one of them', async () => {
  const { enter } = await hire('sari@contoh.id');
  const [here, phone] = [await enter(WINDOWS), await enter(PHONE)];
  const page = await (await get('/petugas/keamanan/sesi', here)).text();
  assert.match(page, /Chrome, Windows.*Sesi ini/s);
  assert.match(page, /Firefox, Android/);
  assert.match(page, /jaringan 203\.0\.113\.\*/);
  assert.doesNotMatch(page, /203\.0\.113\.77/);
  assert.match(page, /Masuk Senin, 6 April 2026 pukul 09\.00 WITA/);
  const [id = ''] = [...page.matchAll(/name="session" value="([\da-f-]{36})"/g)].map(([, one]) => one);
  assert.equal((await post('/petugas/keamanan/sesi/akhiri', { session: id }, here)).status, 303);
  assert.deepEqual([await isOpen(here), await isOpen(phone)], [true, false]);
  for (const nonsense of ['', 'x', "' or true --"])
    assert.equal((await post('/petugas/keamanan/sesi/akhiri', { session: nonsense }, here)).status, 303);
  assert.equal(await isOpen(here), true);
});

test('nobody ends the session of somebody else, whatever id he knows', async () => {
  const [one, other] = [await hire('budi@contoh.id'), await hire('citra@contoh.id')];
  const [budi, citra] = [await one.enter(WINDOWS), await other.enter(PHONE)];
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select session_id id from staff_session where account_id = $1',
    [other.account],
  );
  await post('/petugas/keamanan/sesi/akhiri', { session: rows[0]?.id ?? '' }, budi);
  assert.equal(await isOpen(citra), true);
});

test('all other sessions end at once, and the one that asks for it goes on', async () => {
  const { enter } = await hire('dewi@contoh.id');
  const [here, ...others] = [await enter(WINDOWS), await enter(PHONE), await enter('')];
  await post('/petugas/keamanan/sesi/akhiri-semua', {}, here ?? '');
  assert.equal(await isOpen(here ?? ''), true);
  for (const other of others) assert.equal(await isOpen(other), false);
});

test('an administrator ends all sessions of an account, and the chain of the office tells of it', async () => {
  const administrator = await kit.signIn('administrator');
  const { account, enter } = await hire('eka@contoh.id');
  const cookie = await enter(WINDOWS);
  const answer = await post(`/petugas/akun/${account}/sesi`, {}, administrator);
  assert.equal(answer.headers.get('location'), `/petugas/akun/${account}/masuk?sesi-berakhir`);
  assert.equal(await isOpen(cookie), false);
  const { rows } = await kit.desk.owner.query<{ body: string }>(
    `select body from office_event where body ~ '"type":"sessions-ended"'`,
  );
  assert.deepEqual(
    rows.map(({ body }) => JSON.parse(body).event.account),
    [account],
  );
});

test('a session ends after three idle hours, and after twelve however busy it is; another token makes it no longer', async () => {
  const { enter } = await hire('fajar@contoh.id');
  const began = kit.clock.now;
  const [idle, first] = [await enter(PHONE), await enter(WINDOWS)];
  kit.clock.now = began + 100 * 60_000;
  const proved = await post('/petugas/keamanan/bukti', { current: PASSWORD, next: '/petugas' }, first);
  const busy = sessionCookieOf(proved);
  for (let minutes = 200; minutes < 12 * 60; minutes += 100) {
    kit.clock.now = began + minutes * 60_000;
    assert.equal(await isOpen(busy), true, `${minutes} minutes`);
    if (minutes === 200) assert.equal(await isOpen(idle), false, 'nobody used it');
  }
  kit.clock.now = began + 12 * 3_600_000 + 1;
  assert.equal(await isOpen(busy), false);
  kit.clock.now = began;
});

test('who signs in at a browser where a session is open leaves none behind', async () => {
  const { enter } = await hire('gita@contoh.id');
  const before = await enter(WINDOWS);
  const form = formPost({ email: 'gita@contoh.id', password: PASSWORD }, before);
  const again = sessionCookieOf(await kit.app.request('/petugas/masuk', form));
  assert.deepEqual([await isOpen(before), await isOpen(again)], [false, true]);
});
