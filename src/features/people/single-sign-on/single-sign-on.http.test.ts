import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aProvider } from '../../../../test/a-provider.ts';
import { anAccount } from '../../../../test/an-account.ts';
import { passSecondFactor, sessionCookieOf, setUpSecondFactor } from '../../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readOneHand } from '../one-hand.read.ts';

const ORIGIN = 'http://localhost';
const provider = await aProvider({ after }, `${ORIGIN}/petugas/masuk/tunggal/kembali`);
const signOn = {
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  secondFactors: ['mfa'],
};
const kit = await openWebKit({ after }, 'tabalong', { signOn });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
if (office === undefined) throw new Error('The office is there');
const at = { desk: kit.desk.cases, office };
// The provider is a real server with a real clock, and dates its tokens by it.
kit.clock.now = Date.now();
const PASSWORD = 'kuda hijau laut';
const ERRAND = /sesi-tunggal=[^;]*/;

type Person = Parameters<typeof provider.visit>[1];
const get = (path: string, cookie = '') => kit.app.request(path, { headers: { cookie } });
const post = (path: string, fields: Readonly<Record<string, string>>, cookie: string) =>
  kit.app.request(path, formPost(fields, cookie));

async function hire(email: string, role = 'petugas-loket') {
  const made = await anAccount(at, { email, roles: [role] });
  assert.ok(made.ok);
  const enter = async () =>
    sessionCookieOf(await kit.app.request('/petugas/masuk', formPost({ email, password: PASSWORD })));
  return { account: made.account, enter };
}

/** To the provider and back as that person there; what our door then answers. */
async function comeBackAs(person: Person, begin: string, cookie = '') {
  const away = await get(begin, cookie);
  assert.equal(away.status, 303);
  const [errand = ''] = ERRAND.exec(away.headers.getSetCookie().join('\n')) ?? [];
  const back = await provider.visit(new URL(away.headers.get('location') ?? ''), person);
  const answer = await get(`${back.pathname}${back.search}`, [errand, cookie].filter(Boolean).join('; '));
  return { away, back, errand, answer };
}
const signInAs = async (person: Person) =>
  (await comeBackAs(person, '/petugas/masuk/tunggal?ke=/petugas/sop')).answer;

test('who is signed in binds himself to a person of the provider, after he was asked, and comes in as him from then on', async () => {
  const { enter } = await hire('ani@contoh.id');
  const cookie = await enter();
  const stranger = await signInAs({ sub: 'ani-77', email: 'ani@contoh.id' });
  assert.equal(stranger.status, 422, 'a verified e-mail alone opens no account');
  assert.match(await stranger.text(), /belum ditautkan/);
  const { answer } = await comeBackAs(
    { sub: 'ani-77', email: 'ani@contoh.id' },
    '/petugas/keamanan/masuk-tunggal',
    cookie,
  );
  const offer = await answer.text();
  assert.match(offer, /Tautkan akun tunggal ini\?/);
  assert.match(offer, /Anda masuk sebagai ani@contoh\.id di http:\/\/127/);
  assert.equal((await signInAs({ sub: 'ani-77' })).status, 422, 'nothing is bound by having been there');
  const [, sealed = ''] = /name="offer" value="([^"]+)"/.exec(offer) ?? [];
  const linked = await post('/petugas/keamanan/masuk-tunggal', { offer: sealed }, cookie);
  assert.equal(linked.headers.get('location'), '/petugas/keamanan?ditautkan');
  const entered = await signInAs({ sub: 'ani-77' });
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/petugas/sop']);
  const own = sessionCookieOf(entered);
  assert.match(await (await get('/petugas/keamanan/sesi', own)).text(), /dengan masuk tunggal/);
  const changes = [
    '/petugas/keamanan/pin',
    '/petugas/keamanan/faktor-kedua',
    '/petugas/keamanan/masuk-tunggal',
  ];
  for (const path of changes)
    assert.match((await get(path, own)).headers.get('location') ?? '', /keamanan\/bukti/, path);
  assert.equal((await signInAs({ sub: 'lain' })).status, 422);
  const security = await (await get('/petugas/keamanan', own)).text();
  const [, link = ''] = /name="link" value="([\da-f-]{36})"/.exec(security) ?? [];
  assert.equal(
    (await post('/petugas/keamanan/masuk-tunggal/lepas', { link }, cookie)).headers.get('location'),
    '/petugas/keamanan?tautan-dilepas',
  );
  assert.equal((await signInAs({ sub: 'ani-77' })).status, 422);
});

