import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

/** Rooms and the roles of Tabalong: who gets in (200), who is told that he may not (403). */
const TABLE: readonly (readonly [path: string, role: string, status: number])[] = [
  ['/petugas', 'petugas-loket', 200],
  ['/petugas', 'koordinator', 200],
  ['/petugas', 'administrator', 303],
  ['/petugas/loket', 'petugas-loket', 200],
  ['/petugas/loket', 'penanggung-jawab', 403],
  ['/petugas/laporan', 'koordinator', 200],
  ['/petugas/impor', 'koordinator', 200],
  ['/petugas/impor', 'petugas-loket', 403],
  ['/petugas/akun', 'koordinator', 403],
  ['/petugas/akun', 'administrator', 200],
  ['/petugas/sop', 'petugas-loket', 200],
];

test('each room opens to those who hold its permission and to nobody else', async () => {
  for (const [path, role, status] of TABLE) {
    const answer = await kit.app.request(path, { headers: { cookie: await kit.signIn(role) } });
    assert.equal(answer.status, status, `${path} as ${role}`);
  }
});

test('rule 32: words are searched for by those who may search across cases, a number by everybody', async () => {
  for (const [role, q, status] of [
    ['koordinator', 'beras', 200],
    ['petugas-loket', 'beras', 403],
    ['petugas-loket', '88/IV/2026', 200],
    ['petugas-loket', '88', 403],
    ['koordinator', '88', 200],
    ['petugas-loket', 'TBL-2222-2222', 200],
  ] as const) {
    const query = `q=${encodeURIComponent(q)}`;
    const cookie = await kit.signIn(role);
    const page = await kit.app.request(`/petugas?${query}`, { headers: { cookie } });
    const authorization = `Bearer ${await kit.token(role)}`;
    const api = await kit.app.request(`/api/v1/offices/tabalong/complaints?${query}`, {
      headers: { authorization },
    });
    assert.deepEqual([page.status, api.status], [status, status], `${q} as ${role}`);
    if (status === 403) {
      assert.match(await page.text(), /dengan nomor tiket atau nomor register yang lengkap saja/);
      assert.equal((await api.json()).code, 'not-permitted');
    }
  }
});

test('the address of a list that asks for what is none of ours is refused by the name of each field', async () => {
  const headers = { authorization: `Bearer ${await kit.token('koordinator')}` };
  const asked = async (query: string): Promise<readonly [number, readonly string[]]> => {
    const answer = await kit.app.request(`/api/v1/offices/tabalong/complaints?${query}`, { headers });
    const { errors = [] }: { errors?: { field: string }[] } = await answer.json();
    return [answer.status, errors.map(({ field }) => field)];
  };
  assert.deepEqual(await asked('status=received&unit=&q=&cursor=&limit=200'), [200, []]);
  for (const field of ['status', 'unit', 'cursor', 'limit']) {
    assert.deepEqual(await asked(`${field}=khayalan`), [422, [field]], field);
  }
  for (const limit of ['0', '201', '1e2', '-1', '5.5']) {
    assert.deepEqual(await asked(`limit=${limit}`), [422, ['limit']], limit);
  }
  assert.deepEqual(await asked('status=x&cursor=y&limit=z'), [422, ['status', 'cursor', 'limit']]);
});

test('a search goes through the cases of everybody, and no narrower queue stands marked over what it finds', async () => {
  const cookie = await kit.signIn('koordinator');
  const marked = async (query: string): Promise<string | undefined> => {
    const page = await kit.app.request(`/petugas?${query}`, { headers: { cookie } });
    return /<ul class="tg-tabs">.*?aria-current="page">([^<]*)/.exec(await page.text())?.[1];
  };
  assert.equal(await marked('antrean=saya'), 'Untuk saya');
  assert.equal(await marked('antrean=saya&q=bantuan'), 'Semua');
});

test('a page of the inbox whose address is not whole says so and shows the list from its beginning', async () => {
  const cookie = await kit.signIn('koordinator');
  const page = await kit.app.request('/petugas?cursor=khayalan', { headers: { cookie } });
  assert.equal(page.status, 422);
  const html = await page.text();
  assert.match(html, /Alamat halaman daftar ini tidak utuh/);
  assert.match(html, /tg-filter/);
});

