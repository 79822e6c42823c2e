import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anAccount } from '../../../../test/an-account.ts';
import { actingIn } from '../../../../test/office-desk.ts';
import { passSecondFactor, sessionCookieOf, setUpSecondFactor } from '../../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import { timeCodeAt } from './time-code.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
if (office === undefined) throw new Error('The office is there');
const PASSWORD = 'kuda hijau laut';
const SET_UP = '/petugas/keamanan/faktor-kedua';

const get = (path: string, cookie: string) => kit.app.request(path, { headers: { cookie } });
const post = (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  kit.app.request(path, formPost(fields, cookie));

async function hire(...roles: readonly string[]) {
  const email = `${uuidv7()}@contoh.id`;
  const made = await anAccount({ desk: kit.desk.cases, office: office ?? fail() }, { email, roles });
  assert.ok(made.ok);
  const enter = (more: Readonly<Record<string, string>> = {}) =>
    post('/petugas/masuk', { email, password: PASSWORD, ...more });
  return { email, account: made.account, enter };
}
function fail(): never {
  throw new Error('no office');
}
const chain = async (type: string) =>
  (
    await kit.desk.owner.query<{ body: string }>(
      'select body from office_event where body ~ $1 order by seq',
      [`"type":"${type}"`],
    )
  ).rows.map(({ body }) => JSON.parse(body));

test('rule 35: who holds such a role and has no second factor is led to set it up before any other door opens', async () => {
  const head = await hire('penanggung-jawab');
  const entered = await head.enter({ next: '/petugas/laporan' });
  assert.equal(entered.status, 200);
  const page = await entered.text();
  assert.match(page, /Siapkan faktor kedua/);
  assert.match(page, /Peran Anda membuka hal yang harus dijaga/);
  assert.match(page, /name="next" value="\/petugas\/laporan"/);
  const cookie = sessionCookieOf(entered);
  for (const path of ['/petugas', '/petugas/laporan', '/petugas/keamanan', '/petugas/keamanan/sesi'])
    assert.equal(
      (await get(path, cookie)).headers.get('location'),
      `${SET_UP}?ke=${encodeURIComponent(path)}`,
      path,
    );
  assert.equal((await post('/petugas/loket', { text: 'x' }, cookie)).status, 303);
  const own = await setUpSecondFactor(kit, cookie);
  assert.equal((await get('/petugas', own.cookie)).status, 200);
  assert.equal((await get('/petugas', cookie)).status, 303, 'the session has another token since');
  assert.equal(
    (await post('/petugas/lanjut', { next: '/petugas/laporan' }, own.cookie)).headers.get('location'),
    '/petugas/laporan',
  );
  assert.equal(own.codes.length, 10);
  const [set] = (await chain('second-factor-set')).filter(({ event }) => event.account === head.account);
  assert.equal(set?.actor.account, head.account);
});

test('rule 35: the second step asks for the code, opens nothing before it, and takes what was written along', async () => {
  const head = await hire('penanggung-jawab');
  const own = await setUpSecondFactor(kit, sessionCookieOf(await head.enter()));
  const entered = await head.enter({ next: '/petugas/sop' });
  const page = await entered.text();
  assert.match(page, /Ketik kode dari ponsel Anda/);
  assert.match(page, /name="next" value="\/petugas\/sop"/);
  const cookie = sessionCookieOf(entered);
  for (const path of ['/petugas', '/petugas/sop', '/petugas/sandi', '/petugas/keamanan', SET_UP])
    assert.match((await get(path, cookie)).headers.get('location') ?? '', /^\/petugas\/masuk/, path);
  assert.equal((await get('/petugas/masuk/kode', cookie)).status, 200);
  const wrong = await post('/petugas/masuk/kode', { code: '000000', next: '/petugas/sop' }, cookie);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Kode ini tidak cocok.*name="next" value="\/petugas\/sop"/s);
  kit.clock.now += 30_000;
  const code = timeCodeAt(own.authenticator.secret, kit.clock.now);
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  const passed = await post('/petugas/masuk/kode', { code: spaced, next: '/petugas/sop' }, cookie);
  assert.deepEqual([passed.status, passed.headers.get('location')], [303, '/petugas/sop']);
  assert.equal((await get('/petugas/sop', sessionCookieOf(passed))).status, 200);
  assert.match((await get('/petugas/sop', cookie)).headers.get('location') ?? '', /masuk/, 'another token');
  const again = sessionCookieOf(await head.enter());
  const used = await post('/petugas/masuk/kode', { code }, again);
  assert.equal(used.status, 422);
  assert.match(await used.text(), /Kode ini sudah dipakai/);
});

