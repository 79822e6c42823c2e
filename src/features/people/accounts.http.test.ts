import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  type Authenticator,
  passSecondFactor,
  sessionCookieOf,
  setUpSecondFactor,
} from '../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { LONGEST_TEXT } from '../../platform/http/request-limits.ts';

const kit = await openWebKit({ after });
const administrator = await kit.signIn('administrator');
const get = (path: string, cookie: string) => kit.app.request(path, { headers: { cookie } });

/** What the administrator tells a colleague, who then chooses his own. */
const FIRST = 'gunung biru pagi';

/** A colleague with an account of his own; as whoever signs in with it, in both steps where his roles ask for it (rule 35). */
async function hire(name: string, ...roles: readonly string[]) {
  const email = `${name.toLowerCase()}@contoh.id`;
  const fields = new URLSearchParams({ name, email, password: FIRST });
  for (const role of roles) fields.append('roles', role);
  const made = await kit.app.request('/petugas/akun', {
    ...formPost({}, administrator),
    body: fields,
  });
  assert.equal(made.status, 303);
  const told = made.headers.get('location') ?? '';
  assert.match(told, /^\/petugas\/akun\?dibuat=[\da-f-]{36}$/, 'no name in an address');
  assert.ok((await (await get(told, administrator)).text()).includes(`Akun ${name} sudah dibuat.`));
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from account where email = $1',
    [email],
  );
  const path = `/petugas/akun/${rows[0]?.id}`;
  let authenticator: Authenticator | null = null;
  const enter = async (password: string) => {
    const answer = await kit.app.request('/petugas/masuk', formPost({ email, password }));
    const [first = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
    const { status } = answer;
    const asked = authenticator !== null && status === 200;
    const cookie =
      asked && authenticator !== null ? await passSecondFactor(kit, first, authenticator) : first;
    return { status, cookie, page: await answer.text() };
  };
  const entered = await enter(FIRST);
  assert.match(entered.page, /Pilih kata sandi Anda sendiri/);
  const choose = { current: FIRST, password: 'kuda hijau laut' };
  const chosen = await kit.app.request('/petugas/sandi', formPost(choose, entered.cookie));
  let cookie = sessionCookieOf(chosen);
  if (chosen.status === 200) ({ cookie, authenticator } = await setUpSecondFactor(kit, cookie));
  else assert.equal(chosen.status, 303);
  await kit.app.request('/petugas/keluar', formPost({}, cookie));
  return { id: rows[0]?.id ?? '', path, enter };
}

test('rule 23: the password that an administrator chose for an account opens nothing but the page to choose another, once', async () => {
  const nur = await hire('Nur', 'koordinator');
  assert.equal((await nur.enter(FIRST)).status, 422, 'its holder has chosen his own');
  const fields = { name: 'Oki', email: 'oki@contoh.id', password: FIRST, roles: 'koordinator' };
  await kit.app.request('/petugas/akun', formPost(fields, administrator));
  assert.match(
    await (await get('/petugas/akun', administrator)).text(),
    /Oki<.*?Belum memilih kata sandi sendiri/s,
  );
  const enter = () => kit.app.request('/petugas/masuk', formPost({ email: fields.email, password: FIRST }));
  const [cookie = ''] = ((await enter()).headers.get('set-cookie') ?? '').split(';');
  for (const path of ['/petugas', '/petugas/laporan', '/petugas/cari-orang'])
    assert.equal((await get(path, cookie)).headers.get('location'), '/petugas/sandi', path);
  const began = kit.clock.now;
  kit.clock.now = began + 7 * 86_400_000;
  assert.equal((await enter()).status, 422, 'for seven days');
  kit.clock.now = began;
});

