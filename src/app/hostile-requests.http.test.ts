import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../test/web-kit.ts';

const kit = await openWebKit({ after });
const staff = await kit.signIn('koordinator', 'petugas-loket', 'penanggung-jawab');
const administrator = await kit.signIn('administrator');
/** Each of these ends the session that asks it, or gives it another token: it gets one of its own. */
const SPENT = new Map<string, string>();
for (const path of [
  '/petugas/kunci',
  '/petugas/ganti',
  ...['bukti', 'faktor-kedua', 'faktor-kedua/kode-cadangan', 'faktor-kedua/hapus', 'sesi/akhiri'].map(
    (door) => `/petugas/keamanan/${door}`,
  ),
  '/petugas/keamanan/sesi/akhiri-semua',
]) {
  SPENT.set(path, await kit.signIn('koordinator'));
}
/** Somebody who may enter the room. */
const cookieFor = (path: string) =>
  SPENT.get(path) ?? (path.startsWith('/petugas/akun') ? administrator : staff);

/** What breaks out of markup, of headers, of folders, of text and of SQL. */
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  `"'><img src=x onerror=alert(1)>`,
  '../../../../etc/passwd',
  '..\\..\\windows',
  '\u0000',
  'x\r\nset-cookie: a=b',
  '\ud800',
  `x${'😀'.repeat(300)}`,
  `' or 1=1 --`,
  '%',
  '%s%n',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '9'.repeat(400),
  '0001-01-01T00:00:00Z',
  '2026-02-30',
  '2026-13',
  '[]',
  '{}',
  '//evil.example',
];
const RAW_PATHS: readonly string[] = ['%00', '%ff', '%zz', '%2e%2e%2f', '..%5c', '%0d%0ax', '%ed%a0%80'];

const routes = kit.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
const places = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
const doors = [...new Set(routes.filter(({ method }) => method === 'POST').map(({ path }) => path))].filter(
  (path) => path !== '/petugas/keluar',
);
/** The form fields of every page, with those that only programs send. */
const FIELDS = (
  'text name email phone address nik as kind channel service category about place where occurredOn receivedAt ' +
  'respondent concernName anonymous secret urgent protected safeContact deskText deskOutcome deskWay ticket act ' +
  'message reason password office code draft period accept roles unit account version idempotencyKey openedAt ' +
  'writingBeganAt readBack completeness authority missing at way outcome body reference lookAgainOn mark on owner ' +
  'toUnit otherUnits reviewers readers investigators from to letterNumber number sanctionOn degree attemptOn ' +
  'attemptHow into next ke'
).split(' ');
const QUERY =
  'q status unit antrean cursor masa jenis bentuk jilid period object table ke kantor dibuat selesai'.split(
    ' ',
  );

/** Each name with another of the words, turned a little at each round. */
const ROUNDS = [0, 3, 6, 9, 12, 15, 18, 21];
function hostileFields(names: readonly string[], round: number): Record<string, string> {
  return Object.fromEntries(
    names.map((name, index) => [name, HOSTILE[(index + round) % HOSTILE.length] ?? '']),
  );
}

function fill(path: string, value: string): string {
  return path.replaceAll(/:[a-z]+/g, value);
}

test('no address, whatever is written into it, makes the server fail', async () => {
  for (const path of places) {
    const values = path.includes(':')
      ? [...HOSTILE.map((one) => encodeURIComponent(one.toWellFormed())), ...RAW_PATHS]
      : [''];
    for (const value of values) {
      const answer = await kit.app.request(fill(path, value), { headers: { cookie: cookieFor(path) } });
      assert.ok(answer.status < 500, `${answer.status} ${fill(path, value)}`);
    }
  }
  for (const path of places) {
    for (const round of ROUNDS) {
      const query = new URLSearchParams(hostileFields(QUERY, round));
      const answer = await kit.app.request(`${fill(path, 'tabalong')}?${query}`, {
        headers: { cookie: cookieFor(path) },
      });
      assert.ok(answer.status < 500, `${answer.status} ${path}?${query}`);
      if (answer.headers.get('content-type')?.startsWith('text/html')) {
        assert.doesNotMatch(await answer.text(), /<script>alert|<img src=x/, path);
      }
    }
  }
  assert.deepEqual(kit.errors, []);
});