test('a code that nobody types within ten minutes is asked for no more', async () => {
  const head = await hire('penanggung-jawab');
  const own = await setUpSecondFactor(kit, sessionCookieOf(await head.enter()));
  const cookie = sessionCookieOf(await head.enter());
  kit.clock.now += 10 * 60_000 + 1;
  const code = timeCodeAt(own.authenticator.secret, kit.clock.now);
  const late = await post('/petugas/masuk/kode', { code }, cookie);
  assert.equal(late.headers.get('location'), '/petugas/masuk');
});

test('a recovery code stands in for the authenticator, each for once, and new ones end those of before', async () => {
  const head = await hire('penanggung-jawab');
  const own = await setUpSecondFactor(kit, sessionCookieOf(await head.enter()));
  const [first = '', second = ''] = own.codes;
  const by = async (code: string) =>
    post('/petugas/masuk/kode', { code }, sessionCookieOf(await head.enter()));
  const passed = await by(first.toLowerCase().replace('-', ' '));
  assert.equal(passed.status, 303);
  assert.equal((await by(first)).status, 422, 'spent');
  assert.equal((await chain('recovery-code-used')).at(-1)?.event.account, head.account);
  const cookie = sessionCookieOf(passed);
  assert.match(await (await get('/petugas/keamanan', cookie)).text(), /Kode cadangan yang tersisa: 9/);
  const renewed = await post(`${SET_UP}/kode-cadangan`, {}, cookie);
  const fresh = [...(await renewed.text()).matchAll(/<code>([\w-]{11})<\/code>/g)].map(([, code]) => code);
  assert.equal(new Set(fresh).size, 10);
  assert.equal((await by(second)).status, 422, 'of the sheet before');
  assert.equal((await by(fresh[3] ?? '')).status, 303);
});

test('rule 35: whom no role obliges is offered a second factor, may take it away again, and others may not', async () => {
  const clerk = await hire('petugas-loket');
  const entered = await clerk.enter();
  assert.equal(entered.status, 303);
  const cookie = sessionCookieOf(entered);
  assert.match(await (await get('/petugas/keamanan', cookie)).text(), /Belum ada\. Dengan faktor kedua/);
  const own = await setUpSecondFactor(kit, cookie);
  assert.equal((await clerk.enter()).status, 200, 'asked for a code from now on');
  const removed = await post(`${SET_UP}/hapus`, {}, own.cookie);
  assert.equal(removed.headers.get('location'), '/petugas/keamanan?faktor-dihapus');
  assert.equal((await clerk.enter()).status, 303);
  const head = await hire('penanggung-jawab');
  const his = await setUpSecondFactor(kit, sessionCookieOf(await head.enter()));
  await post(`${SET_UP}/hapus`, {}, his.cookie);
  assert.match(await (await head.enter()).text(), /Ketik kode dari ponsel Anda/);
});

test('what keeps others out is changed after a fresh proof only: a screen left open is no way', async () => {
  const clerk = await hire('petugas-loket');
  const cookie = sessionCookieOf(await clerk.enter());
  kit.clock.now += 16 * 60_000;
  const asked = await get(SET_UP, cookie);
  assert.equal(asked.headers.get('location'), `/petugas/keamanan/bukti?ke=${encodeURIComponent(SET_UP)}`);
  const prove = (fields: Readonly<Record<string, string>>, as: string) =>
    post('/petugas/keamanan/bukti', { next: SET_UP, ...fields }, as);
  const wrong = await prove({ current: 'bukan sandinya' }, cookie);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Kata sandi sekarang tidak cocok/);
  const right = await prove({ current: PASSWORD }, cookie);
  assert.deepEqual([right.status, right.headers.get('location')], [303, SET_UP]);
  const fresh = sessionCookieOf(right);
  const own = await setUpSecondFactor(kit, fresh);
  kit.clock.now += 16 * 60_000;
  assert.match(
    await (await get(`/petugas/keamanan/bukti?ke=${SET_UP}`, own.cookie)).text(),
    /name="code"/,
    'by the code from now on',
  );
  assert.equal((await prove({ current: PASSWORD }, own.cookie)).status, 422);
  const code = timeCodeAt(own.authenticator.secret, kit.clock.now);
  assert.equal((await prove({ code }, own.cookie)).status, 303);
});

