import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

const PATH = '/api/v1/offices/tabalong/complaints';
const send = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  kit.app.request(PATH, jsonPost(body, headers));
const bearer = async (role: string) => ({ authorization: `Bearer ${await kit.token(role)}` });

test('a complaint by API answers with ticket, secret, receipt and every limit that runs', async () => {
  const answer = await send({ channel: 'website', text: 'Bantuan belum cair.' });
  const body = await answer.json();
  assert.equal(answer.status, 201);
  assert.equal(body.receivedAt, '2026-04-06T09:00:00+08:00');
  assert.deepEqual(
    body.due.map((one: { clock: string; dueAt: string }) => [one.clock, one.dueAt]),
    [
      ['statute-response', '2026-04-20T24:00:00+08:00'],
      ['office', '2026-04-24T16:30:00+08:00'],
    ],
  );
});

test('a repeat under the same key gets the same answer, secret included; another body under it is an error', async () => {
  const key = { 'idempotency-key': 'ulang-1-ulang-1-ulang-1' };
  const first = await (await send({ channel: 'website', text: 'Satu.' }, key)).json();
  const again = await (await send({ channel: 'website', text: 'Satu.' }, key)).json();
  const other = await send({ channel: 'website', text: 'Dua.' }, key);
  assert.deepEqual(again, first);
  assert.equal(other.status, 422);
  assert.equal((await other.json()).code, 'idempotency-key-reused');
});

test("without a token a key is one that nobody else thinks of; with one it is the holder's own", async () => {
  const told = { channel: 'website', text: 'Kunci.' };
  for (const key of ['1', 'x'.repeat(21), 'x'.repeat(201), `${'x'.repeat(30)} 1`]) {
    const answer = await send(told, { 'idempotency-key': key });
    const problem = await answer.json();
    assert.deepEqual([answer.status, problem.errors?.[0]?.field], [422, 'Idempotency-Key'], key);
    assert.match(problem.errors[0].message, /22 sampai 200/);
  }
  const uuid = '0b9f6a52-3f0e-4c57-9d0e-6f4a1c2b7d11';
  assert.equal((await send(told, { 'idempotency-key': uuid })).status, 201);
  const clerk = await bearer('petugas-loket');
  assert.equal((await send(told, { ...clerk, 'idempotency-key': '1' })).status, 201);
});

test('errors are problem+json with a code, and validation names the field', async () => {
  const cases: readonly (readonly [RequestInit, number, string, string?])[] = [
    [jsonPost({ channel: 'website' }), 422, 'validation-failed', 'text'],
    [jsonPost({ channel: 'merpati', text: 'x' }), 422, 'validation-failed', 'channel'],
    [
      jsonPost({ channel: 'website', text: 'x', occurredOn: '2026-02-30' }),
      422,
      'validation-failed',
      'occurredOn',
    ],
    [
      jsonPost({ channel: 'website', text: 'x', reporters: [{ phone: 'abc' }] }),
      422,
      'validation-failed',
      'reporters.0.phone',
    ],
    [jsonPost({ channel: 'loket', text: 'x' }), 403, 'channel-not-for-public'],
    [jsonPost({ channel: 'website', text: 'x', protected: true }), 403, 'staff-field'],
    [jsonPost({ channel: 'website', text: 'x', service: 'tidak-ada' }), 422, 'unknown-service', 'service'],
    [{ ...jsonPost({}), body: '{"channel":' }, 400, 'malformed-json'],
    [{ method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'halo' }, 415, 'not-json'],
    [
      { ...jsonPost({}), headers: { 'content-type': 'application/json', 'content-length': '1000001' } },
      413,
      'body-too-large',
    ],
    // Each letter of the longest text written as an escape fits.
    [
      { ...jsonPost({}), body: `{"text":"${'\\u0061'.repeat(20_000)}"}` },
      422,
      'validation-failed',
      'channel',
    ],
  ];
  for (const [init, status, code, field] of cases) {
    const answer = await kit.app.request(PATH, init);
    assert.match(answer.headers.get('content-type') ?? '', /application\/problem\+json/, code);
    const body = await answer.json();
    assert.deepEqual([answer.status, body.code], [status, code]);
    if (field !== undefined) assert.equal(body.errors?.[0]?.field, field);
  }
  assert.equal((await kit.app.request('/api/v1/offices/atlantis/complaints', jsonPost({}))).status, 404);
});

