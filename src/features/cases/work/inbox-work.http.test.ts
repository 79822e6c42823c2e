import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const [first = '', second = ''] = office.data.units.map(({ key }) => key);
const coordinator = await kit.signIn('koordinator');
const clerk = await kit.signIn('petugas-loket');
const tokens = { intake: await kit.token('petugas-loket'), dispose: await kit.token('koordinator') };

const headers = (token: keyof typeof tokens) => ({
  authorization: `Bearer ${tokens[token]}`,
  'idempotency-key': crypto.randomUUID(),
});
const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: readonly (readonly [string, string])[], cookie: string) => {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  const answer = await kit.app.request(path, { ...formPost({}, cookie), body });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
};

async function complain(text: string): Promise<string> {
  const sent = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost({ channel: 'whatsapp', text }, headers('intake')),
  );
  assert.equal(sent.status, 201);
  return (await sent.json()).ticket;
}
async function dispose(ticket: string, unit: string): Promise<void> {
  const sent = await kit.app.request(
    `/api/v1/complaints/${ticket}/dispose`,
    jsonPost({ unit }, headers('dispose')),
  );
  assert.equal(sent.status, 200);
}
async function unitsOf(...tickets: readonly string[]): Promise<readonly (string | null)[]> {
  const { rows } = await kit.desk.owner.query<{ ticket: string; unit: string | null }>(
    `select ticket, state ->> 'unit' unit from complaint_case where ticket = any ($1)`,
    [tickets],
  );
  return tickets.map((ticket) => rows.find((row) => row.ticket === ticket)?.unit ?? null);
}
const picksOf = (html: string) =>
  [...html.matchAll(/name="kasus" value="([\w.-]+)"/g)].map(([, pick = '']) => pick);
const keyOf = (html: string) => /name="idempotencyKey" value="([\w-]+)"/.exec(html)?.[1] ?? '';

test('"Bidang saya" holds the cases of every unit that somebody works in, not of the first alone', async () => {
  const [one, two] = [await complain('Kartu hilang.'), await complain('Saldo kosong.')];
  await dispose(one, first);
  await dispose(two, second);
  const both = await kit.signInWith(
    { role: 'staf-bidang', unit: first },
    { role: 'kepala-bidang', unit: second },
  );
  const { html } = await get('/petugas?antrean=bidang', both);
  assert.ok(html.includes(one) && html.includes(two));
  const narrowed = (await get(`/petugas?antrean=bidang&unit=${second}`, both)).html;
  assert.ok(!narrowed.includes(one) && narrowed.includes(two));
});

test('several cases are disposed with one form, each by itself: what is refused is told and stays, nothing is lost', async () => {
  const fresh = [await complain('Beras rusak.'), await complain('Data ganda.')];
  const already = await complain('Sudah ada di bidang.');
  await dispose(already, second);
  const all = (await get('/petugas?antrean=semua', coordinator)).html;
  const picks = picksOf(all).filter((pick) => [...fresh, already].some((ticket) => pick.startsWith(ticket)));
  assert.equal(picks.length, 3);
  const asked = await get(
    `/petugas/sekaligus?tindakan=dispose&${picks.map((pick) => `kasus=${pick}`).join('&')}`,
    coordinator,
  );
  assert.equal(asked.status, 200);
  const form: readonly (readonly [string, string])[] = [
    ['tindakan', 'dispose'],
    ['idempotencyKey', keyOf(asked.html)],
    ['instructions', 'Datangi minggu ini.'],
    ...picks.map((pick) => ['kasus', pick] as const),
  ];
  const without = await post('/petugas/sekaligus', form, coordinator);
  assert.equal(without.status, 422, 'no unit');
  assert.match(without.html, /Datangi minggu ini/);
  assert.deepEqual(await unitsOf(...fresh), [null, null]);
  const whole = [...form, ['unit', first] as const];
  for (const sent of ['once', 'again']) {
    const answer = await post('/petugas/sekaligus', whole, coordinator);
    assert.equal(answer.status, 409, sent);
    assert.match(answer.html, /2 dari 3 pengaduan didisposisikan/, sent);
    assert.match(answer.html, new RegExp(`${already} belum dilakukan:</strong>\\s*\\S`), sent);
    assert.match(answer.html, /Datangi minggu ini/, sent);
    assert.deepEqual(
      picksOf(answer.html).map((pick) => pick.split('.')[0]),
      [already],
      sent,
    );
  }
  assert.deepEqual(await unitsOf(...fresh, already), [first, first, second]);
  const { rows } = await kit.desk.owner.query<{ n: number }>(
    `select count(*)::int n from case_event join complaint_case using (office_id, case_id)
      where ticket = any ($1) and body like '%"disposed"%'`,
    [fresh],
  );
  assert.equal(rows[0]?.n, 2, 'a form sent twice disposes once');
});