test('another’s account is opened after a fresh proof only; what was filled in before it ran out is still taken', async () => {
  const administrator = await kit.signIn('administrator');
  const head = await hire('penanggung-jawab');
  const path = `/petugas/akun/${head.account}`;
  kit.clock.now += 14 * 60_000;
  assert.equal((await get(path, administrator)).status, 200);
  kit.clock.now += 15 * 60_000;
  assert.equal(
    (await get(path, administrator)).headers.get('location'),
    `/petugas/keamanan/bukti?ke=${encodeURIComponent(path)}`,
  );
  assert.match(
    await (await post(`${path}/sandi`, {}, administrator)).text(),
    /Kata sandi sementara|kata sandi/i,
  );
  kit.clock.now += 2 * 60_000;
  for (const [door, form] of [
    [`${path}/sandi`, {}],
    [`${path}/faktor-kedua`, {}],
    [`${path}/peran`, { role: 'koordinator' }],
    ['/petugas/akun', { name: 'Akun Pencuri', email: 'pencuri@contoh.id', role: 'koordinator' }],
  ] as const)
    assert.equal(
      (await post(door, form, administrator)).headers.get('location'),
      '/petugas/keamanan/bukti?ke=%2Fpetugas%2Fkeamanan',
      door,
    );
  assert.equal((await head.enter()).status, 422, 'his old one went with the press that came in time');
});

test('an administrator takes the second factor of somebody who lost his telephone away, never his own, and the chain tells it', async () => {
  const administrator = await kit.signIn('administrator');
  const head = await hire('penanggung-jawab');
  const own = await setUpSecondFactor(kit, sessionCookieOf(await head.enter()));
  const path = `/petugas/akun/${head.account}`;
  assert.match(await (await get(`${path}/masuk`, administrator)).text(), /Hapus faktor kedua/);
  const removed = await post(`${path}/faktor-kedua`, {}, administrator);
  assert.equal(removed.headers.get('location'), `${path}/masuk?faktor-dihapus`);
  assert.match(
    (await get('/petugas', own.cookie)).headers.get('location') ?? '',
    /masuk/,
    'its sessions end',
  );
  assert.match(await (await head.enter()).text(), /Siapkan faktor kedua/);
  const told = (await chain('second-factor-removed')).at(-1);
  assert.equal(told?.event.account, head.account);
  assert.notEqual(told?.actor.account, head.account);
  const none = await post(`${path}/faktor-kedua`, {}, administrator);
  assert.equal(none.status, 422);
  assert.match(await none.text(), /tidak mempunyai faktor kedua/);
  const boss = await hire('administrator');
  const his = await setUpSecondFactor(kit, sessionCookieOf(await boss.enter()));
  const self = await post(`/petugas/akun/${boss.account}/faktor-kedua`, {}, his.cookie);
  assert.equal(self.status, 422);
  assert.equal((await get(`${path}/masuk`, own.cookie)).status, 303);
  const clerk = await kit.signIn('petugas-loket');
  for (const end of ['faktor-kedua', 'sesi', 'masuk-tunggal', 'masuk-tunggal/lepas'])
    assert.equal((await post(`${path}/${end}`, {}, clerk)).status, 403, end);
});

test('the page of the set-up holds no script and no style, shows one secret however often it is looked at, and refuses a wrong code', async () => {
  const head = await hire('penanggung-jawab');
  const cookie = sessionCookieOf(await head.enter());
  const look = async () => (await get(SET_UP, cookie)).text();
  const page = await look();
  assert.match(page, /<svg class="tg-qr"[^>]*role="img" aria-label="[^"]+"/);
  assert.doesNotMatch(page, / style="|<style|<script/);
  const letters = /<code class="tg-secret">([^<]+)</.exec(page)?.[1];
  assert.equal(/<code class="tg-secret">([^<]+)</.exec(await look())?.[1], letters);
  const wrong = await post(SET_UP, { code: '123456', next: '/petugas/sop' }, cookie);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Kode ini tidak cocok.*name="next" value="\/petugas\/sop"/s);
});

test('an installation for practice offers a second factor and asks nobody for it', async () => {
  const practice = await openWebKit({ after }, 'tabalong', { secondFactor: 'offered' });
  const there = await practice.desk.offices.bySlug('tabalong', practice.clock.now);
  const email = 'kepala@contoh.id';
  const at = { desk: practice.desk.cases, office: there ?? fail() };
  await anAccount(at, { email, roles: ['penanggung-jawab'] });
  const enter = () => practice.app.request('/petugas/masuk', formPost({ email, password: PASSWORD }));
  const entered = await enter();
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/petugas']);
  const own = await setUpSecondFactor(practice, sessionCookieOf(entered));
  const cookie = sessionCookieOf(await enter());
  const on = await passSecondFactor(practice, cookie, own.authenticator);
  assert.equal((await practice.app.request('/petugas', { headers: { cookie: on } })).status, 200);
});