test('whoever forgot his password gets one for one use, which opens nothing but the page to choose his own', async () => {
  const rina = await hire('Rina', 'petugas-loket');
  const before = await rina.enter('kuda hijau laut');
  assert.equal((await get('/petugas/loket', before.cookie)).status, 200);
  const reset = await kit.app.request(`${rina.path}/sandi`, formPost({}, administrator));
  const [, password = ''] = /<code>([^<]+)<\/code>/.exec(await reset.text()) ?? [];
  assert.equal(reset.status, 200);
  assert.equal(
    (await get('/petugas/loket', before.cookie)).headers.get('location')?.startsWith('/petugas/masuk'),
    true,
  );
  assert.doesNotMatch(await (await get(rina.path, administrator)).text(), new RegExp(password), 'shown once');
  const entered = await rina.enter(password);
  assert.match(entered.page, /Pilih kata sandi Anda sendiri/);
  for (const path of ['/petugas', '/petugas/loket', '/petugas/sop']) {
    const answer = await get(path, entered.cookie);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/petugas/sandi'], path);
  }
  const change = (current: string, fresh: string) =>
    kit.app.request(
      '/petugas/sandi',
      formPost({ current, password: fresh, next: '/petugas/sop' }, entered.cookie),
    );
  for (const [current, fresh, sentence] of [
    ['salah sekali', 'rumah di bukit', 'Kata sandi sekarang tidak cocok.'],
    [password, password, 'Pilih kata sandi yang berbeda dari yang sekarang.'],
    [password, 'pendek', 'Kata sandi sedikitnya 12 huruf.'],
  ] as const) {
    const refused = await change(current, fresh);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), new RegExp(sentence));
  }
  const changed = await change(password, 'rumah di bukit');
  assert.deepEqual([changed.status, changed.headers.get('location')], [303, '/petugas/sop']);
  assert.equal((await get('/petugas/loket', sessionCookieOf(changed))).status, 200);
  assert.equal(
    (await get('/petugas/loket', entered.cookie)).status,
    303,
    'the session has another token since',
  );
  assert.equal((await rina.enter(password)).status, 422);
});

/** What the sign-in page carries of a form that was sent from a browser at which this colleague worked last. */
async function carriedOf(cookie: string, path: string, fields: Readonly<Record<string, string>>) {
  const shown = await get('/petugas/loket', cookie);
  const [last = ''] = (shown.headers.get('set-cookie') ?? '').split(';');
  const asked = await kit.app.request(path, formPost(fields, last));
  const html = await asked.text();
  assert.equal(asked.status, 403);
  const [, isian = ''] = /name="isian" value="([^"]*)"/.exec(html) ?? [];
  return { last, html, isian, next: path };
}

test('what somebody had written when his session ended comes through the change of a one-time password', async () => {
  const tia = await hire('Tia', 'petugas-loket');
  const before = await tia.enter('kuda hijau laut');
  const { isian, next } = await carriedOf(before.cookie, '/petugas/loket', { text: 'Beras rusak.' });
  const reset = await kit.app.request(`${tia.path}/sandi`, formPost({}, administrator));
  const [, current = ''] = /<code>([^<]+)<\/code>/.exec(await reset.text()) ?? [];
  const entered = await kit.app.request(
    '/petugas/masuk',
    formPost({ email: 'tia@contoh.id', password: current, next, isian }),
  );
  const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  assert.ok((await entered.text()).includes(`name="isian" value="${isian}"`));
  const changed = await kit.app.request(
    '/petugas/sandi',
    formPost({ current, password: 'rumah di bukit', next, isian }, cookie),
  );
  assert.match(await changed.text(), /name="text" value="Beras rusak\."/);
});

