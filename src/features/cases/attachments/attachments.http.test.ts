import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aJpeg, anExif, anOfficeFile, aPdf } from '../../../../test/a-file.ts';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const { app } = kit;
const token = await kit.token('koordinator');
const bearer = { authorization: `Bearer ${token}` };

type Part = readonly [field: string, bytes: Buffer | string, name?: string];
function multipart(parts: readonly Part[], headers: Readonly<Record<string, string>> = {}): RequestInit {
  const body = new FormData();
  for (const [field, value, name] of parts) {
    if (typeof value === 'string') body.append(field, value);
    else body.append(field, new Blob([new Uint8Array(value)]), name ?? 'berkas');
  }
  return { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...headers }, body };
}
async function upload(
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
  query = '?office=tabalong',
) {
  const answer = await app.request(
    `/api/v1/attachments${query}`,
    multipart([['file', bytes, 'a.jpg']], headers),
  );
  const said: { readonly id: string; readonly code?: string; readonly mediaType?: string } =
    await answer.json();
  return { status: answer.status, ...said };
}
const complaint = (attachments: readonly string[]) => ({
  channel: 'website',
  text: 'Kartu belum diterima.',
  attachments,
});
function complain(attachments: readonly string[], headers: Readonly<Record<string, string>> = {}) {
  return app.request('/api/v1/offices/tabalong/complaints', jsonPost(complaint(attachments), headers));
}
const form = [
  ['office', 'tabalong'],
  ['text', 'Bantuan belum diterima sejak Januari.'],
  ['kind', 'pengaduan'],
] as const satisfies readonly Part[];
async function ticketOf(answer: Response): Promise<string> {
  const { ticket }: { readonly ticket: string } = await answer.json();
  return ticket;
}

test('a file comes in by the API, goes to one complaint, and is read by who may read it', async () => {
  const { status, id, mediaType } = await upload(aJpeg({ exif: anExif(3) }));
  assert.deepEqual([status, mediaType], [201, 'image/jpeg']);
  const taken = await complain([id]);
  assert.equal(taken.status, 201);
  const ticket = await ticketOf(taken);
  const file = await app.request(`/api/v1/complaints/${ticket}/attachments/${id}`, { headers: bearer });
  assert.equal(file.status, 200);
  assert.ok(!Buffer.from(await file.arrayBuffer()).includes('GPS'));
  assert.equal(file.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; /);
  assert.equal((await app.request(`/api/v1/complaints/${ticket}/attachments/${id}`)).status, 401);
  const shown = await app.request(`/api/v1/complaints/${ticket}`, { headers: bearer });
  const { attachments }: { readonly attachments: readonly { readonly name: string }[] } = await shown.json();
  assert.deepEqual(
    attachments.map(({ name }) => name),
    ['a.jpg'],
  );
});

test('what is too large, of another kind or broken is a 413, 415 or 422 with a sentence, never a 5xx', async () => {
  const answers = [
    [Buffer.from('<html>'), 415, 'file-type-not-taken'],
    [Buffer.from('GIF89a....'), 415, 'file-type-not-taken'],
    [aJpeg().subarray(0, 60), 422, 'file-not-taken'],
    [Buffer.alloc(0), 422, 'file-not-taken'],
    [anOfficeFile('docx', { 'word/media/a.bin': new Uint8Array(40_000_000) }), 422, 'file-not-taken'],
    [Buffer.concat([aPdf(), Buffer.alloc(20_000_001)]), 413, 'file-too-large'],
  ] as const;
  for (const [bytes, status, code] of answers) {
    const answer = await upload(bytes);
    assert.deepEqual([answer.status, answer.code], [status, code]);
  }
  const stored = await kit.desk.owner.query('select from attachment where bytes > 1000');
  assert.equal(stored.rowCount, 0, 'nothing of them is left');
});