test('what somebody had written when his session ended comes through the code, and through the set-up, to him alone', async () => {
  const head = await hire('penanggung-jawab');
  const before = await head.enter();
  const own = await setUpSecondFactor(kit, sessionCookieOf(before));
  const worked = await get('/petugas', own.cookie);
  const last =
    worked.headers
      .getSetCookie()
      .find((one) => one.startsWith('sesi-tadi='))
      ?.split(';')[0] ?? '';
  const written = { text: 'Telaah yang panjang sekali.' };
  const isianOf = async () => {
    const asked = await post('/petugas/loket', written, last);
    return /name="isian" value="([^"]*)"/.exec(await asked.text())?.[1] ?? '';
  };
  const isian = await isianOf();
  const entered = await head.enter({ next: '/petugas/loket', isian });
  assert.ok((await entered.text()).includes(`name="isian" value="${isian}"`));
  kit.clock.now += 30_000;
  const code = timeCodeAt(own.authenticator.secret, kit.clock.now);
  const cookie = sessionCookieOf(entered);
  const resumed = await post('/petugas/masuk/kode', { code, next: '/petugas/loket', isian }, cookie);
  assert.match(await resumed.text(), /name="text" value="Telaah yang panjang sekali\."/);
  const administrator = await kit.signIn('administrator');
  await post(`/petugas/akun/${head.account}/faktor-kedua`, {}, administrator);
  const again = await isianOf();
  const asked = await head.enter({ next: '/petugas/loket', isian: again });
  const page = await asked.text();
  assert.match(page, /Siapkan faktor kedua/);
  assert.ok(page.includes(`name="isian" value="${again}"`));
  const anew = await setUpSecondFactor(kit, sessionCookieOf(asked));
  const on = await post('/petugas/lanjut', { next: '/petugas/loket', isian: again }, anew.cookie);
  assert.match(await on.text(), /name="text" value="Telaah yang panjang sekali\."/);
  const other = await kit.signIn('petugas-loket');
  const others = await post('/petugas/lanjut', { next: '/petugas/loket', isian: again }, other);
  assert.doesNotMatch(await others.text(), /Telaah yang panjang/);
});

test('rule 35: the example office is for looking around and asks nobody for a second factor', async () => {
  const context = actingIn(kit.desk.cases, kit.clock.now);
  const example = {
    ...(office ?? fail()).data,
    slug: 'contoh',
    name: 'Dinas Contoh',
    shortName: 'Dinas Contoh',
  };
  await applyOffice(kit.desk.owner, example, context);
  kit.desk.offices.forget();
  const there = await kit.desk.offices.bySlug('contoh', kit.clock.now);
  const email = `${uuidv7()}@contoh.id`;
  const at = { desk: kit.desk.cases, office: there ?? fail() };
  assert.ok((await anAccount(at, { email, roles: ['penanggung-jawab'] })).ok);
  const entered = await post('/petugas/masuk', { email, password: PASSWORD });
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/petugas']);
});

test('deputies and decrees are written after a fresh proof only, and the page leads to it', async () => {
  const administrator = await kit.signIn('administrator');
  const head = await hire('penanggung-jawab');
  assert.match(await (await get('/petugas/tim', administrator)).text(), /action="\/petugas\/tim\/wakil"/);
  kit.clock.now += 16 * 60_000;
  const page = await (await get('/petugas/tim', administrator)).text();
  assert.doesNotMatch(page, /action="\/petugas\/tim\/wakil"/);
  assert.match(page, /bukti\?ke=%2Fpetugas%2Ftim/);
  kit.clock.now += 15 * 60_000;
  for (const [door, form] of [
    ['/petugas/tim/wakil', { account: head.account, deputyFor: head.account, capacity: 'plh' }],
    ['/petugas/tim/wakil/akhiri', { deputation: head.account }],
    ['/petugas/tim/sk', { number: '1' }],
  ] as const)
    assert.equal(
      (await post(door, form, administrator)).headers.get('location'),
      '/petugas/keamanan/bukti?ke=%2Fpetugas%2Fkeamanan',
      door,
    );
});