test('rule 35: at a shared PC what one had typed comes back to his account, and to nobody who signs in after him', async () => {
  const [gita, hani] = [await hire('Gita', 'petugas-loket'), await hire('Hani', 'petugas-loket')];
  const typed = { text: 'Beras rusak.', name: 'Sari Contoh', password: 'kuda hijau laut' };
  const { html, isian, next } = await carriedOf(
    (await gita.enter('kuda hijau laut')).cookie,
    '/petugas/loket',
    typed,
  );
  await hani.enter('kuda hijau laut');
  assert.doesNotMatch(html, /Beras rusak|Sari Contoh/, 'not even in the page that anybody may look into');
  const enter = async (email: string): Promise<string> => {
    const fields = { email, password: 'kuda hijau laut', next, isian };
    return (await kit.app.request('/petugas/masuk', formPost(fields))).text();
  };
  const others = await enter('hani@contoh.id');
  assert.doesNotMatch(others, /Beras rusak|Sari Contoh/);
  assert.match(others, /ditulis dengan akun lain/);
  const own = await enter('gita@contoh.id');
  assert.match(own, /name="text" value="Beras rusak\."/);
  assert.doesNotMatch(own, /kuda hijau laut/);
});

test('what the fields of a form may hold comes through a sign-in, within the limit of its body', async () => {
  const joko = await hire('Joko', 'petugas-loket');
  const longest = '\ua994'.repeat(LONGEST_TEXT);
  const { isian, next } = await carriedOf(
    (await joko.enter('kuda hijau laut')).cookie,
    '/petugas/loket',
    Object.fromEntries(['text', 'request', 'answer', 'note'].map((name) => [name, longest])),
  );
  const form = formPost({ email: 'joko@contoh.id', password: 'kuda hijau laut', next, isian });
  const own = await (await kit.app.request('/petugas/masuk', form)).text();
  assert.equal(own.split(`value="${longest}"`).length, 5);
});

test('what cannot be carried past the end of a session is said, files above all, and nothing is lost unsaid', async () => {
  const { cookie } = await (await hire('Intan', 'koordinator')).enter('kuda hijau laut');
  const { last } = await carriedOf(cookie, '/petugas/akun', { name: 'Contoh' });
  const files = new FormData();
  files.append('file', new Blob(['No']), 'register.csv');
  const tooLong = formPost({ text: 'a'.repeat(740_000) }, last);
  const ofNobody = formPost({ text: 'Beras rusak.' });
  const upload = {
    method: 'POST',
    headers: { cookie: last, 'sec-fetch-site': 'same-origin' },
    body: files,
  };
  for (const [path, sent] of [
    ['/petugas/impor', upload],
    ['/petugas/loket', tooLong],
    ['/petugas/loket', ofNobody],
  ] as const) {
    const answer = await kit.app.request(path, sent);
    assert.equal(answer.status, 403);
    const page = await answer.text();
    assert.match(page, /belum dicatat dan tidak ikut terbawa.*berkas harus dipilih lagi/);
    assert.doesNotMatch(page, /name="isian"/);
  }
});

test('everybody changes his own password: other sessions end, this one goes on, and guesses are counted', async () => {
  const budi = await hire('Budi', 'petugas-loket');
  const [here, other] = [await budi.enter('kuda hijau laut'), await budi.enter('kuda hijau laut')];
  let { cookie } = here;
  const change = (current: string) =>
    kit.app.request('/petugas/sandi', formPost({ current, password: 'rumah di bukit' }, cookie));
  const changed = await change('kuda hijau laut');
  cookie = sessionCookieOf(changed);
  assert.match(await changed.text(), /Kata sandi Anda sudah diganti/);
  assert.deepEqual(
    [
      (await get('/petugas/sop', cookie)).status,
      (await get('/petugas/sop', here.cookie)).status,
      (await get('/petugas/sop', other.cookie)).status,
    ],
    [200, 303, 303],
  );
  const statuses: number[] = [];
  for (let guess = 0; guess < 8; guess += 1) statuses.push((await change(`salah ${guess}`)).status);
  assert.deepEqual([...new Set(statuses)], [422, 429]);
});