test('a wrong secret answers as a missing ticket does', async () => {
  const { ticket } = await (await send({ channel: 'website', text: 'Satu.' })).json();
  const read = (path: string, secret: string) =>
    kit.app.request(`/api/v1/complaints/${path}`, { headers: { 'x-ticket-secret': secret } });
  const [wrong, missing] = [
    await read(ticket, 'AAAA-BBBB-CCCC'),
    await read('TBL-2222-2222', 'AAAA-BBBB-CCCC'),
  ];
  const [a, b] = [await wrong.json(), await missing.json()];
  assert.deepEqual([wrong.status, a.code, a.title], [missing.status, b.code, b.title]);
  assert.equal(wrong.status, 404);
});

test('the in-person SOP runs by API from counter to file, each step once and with its version', async () => {
  const clerk = await bearer('petugas-loket');
  const chief = await bearer('koordinator');
  const unit = await bearer('kepala-bidang');
  const taken = await send(
    { channel: 'loket', text: 'Bantuan belum cair.', reporters: [{ name: 'Siti Contoh' }] },
    clerk,
  );
  const { ticket } = await taken.json();
  const run = async (operation: string, body: unknown, headers: Readonly<Record<string, string>>) => {
    const answer = await kit.app.request(
      `/api/v1/complaints/${ticket}/${operation}`,
      jsonPost(body, headers),
    );
    return { status: answer.status, body: await answer.json() };
  };
  const units = kit.desk.offices;
  const office = await units.bySlug('tabalong', kit.clock.now);
  const unitKey = office?.data.units[0]?.key;
  const registered = await run('register', {}, clerk);
  assert.equal(registered.status, 200);
  assert.ok(registered.body.registerNumber);
  const again = await run('register', {}, clerk);
  assert.equal(again.status, 409);
  const stale = await run('forward', {}, { ...clerk, 'if-match': '"1"' });
  assert.deepEqual([stale.status, stale.body.code], [409, 'version-conflict']);
  assert.equal(
    (await run('forward', {}, { ...clerk, 'if-match': `"${registered.body.version}"` })).status,
    200,
  );
  assert.equal((await run('close', { outcome: 'resolved' }, chief)).status, 409);
  assert.equal((await run('dispose', { unit: unitKey }, chief)).status, 200);
  assert.equal((await run('submit-answer', { text: 'Sudah diusulkan kembali.' }, unit)).status, 200);
  assert.equal((await run('answer', { way: 'oral' }, chief)).status, 200);
  assert.equal((await run('close', { outcome: 'resolved' }, chief)).status, 200);
  const filed = await run('file', {}, chief);
  assert.deepEqual([filed.status, filed.body.status], [200, 'filed']);
  const read = await (await kit.app.request(`/api/v1/complaints/${ticket}`, { headers: chief })).json();
  assert.equal(read.outcome, 'resolved');
  assert.ok(!JSON.stringify(read).includes('Siti Contoh'), 'names stay in the vault');
});

test('answered at the desk is one act: registered, answered and closed', async () => {
  const clerk = await bearer('petugas-loket');
  const body = {
    channel: 'loket',
    kind: 'pengaduan',
    service: 'pbi-jk',
    text: 'Kartu nonaktif.',
    answeredAtDesk: { text: 'Dijelaskan cara mengaktifkan.', way: 'oral', outcome: 'explained' },
  };
  const answer = await send(body, { ...clerk, 'idempotency-key': 'meja-1' });
  const taken = await answer.json();
  assert.equal(answer.status, 201, JSON.stringify(taken));
  assert.ok(taken.registerNumber);
  const read = await (await kit.app.request(`/api/v1/complaints/${taken.ticket}`, { headers: clerk })).json();
  assert.deepEqual([read.status, read.outcome], ['closed', 'explained']);
});

test('the inbox pages by keyset and never shows a case twice', async () => {
  const chief = await bearer('koordinator');
  for (let one = 0; one < 5; one += 1) await send({ channel: 'website', text: `Nomor ${one}.` });
  const seen: string[] = [];
  let cursor = '';
  do {
    const answer = await kit.app.request(`${PATH}?limit=3${cursor}`, { headers: chief });
    const body = await answer.json();
    seen.push(...body.complaints.map((one: { ticket: string }) => one.ticket));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length >= 5);
  assert.equal((await kit.app.request(`${PATH}?limit=0`, { headers: chief })).status, 422);
  assert.equal((await kit.app.request(`${PATH}?cursor=omong-kosong`, { headers: chief })).status, 422);
  assert.equal((await kit.app.request(PATH)).status, 401);
});