test('whoever is not signed in is sent to sign in, and back to where he wanted to go', async () => {
  const answer = await kit.app.request('/petugas/laporan?masa=2023');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/petugas/masuk?ke=%2Fpetugas%2Flaporan%3Fmasa%3D2023');
  const searched = await kit.app.request('/petugas?antrean=semua&q=sari+contoh');
  assert.equal(
    searched.headers.get('location'),
    '/petugas/masuk?ke=%2Fpetugas',
    'words of a search may name a person',
  );
});

test('the clerk writes a complaint down, and the case page has exactly the buttons that his role may press', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const slip = await kit.app.request(
    '/petugas/loket',
    formPost({ text: 'Menanyakan bantuan.', name: 'Budi Contoh', channel: 'loket' }, cookie),
  );
  const html = await slip.text();
  assert.equal(slip.status, 200);
  assert.match(html, /TANDA TERIMA PENGADUAN/);
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const shown = [...page.matchAll(/action="\/petugas\/kasus\/[^/"]+\/([a-z/-]+)"/g)]
    .map((match) => match[1])
    // The form for somebody who was forgotten is another form of `correct`.
    .filter((operation) => operation !== 'orang/baru')
    .toSorted();
  const token = await kit.token('petugas-loket');
  const read = await (
    await kit.app.request(`/api/v1/complaints/${ticket}`, { headers: { authorization: `Bearer ${token}` } })
  ).json();
  assert.deepEqual(shown, read.actions.toSorted());
  assert.ok(!shown.includes('dispose'), 'disposition is not the clerk’s');
});

test('a button pressed on a case that changed in between changes nothing and says so', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const html = await (
    await kit.app.request('/petugas/loket', formPost({ text: 'Satu.', channel: 'loket' }, cookie))
  ).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const press = (version: string) =>
    kit.app.request(`/petugas/kasus/${ticket}/register`, formPost({ version }, cookie));
  kit.clock.now += 60_000;
  const done = await press('1');
  assert.deepEqual(
    [done.status, done.headers.get('location')],
    [303, `/petugas/kasus/${ticket}?selesai=register`],
  );
  const saved = async (account: string): Promise<string> => {
    const shown = { headers: { cookie: account } };
    const page = await kit.app.request(`/petugas/kasus/${ticket}?selesai=register`, shown);
    return /Tersimpan: [^<]*/.exec(await page.text())?.[0] ?? '';
  };
  assert.match(await saved(cookie), /Diregister dengan nomor/);
  assert.equal(await saved(await kit.signIn('koordinator')), '', 'what somebody else saved');
  const stale = await press('1');
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /berubah sejak Anda membukanya/);
});

test('people who were ticked in a refused form stay ticked', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const html = await (
    await kit.app.request('/petugas/loket', formPost({ text: 'Dua.', channel: 'loket' }, clerk))
  ).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const cookie = await kit.signIn('tim-penelaah');
  const path = `/petugas/kasus/${ticket}`;
  const boxes = (page: string) => page.match(/<input[^>]*name="reviewers"[^>]*>/g) ?? [];
  const accountOf = (box: string) => String(/value="([^"]+)"/.exec(box)?.[1]);
  const shown = await (await kit.app.request(path, { headers: { cookie } })).text();
  const chosen = boxes(shown).slice(0, 2).map(accountOf);
  assert.equal(chosen.length, 2);
  const body = new URLSearchParams({ version: '99' });
  for (const one of chosen) body.append('reviewers', one);
  const refused = await kit.app.request(`${path}/review/start`, { ...formPost({}, cookie), body });
  assert.equal(refused.status, 409);
  const ticked = boxes(await refused.text()).filter((box) => /\schecked/.test(box));
  assert.deepEqual(ticked.map(accountOf), chosen);
});