test('no form and no body, whatever is written into it, makes the server fail or comes back as markup', async () => {
  const made = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost({ channel: 'website', text: 'Satu.' }),
  );
  const { ticket } = await made.json();
  const authorization = `Bearer ${await kit.token('koordinator')}`;
  for (const path of doors) {
    const at = path.startsWith('/api')
      ? fill(path.replace(':office', 'tabalong').replace(':ticket', ticket), 'verify')
      : '';
    for (const round of ROUNDS) {
      const target = fill(path.replace(':ticket', ticket), 'verify');
      const fields = hostileFields(FIELDS, round);
      const answer = await kit.app.request(target, formPost(fields, cookieFor(path)));
      assert.ok(answer.status < 500, `${answer.status} POST ${target} in round ${round}`);
      if (answer.headers.get('content-type')?.startsWith('text/html')) {
        assert.doesNotMatch(await answer.text(), /<script>alert|<img src=x/, path);
      }
      if (at === '') continue;
      for (const body of [HOSTILE[round], [HOSTILE], fields]) {
        const answer = await kit.app.request(at, jsonPost(body, { authorization }));
        assert.ok(answer.status < 500, `${answer.status} POST ${at}`);
      }
    }
  }
  assert.deepEqual(kit.errors, []);
});

/** Every name that pages and APIs read from a request, as the program writes it, so that a new one is tried as well. */
function namesRead(pattern: RegExp): readonly string[] {
  const folder = new URL('../features/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  );
  return files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(pattern)].map(([, name]) => name ?? ''),
  );
}

/** As they stand in an address: a zero byte, what is no UTF-8, something very long, and what only looks like an id. */
const ALONE: readonly string[] = ['%00', '%ff%ed%a0%80', 'x'.repeat(10_000), '-'.repeat(36)];

test('no parameter that a page reads, alone and whatever is written into it, makes the server fail', async () => {
  const named = new Set([...namesRead(/\.query\('(\w+)'\)/g), ...QUERY, 'limit', 'key', 'part', 'only']);
  assert.ok(named.has('impor') && named.has('sebelum'));
  for (const path of places) {
    for (const name of named) {
      for (const value of ALONE) {
        const target = `${fill(path, 'tabalong')}?${name}=${value}`;
        const answer = await kit.app.request(target, { headers: { cookie: cookieFor(path) } });
        assert.ok(answer.status < 500, `${answer.status} ${target.slice(0, 100)}`);
      }
    }
  }
  assert.deepEqual(kit.errors, []);
});

test('no field of a form, alone and whatever is written into it, and no address that a form is sent to makes the server fail', async () => {
  const named = new Set([...namesRead(/values\.(\w+)/g), ...namesRead(/\.all\('(\w+)'\)/g), ...FIELDS]);
  assert.ok(named.has('impor') && named.has('dari'));
  const send = async (path: string, body: string, who: string) => {
    const posted = formPost({}, cookieFor(who));
    const headers = { ...posted.headers, 'content-length': String(body.length) };
    const answer = await kit.app.request(path, { ...posted, headers, body });
    assert.ok(answer.status < 500, `${answer.status} POST ${path.slice(0, 100)} ${body.slice(0, 100)}`);
  };
  for (const path of doors.filter((one) => !one.startsWith('/api'))) {
    for (const value of path.includes(':') ? ALONE : []) await send(fill(path, value), 'reason=Alasan', path);
    for (const name of named)
      for (const value of ALONE) await send(fill(path, 'tabalong'), `${name}=${value}`, path);
  }
  assert.deepEqual(kit.errors, []);
});