test('a role that is given or ended on the page counts at the next request', async () => {
  const citra = await hire('Citra', 'petugas-loket');
  let { cookie } = await citra.enter('kuda hijau laut');
  assert.equal((await get('/petugas/impor', cookie)).status, 403);
  const granted = await kit.app.request(
    `${citra.path}/peran`,
    formPost({ role: 'koordinator', decree: '188.45/12/2026' }, administrator),
  );
  assert.equal(granted.status, 303);
  assert.equal(
    (await get('/petugas/impor', cookie)).headers.get('location'),
    '/petugas/keamanan/faktor-kedua?ke=%2Fpetugas%2Fimpor',
    'rule 35: the role asks for a second factor first',
  );
  ({ cookie } = await setUpSecondFactor(kit, cookie));
  assert.equal((await get('/petugas/impor', cookie)).status, 200);
  assert.match(await (await get(citra.path, administrator)).text(), /SK 188\.45\/12\/2026/);
  const twice = await kit.app.request(
    `${citra.path}/peran`,
    formPost({ role: 'koordinator' }, administrator),
  );
  assert.equal(twice.status, 422);
  assert.match(await twice.text(), /sudah memegang peran itu/);
  const end = { role: 'koordinator', from: '2026-04-06' };
  assert.equal(
    (await kit.app.request(`${citra.path}/peran/akhiri`, formPost(end, administrator))).status,
    303,
  );
  assert.equal((await get('/petugas/impor', cookie)).status, 403);
  for (const wrong of [{ role: 'koordinator', from: 'kemarin' }, { ...end, to: '2026-02-30' }, {}]) {
    const answer = await kit.app.request(`${citra.path}/peran`, formPost(wrong, administrator));
    assert.equal(answer.status, 422, JSON.stringify(wrong));
  }
});

test('nobody gives or ends roles of his own account, the administrator neither; and an account is closed on the second press', async () => {
  const dewi = await hire('Dewi', 'petugas-loket');
  const own = await kit.desk.owner.query<{ id: string }>(
    `select account_id id from account_role where role = 'administrator'`,
  );
  const path = `/petugas/akun/${own.rows[0]?.id}`;
  const role = { role: 'koordinator', from: '2020-01-01' };
  for (const [door, fields] of [
    ['/peran/akhiri', { ...role, role: 'administrator' }],
    ['/peran/akhiri', { ...role, role: 'administrator', last: '2030-01-01' }],
    ['/peran', role],
    ['/peran', { role: 'koordinator' }],
  ] as const) {
    const refused = await kit.app.request(`${path}${door}`, formPost(fields, administrator));
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Peran Anda sendiri/);
  }
  const held = await kit.desk.owner.query(
    'select role, to_on from account_role join account using (office_id, account_id) where account_id = $1',
    [own.rows[0]?.id],
  );
  assert.deepEqual(held.rows, [{ role: 'administrator', to_on: null }]);
  assert.doesNotMatch(await (await get(path, administrator)).text(), /action="[^"]*\/peran/);
  const close = (fields: Readonly<Record<string, string>>) =>
    kit.app.request('/petugas/akun/tutup', formPost({ account: dewi.id, ...fields }, administrator));
  const asked = await close({});
  assert.equal(asked.status, 200);
  assert.match(await asked.text(), /Tutup akun Dewi\?/);
  assert.equal((await get(dewi.path, administrator)).status, 200, 'nothing was done yet');
  assert.equal((await close({ sure: 'ya' })).status, 303);
  assert.equal((await get(dewi.path, administrator)).status, 404);
});

test('behind a proxy that speaks https the cookie of a session travels by https only, and opens the rooms there', async () => {
  const gani = await hire('Gani', 'petugas-loket');
  const proxy = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const stranger = { incoming: { socket: { remoteAddress: '198.51.100.7' } } };
  const enter = async (env: object) => {
    const form = formPost({ email: 'gani@contoh.id', password: 'kuda hijau laut' });
    const headers = { ...form.headers, 'x-forwarded-proto': 'https' };
    const answer = await kit.app.request('/petugas/masuk', { ...form, headers }, env);
    return answer.headers.get('set-cookie') ?? '';
  };
  const open = await enter(stranger);
  assert.match(open, /^sesi=/);
  assert.doesNotMatch(open, /Secure/);
  const cookie = await enter(proxy);
  assert.match(cookie, /^__Host-sesi=[^;]+; Path=\/;.*; Secure$/);
  const headers = { cookie: cookie.split(';')[0] ?? '', 'x-forwarded-proto': 'https' };
  assert.equal((await kit.app.request('/petugas/sop', { headers }, proxy)).status, 200);
  assert.equal((await kit.app.request(gani.path, { headers }, proxy)).status, 403);
});