test('who may not dispose has no boxes for it and is not let in', async () => {
  const { html } = await get('/petugas?antrean=semua', clerk);
  assert.ok(!html.includes('value="dispose"'));
  const ticket = await complain('Bantuan salah alamat.');
  const sent = [
    ['tindakan', 'dispose'] as const,
    ['kasus', `${ticket}.1`] as const,
    ['unit', first] as const,
  ];
  assert.ok([403, 404].includes((await post('/petugas/sekaligus', sent, clerk)).status));
  assert.deepEqual(await unitsOf(ticket), [null]);
});

test('several complainants are told at once', async () => {
  const tickets = [await complain('Belum didata.'), await complain('Kartu tertukar.')];
  const answer = await post(
    '/petugas/sekaligus',
    [['tindakan', 'acknowledge'], ...tickets.map((ticket) => ['kasus', `${ticket}.1`] as const)],
    coordinator,
  );
  assert.equal(answer.status, 200);
  assert.match(answer.html, /2 dari 2 pelapor diberi tahu/);
});

test('a list is kept under a name, opened first where it is the default, and taken away; words that were searched for are not', async () => {
  const mine = await kit.signIn('koordinator');
  const query = `antrean=semua&status=received&saluran=whatsapp`;
  const kept = await post(
    '/petugas/tampilan',
    [
      ['query', `${query}&q=Wulan&cursor=x&asing=1`],
      ['name', 'Baru dari WhatsApp'],
      ['default', 'ya'],
    ],
    mine,
  );
  assert.equal(kept.status, 303);
  const { rows } = await kit.desk.owner.query<{ query: string }>('select query from saved_view');
  assert.deepEqual(rows, [{ query }]);
  const opened = (await get('/petugas', mine)).html;
  assert.match(opened, /Baru dari WhatsApp/);
  assert.match(opened, /Saluran: WhatsApp layanan/);
  assert.ok(!(await get('/petugas', coordinator)).html.includes('Baru dari WhatsApp'), 'nobody else has it');
  const view = /name="view" value="([\w-]+)"/.exec(opened)?.[1] ?? '';
  assert.equal(
    (
      await post(
        '/petugas/tampilan',
        [
          ['view', view],
          ['act', 'delete'],
        ],
        coordinator,
      )
    ).status,
    303,
  );
  assert.match((await get('/petugas', mine)).html, /Baru dari WhatsApp/, 'nobody else takes it away');
  await post(
    '/petugas/tampilan',
    [
      ['view', view],
      ['act', 'no-default'],
    ],
    mine,
  );
  assert.doesNotMatch((await get('/petugas', mine)).html, /Saluran: WhatsApp layanan/);
  await post(
    '/petugas/tampilan',
    [
      ['view', view],
      ['act', 'delete'],
    ],
    mine,
  );
  assert.doesNotMatch((await get('/petugas', mine)).html, /Baru dari WhatsApp/);
  const unnamed = await post(
    '/petugas/tampilan',
    [
      ['query', query],
      ['name', ' '],
    ],
    mine,
  );
  assert.match((await get(unnamed.to, mine)).html, /Beri tampilan ini nama/);
});

test('no request of these was a fault of the server', () => assert.deepEqual(kit.errors, []));