test('what a clerk wrote when the session had ended is still there after signing in', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const { email } = (
    await kit.desk.owner.query<{ email: string }>(
      'select email from account order by account_id desc limit 1',
    )
  ).rows[0] ?? { email: '' };
  const fields = {
    text: 'Ditulis lama sekali.\nBaris kedua & "kutip".',
    channel: 'loket',
    password: 'rahasia',
  };
  const shown = await kit.app.request('/petugas/loket', { headers: { cookie } });
  const [last] = (shown.headers.get('set-cookie') ?? '').split(';');
  const ended = `${cookie.slice(0, -4)}AAAA; ${last}`;
  const answer = await kit.app.request('/petugas/loket', formPost(fields, ended));
  const html = await answer.text();
  assert.equal(answer.status, 403);
  assert.match(html, /Sesi Anda sudah berakhir/);
  assert.ok(!html.includes('Ditulis lama'), 'the next at this PC reads nothing of it');
  const wrong = await kit.app.request(
    '/petugas/masuk',
    formPost({ ...hidden(html), email, password: 'salah' }),
  );
  const signedIn = await kit.app.request(
    '/petugas/masuk',
    formPost({ ...hidden(await wrong.text()), email, password: 'pasar ikan pagi' }),
  );
  const resumed = await signedIn.text();
  assert.equal(signedIn.status, 200);
  const again = /sesi=[^;]+/.exec(signedIn.headers.get('set-cookie') ?? '')?.[0] ?? '';
  assert.match(resumed, /<form method="post" action="\/petugas\/loket"/);
  assert.equal(hidden(resumed).text, fields.text);
  assert.ok(!resumed.includes('rahasia'), 'a password never goes back');
  const slip = await kit.app.request('/petugas/loket', formPost(hidden(resumed), again));
  assert.match(await slip.text(), /TANDA TERIMA PENGADUAN/);
});

/** Hidden fields of the page's last form, as a browser reads them. */
function hidden(html: string): Readonly<Record<string, string>> {
  const form = html.slice(html.lastIndexOf('<form'));
  const decode = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [decode(name), decode(value)],
    ),
  );
}

test('the other acts of a case stand under what they serve, and no button repeats the words that open its form', async () => {
  const cookie = await kit.signIn('petugas-loket', 'koordinator');
  const slip = await kit.app.request('/petugas/loket', formPost({ text: 'Satu.', channel: 'loket' }, cookie));
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await slip.text())?.[0] ?? '';
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const groups = [...page.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, heading]) => heading);
  assert.deepEqual(groups.slice(0, 3), [
    'Penanganan',
    'Komunikasi dengan pelapor',
    'Jawaban dan penyelesaian',
  ]);
  const acts = [
    ...page.matchAll(/<details class="tg-act"[^>]*><summary>([^<]+)<\/summary>.*?<button[^>]*>([^<]+)</g),
  ];
  assert.ok(acts.length > 10);
  for (const [, summary, button] of acts) assert.notEqual(button, summary);
  const open = (html: string) => html.match(/<details class="tg-actgroup" open[^>]*><summary><h3>[^<]+/g);
  assert.equal(open(page), null, 'many are folded');
  const cancel = `/petugas/kasus/${ticket}/cancel`;
  const refused = await kit.app.request(cancel, formPost({ version: '1' }, cookie));
  assert.match(
    String(open(await refused.text())),
    /^[^,]*>Tanda dan perbaikan catatan$/,
    'never the refused one',
  );
});

test('a button of the case page pressed twice acts once', async () => {
  const cookie = await kit.signIn('petugas-loket', 'koordinator');
  const slip = await kit.app.request('/petugas/loket', formPost({ text: 'Satu.', channel: 'loket' }, cookie));
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await slip.text())?.[0] ?? '';
  const show = async () =>
    (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
  const page = await show();
  const fields = { version: hidden(page, 'version'), idempotencyKey: hidden(page, 'idempotencyKey') };
  const twice = await Promise.all(
    [1, 2].map(() => kit.app.request(`/petugas/kasus/${ticket}/register`, formPost(fields, cookie))),
  );
  assert.deepEqual(
    twice.map((one) => one.status),
    [303, 303],
  );
  assert.equal(Number(hidden(await show(), 'version')), Number(fields.version) + 1);
});

test('the case page takes a reason for a merge no longer than the API does', async () => {
  const cookie = await kit.signIn('petugas-loket', 'koordinator');
  const take = async () => {
    const slip = await kit.app.request(
      '/petugas/loket',
      formPost({ text: 'Dua kali.', channel: 'loket' }, cookie),
    );
    return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await slip.text())?.[0] ?? '';
  };
  const [ticket, into] = [await take(), await take()];
  const merge = (reason: string) =>
    kit.app.request(`/petugas/kasus/${ticket}/merge`, formPost({ version: '1', into, reason }, cookie));
  const long = await merge('a'.repeat(4001));
  assert.equal(long.status, 422);
  assert.match(await long.text(), /Persingkat sampai 4000 huruf/);
  assert.equal((await merge('a'.repeat(4000))).status, 303);
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.match(page, />Digabungkan</);
  assert.match(page, /Tidak ada batas waktu yang berjalan/, 'what was merged runs late no more');
});