test('the name of an account opens it: at a phone nothing beside it has to be scrolled to', async () => {
  const sari = await hire('Sari', 'petugas-loket');
  const page = await (await get('/petugas/akun', administrator)).text();
  assert.match(page, new RegExp(`<th scope="row"[^>]*><a [^>]*href="${sari.path}"[^>]*>Sari</a>`));
});

test('a new employee gets his roles from the day of his decree, and his page leads to what is often needed', async () => {
  const fields = {
    name: 'Wati',
    email: 'wati@contoh.id',
    password: FIRST,
    roles: 'petugas-loket',
    decree: 'SK 9/2026',
  };
  const early = await kit.app.request(
    '/petugas/akun',
    formPost({ ...fields, from: '2020-01-01' }, administrator),
  );
  assert.equal(early.status, 422);
  assert.match(await early.text(), /id="f-from-error"[^>]*>Hari pertama paling awal hari ini/);
  const made = await kit.app.request(
    '/petugas/akun',
    formPost({ ...fields, from: '2027-01-04' }, administrator),
  );
  const [, id = ''] = /dibuat=(.*)/.exec(made.headers.get('location') ?? '') ?? [];
  const page = await (await get(`/petugas/akun/${id}`, administrator)).text();
  assert.match(page, /4 Januari 2027.*SK 9\/2026/s);
  assert.match(
    await (await get('/petugas/akun', administrator)).text(),
    /Petugas Loket mulai 4 Januari 2027/,
  );
  for (const way of ['#peran', '/petugas/tim#wakil', '#sandi', `/petugas/akun/${id}/masuk`, '#tutup'])
    assert.ok(page.includes(`href="${way}"`), way);
});

test('accounts are for the administrator alone', async () => {
  const eka = await hire('Eka', 'koordinator');
  const { cookie } = await eka.enter('kuda hijau laut');
  assert.equal((await get(eka.path, cookie)).status, 403);
  for (const path of [
    `${eka.path}/sandi`,
    `${eka.path}/peran`,
    `${eka.path}/peran/akhiri`,
    '/petugas/akun/tutup',
  ])
    assert.equal((await kit.app.request(path, formPost({ account: eka.id }, cookie))).status, 403, path);
  assert.deepEqual(kit.errors, []);
});

test('a role of a unit that is given for none holds over all units, and the page says so until it has one', async () => {
  const over = /Tanpa bidang, peran Staf Bidang berlaku di semua bidang/;
  const made = await kit.app.request(
    '/petugas/akun',
    formPost({ name: 'Tini', email: 'tini@contoh.id', password: FIRST, roles: 'staf-bidang' }, administrator),
  );
  assert.match(await (await get(made.headers.get('location') ?? '', administrator)).text(), over);
  const tini = await hire('Tina', 'staf-bidang');
  assert.match(await (await get(tini.path, administrator)).text(), over);
  for (const role of ['petugas-loket', 'koordinator']) {
    const other = await hire(`Tuti-${role}`, role);
    assert.doesNotMatch(await (await get(other.path, administrator)).text(), /berlaku di semua bidang/);
  }
  const inUnit = { name: 'Tono', email: 'tono@contoh.id', password: FIRST, roles: 'staf-bidang' };
  const told = await kit.app.request(
    '/petugas/akun',
    formPost({ ...inUnit, unit: 'rehabilitasi-sosial' }, administrator),
  );
  const page = await (await get(told.headers.get('location') ?? '', administrator)).text();
  assert.match(page, /Akun Tono sudah dibuat/);
  assert.doesNotMatch(page, /berlaku di semua bidang/);
});