test('what stands behind a good ticket, period or table is judged as well: it makes no server fail', async () => {
  const made = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost({ channel: 'website', text: 'Dua.', reporters: [{ name: 'Warga Contoh' }] }),
  );
  const { ticket } = await made.json();
  const authorization = `Bearer ${await kit.token('koordinator')}`;
  for (const value of ALONE) {
    for (const path of [
      `/petugas/kasus/${ticket}?selesai=${value}`,
      `/petugas/kasus/${ticket}?sebelum=${value}`,
      `/petugas?q=contoh&cursor=${value}`,
      `/petugas?status=received&antrean=semua&cursor=${value}`,
      ...['by-service', 'by-month', 'by-place', 'balance', 'sop-steps', 'sanctions', 'satisfaction'].map(
        (table) => `/petugas/laporan/baris?period=2026&table=${table}&key=${value}`,
      ),
      `/petugas/laporan/baris?period=2026&table=by-service&key=pkh&part=${value}`,
      `/petugas/laporan/baris?period=2026&only=${value}`,
      ...['jilid', 'jenis', 'bentuk'].map((name) => `/petugas/laporan/unduh?masa=2026&${name}=${value}`),
    ]) {
      const answer = await kit.app.request(path, { headers: { cookie: staff } });
      assert.ok(answer.status < 500, `${answer.status} ${path.slice(0, 100)}`);
    }
    for (const name of ['status', 'unit', 'q', 'cursor', 'limit']) {
      const path = `/api/v1/offices/tabalong/complaints?${name}=${value}`;
      const answer = await kit.app.request(path, { headers: { authorization } });
      assert.ok(answer.status < 500, `${answer.status} ${path.slice(0, 100)}`);
    }
    for (const path of [`identitas/${value}`, `identitas/${value}/setuju`, `orang/${value}`]) {
      const fields = { reason: 'Alasan yang cukup', name: 'Warga Contoh' };
      const answer = await kit.app.request(`/petugas/kasus/${ticket}/${path}`, formPost(fields, staff));
      assert.ok(answer.status < 500, `${answer.status} ${path.slice(0, 100)}`);
    }
  }
  for (const text of ['\u0000', '\ud800', 'x'.repeat(10_000), '-'.repeat(36)]) {
    for (const path of ['messages', 'verify', 'correct', 'dispose']) {
      for (const body of [
        { secret: text, text },
        { text, reason: text, unit: text, owner: text },
      ]) {
        const asked = jsonPost(body, { authorization, 'idempotency-key': '-'.repeat(10_000) });
        const answer = await kit.app.request(`/api/v1/complaints/${ticket}/${path}`, asked);
        assert.ok(answer.status < 500, `${answer.status} ${path}`);
      }
    }
  }
  assert.deepEqual(kit.errors, []);
});

test('what a citizen wrote stands in the pages of staff as text', async () => {
  const text = '<script>alert(1)</script>';
  const sent = { channel: 'website', text, reporters: [{ name: `"><img src=x onerror=alert(1)>` }] };
  const made = await kit.app.request('/api/v1/offices/tabalong/complaints', jsonPost(sent));
  const { ticket } = await made.json();
  const q = encodeURIComponent(text);
  for (const path of ['/petugas', `/petugas?q=${q}`, `/petugas?q=${ticket}`, `/petugas/kasus/${ticket}`]) {
    const html = await (await kit.app.request(path, { headers: { cookie: staff } })).text();
    assert.match(html, /&lt;script>alert/, path);
    assert.doesNotMatch(html, /<script>alert|<img src=x/, path);
  }
});

test('an address to go on to is one of ours, whatever was written into it', async () => {
  for (const path of ['//evil.example/a', '/\\evil.example', '///evil.example']) {
    const answer = await kit.app.request('/bahasa/en', { headers: { referer: `http://localhost${path}` } });
    const location = answer.headers.get('location') ?? '';
    assert.equal(new URL(location, 'http://localhost').host, 'localhost', location);
  }
  for (const next of [
    '//evil.example',
    '/petugas/\r\nset-cookie: a=b',
    '/petugas/\u20ac',
    'https://evil.example',
    '/petugas\\@evil.example',
  ]) {
    const query = new URLSearchParams({ ke: next });
    const answer = await kit.app.request(`/petugas/masuk?${query}`, { headers: { cookie: staff } });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/petugas', next);
  }
});

test('pages of persons are kept by no cache, framed by nobody and run no script of others', async () => {
  for (const [path, who] of [
    ['/petugas', staff],
    ['/petugas/loket', staff],
    ['/petugas/laporan', staff],
    ['/petugas/akun', administrator],
    ['/lacak', ''],
  ] as const) {
    const { headers } = await kit.app.request(path, { headers: who === '' ? {} : { cookie: who } });
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'self'.*frame-ancestors 'none'/);
  }
});

test('a word that every JavaScript object knows is no figure, and hyphens are no account', async () => {
  const sop = (await kit.desk.offices.bySlug('tabalong', kit.clock.now))?.data.sops[0];
  const step = `${sop?.id}-${sop?.steps[0]?.no}`;
  for (const word of ['constructor', '__proto__', 'toString']) {
    for (const query of [
      { only: word },
      { table: 'balance', key: word },
      { table: 'sanctions', key: word },
      { table: 'sop-steps', key: step, part: word },
    ]) {
      const asked = new URLSearchParams({ period: '2026', ...query });
      const answer = await kit.app.request(`/petugas/laporan/baris?${asked}`, { headers: { cookie: staff } });
      assert.equal(answer.status, 404, String(asked));
    }
  }
  const disabled = await kit.app.request(
    '/petugas/akun/tutup',
    formPost({ account: '-'.repeat(36) }, administrator),
  );
  assert.equal(disabled.status, 404);
  assert.deepEqual(kit.errors, []);
});