test('bodies that are no form, name no office, bring no file or two, or lie about what they are', async () => {
  const asked = async (request: RequestInit, query = '?office=tabalong') =>
    (await app.request(`/api/v1/attachments${query}`, request)).status;
  assert.equal(await asked(jsonPost({})), 415);
  assert.equal(await asked(multipart([['file', aPdf(), 'a.pdf']]), '?office=lain'), 422);
  assert.equal(await asked(multipart([['lain', aPdf(), 'a.pdf']])), 422);
  assert.equal(
    await asked(
      multipart([
        ['file', aPdf(), 'a.pdf'],
        ['file', aPdf(), 'b.pdf'],
      ]),
    ),
    422,
  );
  const type = 'multipart/form-data; boundary=x';
  const raw = (body: string, headers: Readonly<Record<string, string>> = {}) => ({
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  assert.equal(await asked(raw(`${head}%PDF-1.7 putus`)), 422, 'it breaks off');
  assert.equal(await asked(raw('--x--')), 422);
  assert.equal(await asked(raw('', { 'content-type': 'multipart/form-data' })), 422, 'no boundary');
  assert.equal(await asked(raw(`${head}x\r\n--x--`, { 'content-length': '99999999999' })), 413);
  assert.equal((await upload(aPdf(), { authorization: 'Bearer tidak-ada-tidak-ada-tidak' })).status, 401);
});

test('a name is never a path, and comes back as it was typed', async () => {
  const answer = await app.request(
    '/api/v1/attachments?office=tabalong',
    multipart([['file', aPdf(), '..\\..\\rahasia/KTP "Bu" Contoh;é.pdf']]),
  );
  const { id, name }: { readonly id: string; readonly name: string } = await answer.json();
  assert.ok(!/[\\/]/.test(name) && name.includes('Contoh'));
  const ticket = await ticketOf(await complain([id]));
  const file = await app.request(`/api/v1/complaints/${ticket}/attachments/${id}`, { headers: bearer });
  assert.match(file.headers.get('content-disposition') ?? '', /filename\*=UTF-8''[\w%.-]+$/);
});

test('the public brings ten files to a case and no eleventh, with the complaint and its replies together', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 11; n += 1) ids.push((await upload(aPdf(`berkas ${n}`))).id);
  assert.equal((await complain(ids)).status, 422);
  const taken: { readonly ticket: string; readonly ticketSecret: string } = await (
    await complain(ids.slice(0, 9))
  ).json();
  const reply = (attachments: readonly string[]) =>
    app.request(
      `/api/v1/complaints/${taken.ticket}/messages`,
      jsonPost({ text: 'Ini susulannya.', attachments }, { 'x-ticket-secret': taken.ticketSecret }),
    );
  const more = (await upload(aPdf('berkas 12'))).id;
  const refused = await reply([ids[9] ?? '', more]);
  const { code }: { readonly code: string } = await refused.json();
  assert.deepEqual([refused.status, code], [422, 'too-many-files']);
  assert.equal((await reply([more])).status, 200);
});

test('a file is used once, and by who brought it', async () => {
  const { id } = await upload(aPdf());
  assert.equal((await complain([id])).status, 201);
  const again = await complain([id]);
  const { code }: { readonly code: string } = await again.json();
  assert.deepEqual([again.status, code], [422, 'attachment-not-yours']);
  const ofToken = (await upload(aPdf(), bearer, '')).id;
  assert.equal((await complain([ofToken])).status, 422, 'a stranger names what an office uploaded');
  const clerk = { authorization: `Bearer ${await kit.token('front-office')}` };
  const ofClerk = (await upload(aPdf(), clerk, '')).id;
  const body = { ...complaint([ofClerk]), channel: 'loket' };
  const own = await app.request('/api/v1/offices/tabalong/complaints', jsonPost(body, clerk));
  assert.equal(own.status, 201);
});

test('the public form takes files without JavaScript, and keeps them when something else is wrong', async () => {
  const file = ['attachments', aJpeg({ exif: anExif(1) }), 'foto rumah.jpg'] as const satisfies Part;
  const wrong = await app.request('/lapor', multipart([['office', 'tabalong'], ['text', ''], file]));
  assert.equal(wrong.status, 422);
  const page = await wrong.text();
  const kept = /name="attachments-kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  assert.ok(kept !== '' && page.includes('foto rumah.jpg'));
  const sent = await app.request('/lapor', multipart([...form, ['attachments-kept', kept]]));
  assert.equal(sent.status, 201);
  const bound = await kit.desk.owner.query('select from case_attachment where attachment_id = $1', [kept]);
  assert.equal(bound.rowCount, 1);
});