test('a person of the provider is one account only, and an offer is of the account that asked for it', async () => {
  const [beni, cici] = [await hire('beni@contoh.id'), await hire('cici@contoh.id')];
  const offerTo = async (cookie: string) => {
    const { answer } = await comeBackAs({ sub: 'sama' }, '/petugas/keamanan/masuk-tunggal', cookie);
    return /name="offer" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  };
  const [hers, his] = [await cici.enter(), await beni.enter()];
  const offer = await offerTo(his);
  const bind = async (sealed: string, cookie: string) =>
    (await post('/petugas/keamanan/masuk-tunggal', { offer: sealed }, cookie)).headers.get('location');
  assert.equal(await bind(offer, hers), '/petugas/keamanan?tautan-gagal');
  assert.equal(await bind(`${offer.slice(0, -4)}AAAA`, his), '/petugas/keamanan?tautan-gagal');
  assert.equal(await bind(offer, his), '/petugas/keamanan?ditautkan');
  assert.equal(await bind(await offerTo(hers), hers), '/petugas/keamanan?tautan-dipakai');
});

test('an administrator lets the holder of a verified e-mail in: the first who comes with it is bound, nobody unverified, nobody after him', async () => {
  const administrator = await kit.signIn('administrator');
  const { account } = await hire('dedi@contoh.id');
  const path = `/petugas/akun/${account}`;
  assert.match(
    await (await get(`${path}/masuk`, administrator)).text(),
    /Izinkan masuk tunggal dengan surel ini/,
  );
  const allowed = await post(`${path}/masuk-tunggal`, {}, administrator);
  assert.equal(allowed.headers.get('location'), `${path}/masuk?diizinkan`);
  const email = 'Dedi@contoh.id';
  assert.equal((await signInAs({ sub: 'penipu', email, verified: false })).status, 422);
  assert.equal((await signInAs({ sub: 'dedi-1', email })).status, 303);
  assert.equal((await signInAs({ sub: 'dedi-2', email })).status, 422);
  assert.equal(
    (await signInAs({ sub: 'dedi-1', email: 'baru@contoh.id' })).status,
    303,
    'by the person, not by e-mail',
  );
  const { rows } = await kit.desk.owner.query<{ type: string; by: string | null }>(
    `select body::json #>> '{event,type}' type, body::json #>> '{actor,account}' "by" from office_event
      where body::json #>> '{event,account}' = $1 and body ~ 'sign-on-' order by seq`,
    [account],
  );
  assert.deepEqual(
    rows.map(({ type }) => type),
    ['sign-on-allowed', 'sign-on-linked'],
  );
  assert.notEqual(rows[0]?.by, account);
  const clerk = await kit.signIn('petugas-loket');
  assert.equal((await post(`${path}/masuk-tunggal`, {}, clerk)).status, 403);
  const oneHand = (other: string) =>
    withOffice(kit.desk.pool, at.office.officeId, (tx) =>
      readOneHand(tx, kit.desk.keyring, at.office.officeId, rows[0]?.by ?? '', other, kit.clock.now),
    );
  assert.equal(await oneHand(account), true, 'decision 0025: he may be the holder of that e-mail');
  assert.equal(await oneHand((await hire('hesti@contoh.id')).account), false);
});

test('rule 35: a second factor that the provider tells of is one; otherwise ours follows', async () => {
  const head = await hire('eka@contoh.id', 'penanggung-jawab');
  const administrator = await kit.signIn('administrator');
  await post(`/petugas/akun/${head.account}/masuk-tunggal`, {}, administrator);
  const person = { sub: 'eka', email: 'eka@contoh.id' };
  const proven = await signInAs({ ...person, amr: ['pwd', 'mfa'] });
  assert.deepEqual([proven.status, proven.headers.get('location')], [303, '/petugas/sop']);
  const plain = await signInAs({ ...person, amr: ['pwd'] });
  assert.match(
    plain.headers.get('location') ?? '',
    /^\/petugas\/keamanan\/bukti/,
    'he may have proved it there long ago',
  );
  const asked = await (await get('/petugas/keamanan/bukti', sessionCookieOf(plain))).text();
  const [, lead = ''] = /href="(\/petugas\/masuk\/tunggal\?lagi[^"]*)"/.exec(asked) ?? [];
  const { away, answer: anew } = await comeBackAs(
    person,
    lead.replaceAll('&amp;', '&'),
    sessionCookieOf(plain),
  );
  assert.equal(new URL(away.headers.get('location') ?? '').searchParams.get('max_age'), '300');
  assert.match(await anew.text(), /Siapkan faktor kedua/);
  const own = await setUpSecondFactor(kit, sessionCookieOf(anew));
  const again = await signInAs(person);
  assert.match(await again.text(), /Ketik kode dari ponsel Anda/);
  const cookie = await passSecondFactor(kit, sessionCookieOf(again), own.authenticator);
  assert.equal((await get('/petugas', cookie)).status, 200);
});