test('a slip printed again names who received the complaint, never who prints it', async () => {
  const sent = await kit.app.request('/lapor', formPost({ text: 'Dari rumah.' }));
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await sent.text())?.[0] ?? '';
  const slipFor = async (role: string) => {
    const headers = { cookie: await kit.signIn(role) };
    return (await kit.app.request(`/petugas/kasus/${ticket}/tanda-terima`, { headers })).text();
  };
  const html = await slipFor('koordinator');
  assert.match(html, /Petugas penerima,/);
  assert.doesNotMatch(html.slice(html.indexOf('Petugas penerima,')), /Pegawai Contoh/);
  const counter = /href="\/petugas\/loket"/;
  assert.match(await slipFor('petugas-loket'), counter);
  assert.doesNotMatch(html, counter, 'no door that is shut for him');
});

test('an inbox asked for what is closed says where that is found', async () => {
  const cookie = await kit.signIn('koordinator');
  const page = await kit.app.request('/petugas?status=filed', { headers: { cookie } });
  assert.match(await page.text(), /Kotak masuk memuat pengaduan yang masih terbuka/);
});

test('after a case is closed an identity opens only with a reason, and that stands in its history', async () => {
  const desk = {
    deskText: 'Sudah dijelaskan.',
    deskOutcome: 'explained',
    deskWay: 'oral',
    service: 'pbi-jk',
  };
  const clerk = await kit.signIn('petugas-loket');
  const slip = await kit.app.request(
    '/petugas/loket',
    formPost({ text: 'Dua.', name: 'Siti Contoh', channel: 'loket', ...desk }, clerk),
  );
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await slip.text())?.[0] ?? '';
  const cookie = await kit.signIn('penanggung-jawab');
  const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.ok(!page.includes('Siti Contoh'));
  const path = /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec(page)?.[0] ?? '';
  assert.equal((await kit.app.request(path, formPost({}, cookie))).status, 422);
  const opened = await (
    await kit.app.request(path, formPost({ reason: 'Konfirmasi alamat.' }, cookie))
  ).text();
  assert.ok(opened.includes('Siti Contoh'));
  assert.ok(opened.includes('Identitas dibuka'));
});

test('a wrong password and an unknown e-mail fail alike, and guessing locks out only the guesser', async () => {
  await kit.signIn('koordinator');
  const { rows } = await kit.desk.owner.query<{ email: string }>('select email from account limit 1');
  const email = rows[0]?.email ?? '';
  const attempt = async (as: string, password: string, from: string) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': from,
    };
    const answer = await kit.app.request('/petugas/masuk', { ...formPost({ email: as, password }), headers });
    return { status: answer.status, text: await answer.text() };
  };
  const unknown = await attempt('tidak-ada@contoh.id', 'tebak tebakan', '203.0.113.7');
  const wrong = await attempt(email, 'tebak tebakan', '203.0.113.8');
  assert.deepEqual([unknown.status, wrong.status], [422, 422]);
  const shown = (text: string) => text.replaceAll(/value="[^"]*"/g, '');
  assert.equal(shown(wrong.text), shown(unknown.text));
});

test('sixty queries with nonsense never make a fault', async () => {
  const cookie = await kit.signIn('koordinator');
  for (const path of [
    '/petugas?status=zzz&unit=%00&q=%00%27%22',
    '/petugas?cursor=%ff',
    '/petugas/kasus/%00',
    '/petugas/laporan?jenis=x&masa=%00',
    '/petugas/laporan/baris?period=2026&table=%00&key=x',
    '/petugas/laporan/unduh?masa=2026&bentuk=exe',
    '/petugas/kasus/TBL-2222-2222/tanda-terima',
  ]) {
    const answer = await kit.app.request(path, { headers: { cookie } });
    assert.ok(answer.status < 500, `${path} ${answer.status}`);
  }
  for (const path of [
    '/petugas/loket',
    '/petugas/impor',
    '/petugas/impor/simpan',
    '/petugas/akun',
    '/petugas/kasus/TBL-2222-2222/register',
    '/petugas/kasus/x/y',
    '/petugas/masuk',
    '/lapor',
    '/lacak',
    '/mulai',
  ]) {
    for (const init of [
      formPost({ text: '\u0000', office: '\u0000', draft: 'x', period: 'y' }, cookie),
      {
        method: 'POST',
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=x',
        },
        body: 'rusak',
      },
    ]) {
      const answer = await kit.app.request(path, init);
      assert.ok(answer.status < 500, `${path} ${answer.status}`);
    }
  }
  assert.deepEqual(kit.errors, []);
});