test('no input of any shape makes a fault', async () => {
  const chief = await bearer('koordinator');
  const json = fc.jsonValue({ maxDepth: 3 });
  const key = fc.constantFrom(
    'channel',
    'kind',
    'text',
    'reporters',
    'occurredOn',
    'receivedAt',
    'service',
    'place',
    'answeredAtDesk',
    'attachments',
    'urgent',
  );
  const body = fc.oneof(
    json,
    fc.dictionary(
      key,
      fc.oneof(
        json,
        fc.constantFrom('website', 'loket', 'pengaduan', '\u0000', '\ud800', '2026-04-01', '9999-99-99'),
      ),
    ),
  );
  const operation = fc.constantFrom(
    'register',
    'verify',
    'dispose',
    'answer',
    'close',
    'mark',
    'correct',
    'merge',
    'review/start',
    'investigation/sanction',
    'reply',
    'xx',
  );
  const { ticket } = await (await send({ channel: 'website', text: 'Sasaran.' })).json();
  await fc.assert(
    fc.asyncProperty(body, operation, fc.string({ maxLength: 40 }), async (value, act, text) => {
      const answers = await Promise.all([
        send(value, chief),
        kit.app.request(`/api/v1/complaints/${ticket}/${act}`, jsonPost(value, chief)),
        kit.app.request(`/api/v1/complaints/${encodeURIComponent(text)}`, { headers: chief }),
        kit.app.request(`${PATH}?q=${encodeURIComponent(text)}&cursor=${encodeURIComponent(text)}`, {
          headers: chief,
        }),
      ]);
      for (const answer of answers)
        assert.ok(answer.status < 500, `${answer.status} ${JSON.stringify(value)} ${act}`);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(kit.errors, []);
});

test('the OpenAPI document is 3.1 and names every operation of the contract', async () => {
  const document = await (await kit.app.request('/api/v1/openapi.json')).json();
  assert.equal(document.openapi, '3.1.0');
  for (const path of [
    '/api/v1/offices/{office}/complaints',
    '/api/v1/complaints/{ticket}',
    '/api/v1/complaints/{ticket}/messages',
    '/api/v1/complaints/{ticket}/answer-at-desk',
    '/api/v1/complaints/{ticket}/review/decide',
    '/api/v1/complaints/{ticket}/investigation/sanction',
    '/api/v1/complaints/{ticket}/merge',
  ]) {
    assert.ok(document.paths[path], path);
  }
});

test('half of a letter in any field is kept as U+FFFD and breaks no page, list or report of the office', async () => {
  const clerk = await bearer('petugas-loket');
  const chief = await bearer('koordinator');
  const half = 'x\ud800y';
  const answers = await Promise.all([
    send({
      channel: 'website',
      text: half,
      reporters: [{ name: half, address: half }],
      concerns: [{ name: half, relation: half }],
      respondents: [{ name: half, position: half }],
      safeContact: half,
    }),
    send(
      { channel: 'loket', text: half, lateEntryReason: half, receivedAt: '2026-04-01T09:00:00+08:00' },
      clerk,
    ),
    send({ channel: 'website', text: 'x', sourceNumber: half }, clerk),
    send({ channel: 'website', text: 'x', place: half }, clerk),
    send({ channel: 'website', text: 'x', [half]: half, kind: half }),
  ]);
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [201, 201, 422, 422, 422],
  );
  const [first] = answers;
  assert.ok(first);
  const { ticket } = await first.json();
  const missing = { completeness: 'incomplete', missing: [half] };
  assert.equal(
    (await kit.app.request(`/api/v1/complaints/${ticket}/verify`, jsonPost(missing, chief))).status,
    200,
  );
  const cookie = await kit.signIn('koordinator', 'petugas-loket');
  for (const path of [
    '/petugas',
    `/petugas?q=${encodeURIComponent('x')}%00%ED%A0%80`,
    '/petugas/loket',
    `/petugas/kasus/${ticket}`,
    '/petugas/laporan?jenis=bulanan&masa=2026-04',
    '/pantau/tabalong',
  ]) {
    const answer = await kit.app.request(path, { headers: { cookie } });
    assert.ok(answer.status < 500, `${answer.status} ${path}`);
  }
  for (const path of [PATH, `/api/v1/complaints/${ticket}`]) {
    const answer = await kit.app.request(path, { headers: chief });
    assert.equal(answer.status, 200, path);
    assert.ok((await answer.text()).isWellFormed());
  }
  const { rows } = await kit.desk.owner.query(`select state ->> 'ticket' ticket from complaint_case`);
  assert.ok(rows.length > 0);
  assert.deepEqual(kit.errors, []);
});

test('what stands in the history for ever holds no number and no name of a person', async () => {
  const clerk = await bearer('petugas-loket');
  const chief = await bearer('koordinator');
  for (const sourceNumber of ['081200000011', '0812-0000-0011', '6300000000000001', 'Siti, Murung Pudak']) {
    const answer = await send({ channel: 'loket', text: 'x', sourceNumber }, clerk);
    const body = await answer.json();
    assert.deepEqual([answer.status, body.errors?.[0]?.field], [422, 'sourceNumber'], sourceNumber);
  }
  const complaint = {
    channel: 'website',
    text: 'Bantuan belum cair.',
    concerns: [{ name: 'Budi Contoh', relation: 'keponakan 0812-0000-0011' }, { relation: 'Ibu' }],
  };
  const { ticket, ticketSecret } = await (await send(complaint)).json();
  const run = (operation: string, body: unknown) =>
    kit.app.request(`/api/v1/complaints/${ticket}/${operation}`, jsonPost(body, chief));
  const missing = ['KTP 6300000000000001', 'hubungi 0812 0000 0011', 'nama@contoh.id', 'kartu Siti Contoh'];
  assert.equal((await run('verify', { completeness: 'incomplete', missing })).status, 200);
  assert.equal((await run('verify', { completeness: 'incomplete', missing: ['x'.repeat(81)] })).status, 422);
  const own = { headers: { 'x-ticket-secret': ticketSecret } };
  const seen = await (await kit.app.request(`/api/v1/complaints/${ticket}`, own)).json();
  assert.deepEqual(seen.missing, missing, 'the complainant reads what to bring');
  assert.equal(seen.timeline.at(-1).detail, missing.join('; '));
  assert.equal((await run('refer', { way: 'directed', body: 'x', reference: '081200000011' })).status, 422);
  const { rows } = await kit.desk.owner.query<{ text: string }>(
    `select string_agg(body, '') text from case_event where case_id = (select case_id from complaint_case where ticket = $1)`,
    [ticket],
  );
  assert.doesNotMatch(rows[0]?.text ?? '', /keponakan|0812|6300|nama@|Siti/);
  assert.match(rows[0]?.text ?? '', /"lain"/);
  assert.match(rows[0]?.text ?? '', /"orang tua"/);
});

test('ids that name nothing are refused with their field', async () => {
  const chief = await bearer('koordinator');
  const nobody = '01960000-0000-7000-8000-000000000001';
  const files = await send({ channel: 'website', text: 'x', attachments: [nobody] });
  assert.deepEqual([files.status, (await files.json()).errors[0].field], [422, 'attachments.0']);
  const late = await send(
    { channel: 'website', text: 'x', receivedBy: nobody },
    await bearer('petugas-loket'),
  );
  assert.deepEqual([late.status, (await late.json()).errors[0].field], [422, 'receivedBy']);
  const { ticket } = await (await send({ channel: 'website', text: 'Sasaran.' })).json();
  for (const [operation, body, field] of [
    ['dispose', { unit: 'linjamsos', owner: nobody }, 'owner'],
    ['follow-up', { text: 'x', attachments: [nobody] }, 'attachments.0'],
    ['review/start', { reviewers: [nobody] }, 'reviewers.0'],
    ['review/decide', { decision: 'audit', readers: [nobody] }, 'readers.0'],
    [
      'investigation/assign',
      { investigators: [{ account: nobody }], from: '2026-04-07', to: '2026-04-08' },
      'investigators.0.account',
    ],
  ] as const) {
    const answer = await kit.app.request(`/api/v1/complaints/${ticket}/${operation}`, jsonPost(body, chief));
    const problem = await answer.json();
    assert.deepEqual([answer.status, problem.errors?.[0]?.field], [422, field], operation);
  }
});

test('a key of an operation is refused when it is too long, not cut', async () => {
  const chief = await bearer('koordinator');
  const { ticket } = await (await send({ channel: 'website', text: 'Sasaran.' })).json();
  for (const key of ['x'.repeat(201), ' ']) {
    const answer = await kit.app.request(
      `/api/v1/complaints/${ticket}/follow-up`,
      jsonPost({ text: 'x' }, { ...chief, 'idempotency-key': key }),
    );
    assert.deepEqual([answer.status, (await answer.json()).errors?.[0]?.field], [422, 'Idempotency-Key']);
  }
});

test('requests with one token share a look at it; from the moment it is revoked none passes', async () => {
  const headers = await bearer('front-office');
  const sendMany = async () => {
    const body = { channel: 'whatsapp', text: 'Bantuan belum cair.' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(body, headers)));
    return answers.map(({ status }) => status);
  };
  assert.deepEqual(await sendMany(), [201, 201, 201, 201, 201, 201]);
  await kit.desk.owner.query('update api_token set revoked_at = now()');
  assert.deepEqual(await sendMany(), [401, 401, 401, 401, 401, 401]);
});