test('a file that is not taken is named on the form with what to do; the good ones stay', async () => {
  const answer = await app.request(
    '/lapor',
    multipart([
      ...form,
      ['attachments', aPdf(), 'surat.pdf'],
      ['attachments', Buffer.from('MZ'), 'foto.exe'],
    ]),
  );
  const page = await answer.text();
  assert.equal(answer.status, 422);
  assert.ok(page.includes('foto.exe: Jenis berkas ini tidak diterima') && page.includes('surat.pdf'));
  assert.ok(page.includes('Bantuan belum diterima sejak Januari.'), 'what was typed stays');
});

test('a form that is sent twice is one complaint, though its files are uploaded twice', async () => {
  const twice = [
    ...form,
    ['idempotencyKey', 'kunci-formulir-publik-0001'],
    ['attachments', aPdf('dua kali'), 'a.pdf'],
  ];
  const before = await kit.desk.owner.query('select from complaint_case');
  const request = () => app.request('/lapor', multipart(twice as readonly Part[]));
  const [first, second] = [await request(), await request()];
  assert.deepEqual([first.status, second.status], [201, 201]);
  const afterwards = await kit.desk.owner.query('select from complaint_case');
  assert.equal((afterwards.rowCount ?? 0) - (before.rowCount ?? 0), 1);
});

test('a complainant brings files with a reply; who does not know the secret leaves none', async () => {
  const taken: { readonly ticket: string; readonly ticketSecret: string } = await (await complain([])).json();
  const reply = (secret: string) =>
    app.request(
      '/lacak',
      multipart([
        ['ticket', taken.ticket],
        ['secret', secret],
        ['act', 'reply'],
        ['message', 'Ini fotonya.'],
        ['attachments', aPdf(`balasan ${secret}`), 'balasan.pdf'],
      ]),
    );
  const count = async () => (await kit.desk.owner.query('select from attachment')).rowCount ?? 0;
  const before = await count();
  assert.equal((await reply('SALAHSALAH')).status, 404);
  assert.equal(await count(), before);
  assert.equal((await reply(taken.ticketSecret)).status, 200);
  const shown = await app.request(`/api/v1/complaints/${taken.ticket}`, { headers: bearer });
  const { attachments }: { readonly attachments: readonly { readonly name: string }[] } = await shown.json();
  assert.deepEqual(
    attachments.map(({ name }) => name),
    ['balasan.pdf'],
  );
});

