import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { jsonPost, openWebKit } from '../../../test/web-kit.ts';

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
  const key = { 'idempotency-key': 'ulang-1' };
  const first = await (await send({ channel: 'website', text: 'Satu.' }, key)).json();
  const again = await (await send({ channel: 'website', text: 'Satu.' }, key)).json();
  const other = await send({ channel: 'website', text: 'Dua.' }, key);
  assert.deepEqual(again, first);
  assert.equal(other.status, 422);
  assert.equal((await other.json()).code, 'idempotency-key-reused');
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
      { ...jsonPost({}), headers: { 'content-type': 'application/json', 'content-length': '1100000' } },
      413,
      'body-too-large',
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
  assert.equal((await kit.app.request(`${PATH}?cursor=omong-kosong`, { headers: chief })).status, 200);
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