test('an answer that is not of the question of this browser opens nothing', async () => {
  const { account } = await hire('fani@contoh.id');
  const administrator = await kit.signIn('administrator');
  await post(`/petugas/akun/${account}/masuk-tunggal`, {}, administrator);
  const person = { sub: 'fani', email: 'fani@contoh.id' };
  const begin = async () => {
    const away = await get('/petugas/masuk/tunggal');
    const address = new URL(away.headers.get('location') ?? '');
    for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(address.searchParams.get(name), name);
    assert.equal(address.searchParams.get('code_challenge_method'), 'S256');
    return { address, errand: ERRAND.exec(away.headers.getSetCookie().join('\n'))?.[0] ?? '' };
  };
  const [mine, other] = [await begin(), await begin()];
  const back = await provider.visit(mine.address, person);
  const come = (query: string, cookie: string) => get(`/petugas/masuk/tunggal/kembali${query}`, cookie);
  for (const [query, cookie] of [
    [back.search, ''],
    [back.search, other.errand],
    [back.search, `${mine.errand.slice(0, -4)}AAAA`],
    ['?error=access_denied', mine.errand],
    ['', mine.errand],
  ] as const) {
    const answer = await come(query, cookie);
    assert.equal(answer.status, 422, query);
    assert.equal(sessionCookieOf(answer), '');
    assert.match(await answer.text(), /Masuk tunggal tidak selesai/);
  }
  assert.equal((await come(back.search, mine.errand)).status, 303);
  assert.equal((await come(back.search, mine.errand)).status, 422, 'an answer is good once');
});

test('an answer comes too late after ten minutes', async () => {
  const away = await get('/petugas/masuk/tunggal');
  const [errand = ''] = ERRAND.exec(away.headers.getSetCookie().join('\n')) ?? [];
  const back = await provider.visit(new URL(away.headers.get('location') ?? ''), { sub: 'lambat' });
  const now = kit.clock.now;
  kit.clock.now += 10 * 60_000 + 1;
  const late = await get(`${back.pathname}${back.search}`, errand);
  kit.clock.now = now;
  assert.equal(late.status, 422);
});

test('a closed account is not opened, and no page leads anywhere else than to our own', async () => {
  const { account } = await hire('gani@contoh.id');
  const administrator = await kit.signIn('administrator');
  await post(`/petugas/akun/${account}/masuk-tunggal`, {}, administrator);
  const person = { sub: 'gani', email: 'gani@contoh.id' };
  const elsewhere = await comeBackAs(person, '/petugas/masuk/tunggal?ke=//contoh.com');
  assert.equal(elsewhere.answer.headers.get('location'), '/petugas');
  await post('/petugas/akun/tutup', { account, sure: 'ya' }, administrator);
  assert.equal((await signInAs(person)).status, 422);
});

test('a provider that is not there is said, and the password still opens', async () => {
  const gone = await openWebKit({ after }, 'tabalong', {
    signOn: { ...signOn, issuer: 'http://127.0.0.1:9' },
  });
  const answer = await gone.app.request('/petugas/masuk/tunggal');
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /sedang tidak dapat dihubungi\. Masuklah dengan surel dan kata sandi/);
  assert.match(gone.errors.join(), /"event":"sign-on"/);
});

test('without a provider nothing of it is shown, and its doors are closed', async () => {
  const plain = await openWebKit({ after });
  assert.doesNotMatch(await (await plain.app.request('/petugas/masuk')).text(), /masuk\/tunggal/);
  const cookie = await plain.signIn('petugas-loket');
  for (const path of [
    '/petugas/masuk/tunggal',
    '/petugas/masuk/tunggal/kembali',
    '/petugas/keamanan/masuk-tunggal',
  ])
    assert.equal((await plain.app.request(path, { headers: { cookie } })).status, 404, path);
});