test('the counter takes files, the case page shows them by kind, and each opening is logged', async () => {
  const cookie = await kit.signIn('koordinator', 'front-office');
  const sent = await app.request(
    '/petugas/loket',
    multipart(
      [
        ['text', 'Datang membawa surat.'],
        ['kind', 'pengaduan'],
        ['channel', 'loket'],
        ['attachments', aPdf(), 'surat.pdf'],
        ['attachments', aJpeg(), 'rumah.jpg'],
      ],
      { cookie },
    ),
  );
  assert.equal(sent.status, 200);
  const ticket = /TBL-[\w-]+/.exec(await sent.text())?.[0] ?? '';
  const page = await (await app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  const hrefs = [...page.matchAll(/href="(\/petugas\/kasus\/[^"]+\/berkas\/[^"]+)"/g)].map(
    (one) => one[1] ?? '',
  );
  assert.equal(hrefs.length, 2);
  assert.ok(page.indexOf('rumah.jpg') < page.indexOf('surat.pdf'), 'photos stand before documents');
  for (const href of hrefs) assert.equal((await app.request(href, { headers: { cookie } })).status, 200);
  const logged = await kit.desk.owner.query(
    `select attachment_id from access_log where action = 'file-opened'`,
  );
  assert.ok((logged.rowCount ?? 0) > 0);
  const elsewhere = hrefs[0]?.replace(/berkas\/.*/, 'berkas/00000000-0000-4000-8000-000000000000') ?? '';
  assert.equal((await app.request(elsewhere, { headers: { cookie } })).status, 404);
});

test('rule 28: who is complained of opens no file of the case, nor does a role without cases', async () => {
  const accused = await kit.signIn('koordinator', 'front-office');
  const { rows } = await kit.desk.owner.query<{ account_id: string }>(
    'select account_id from staff_session order by created_at desc, account_id desc limit 1',
  );
  const clerk = { authorization: `Bearer ${await kit.token('front-office')}` };
  const { id } = await upload(aPdf(), clerk, '');
  const body = {
    channel: 'loket',
    text: 'Petugas kasar.',
    attachments: [id],
    respondents: [{ staffId: rows[0]?.account_id }],
  };
  const taken = await app.request('/api/v1/offices/tabalong/complaints', jsonPost(body, clerk));
  const href = `/petugas/kasus/${await ticketOf(taken)}/berkas/${id}`;
  const asked = async (cookie: string) => (await app.request(href, { headers: { cookie } })).status;
  assert.equal(await asked(accused), 404);
  assert.equal(await asked(await kit.signIn('administrator')), 404);
  assert.equal(await asked(await kit.signIn('koordinator')), 200);
});

test('a form of a case brings a proof, and two files where one is asked for are refused', async () => {
  const cookie = await kit.signIn('koordinator', 'front-office');
  const ticket = await ticketOf(await complain([]));
  const send = (parts: readonly Part[]) =>
    app.request(`/petugas/kasus/${ticket}/read-back`, multipart([['way', 'signed'], ...parts], { cookie }));
  const two = await send([
    ['scan', aPdf(), 'a.pdf'],
    ['scan', aPdf('lain'), 'b.pdf'],
  ]);
  assert.equal(two.status, 422);
  assert.ok((await two.text()).includes('Kirim satu berkas'));
  assert.equal((await send([['scan', aPdf(), 'formulir.pdf']])).status, 303);
  const page = await (await app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
  assert.ok(page.includes('formulir.pdf'));
});

test('erasing a complainant destroys the files of his side; one file goes by itself; what is erased does not open', async () => {
  const cookie = await kit.signIn('koordinator');
  const ids = [(await upload(aPdf('satu'))).id, (await upload(aPdf('dua'))).id];
  const body = { ...complaint(ids), reporters: [{ name: 'Bu Contoh', phone: '0812-0000-0001' }] };
  const ticket = await ticketOf(await app.request('/api/v1/offices/tabalong/complaints', jsonPost(body)));
  const page = await (
    await app.request(`/petugas/kasus/${ticket}/hapus-data`, { headers: { cookie } })
  ).text();
  const person = /value="(orang:[^"]+)"/.exec(page)?.[1] ?? '';
  assert.ok(page.includes(`berkas:${ids[0]}`) && person !== '');
  const erase = (subject: string) =>
    app.request(
      `/petugas/kasus/${ticket}/hapus-data`,
      formPost({ subject, ground: 'asked', sure: 'ya' }, cookie),
    );
  assert.equal((await erase(`berkas:${ids[0]}`)).status, 303);
  const left = async () => {
    const found: (string | undefined)[] = [];
    for await (const one of kit.desk.files.list()) found.push(one.place?.id);
    return ids.filter((id) => found.includes(id));
  };
  assert.deepEqual(await left(), [ids[1]]);
  const href = `/petugas/kasus/${ticket}/berkas/${ids[0]}`;
  assert.equal((await app.request(href, { headers: { cookie } })).status, 410);
  assert.equal((await erase(person)).status, 303);
  assert.deepEqual(await left(), []);
  const keys = await kit.desk.owner.query(
    'select from attachment where attachment_id = any($1::uuid[]) and (wrapped_key is not null or sealed_name is not null)',
    [ids],
  );
  assert.equal(keys.rowCount, 0);
});

test('nothing of all this was an error of the server', () => {
  assert.deepEqual(kit.errors, []);
});
