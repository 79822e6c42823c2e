import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Hono } from 'hono';
import { formPost, jsonPost, openWebKit } from '../../test/web-kit.ts';
import { rowForged } from '../features/cases/store/open-state.ts';
import { sealDevices } from '../features/people/carried-form.ts';
import { busyFault } from '../platform/busy.ts';
import { newRecordKey, open, seal } from '../platform/crypto.ts';
import { BODY_BYTES } from '../platform/http/request-limits.ts';
import { uuidv7 } from '../platform/ids.ts';
import { answerFault } from './error-answers.tsx';

const kit = await openWebKit({ after });

/** A server whose doors throw what the database, its pool or a queue throws. */
function serverThatThrows(error: Error) {
  const app = new Hono();
  app.onError(answerFault(kit.desk));
  app.all('*', () => {
    throw error;
  });
  return app;
}

const codedError = (code: string) => Object.assign(new Error('canceling statement'), { code });

const PASSING = [
  ['a full queue', busyFault(), 'busy'],
  ['a statement that took too long', codedError('57014'), 'busy'],
  ['a lock that was held too long', codedError('55P03'), 'busy'],
  ['no free connection', new Error('timeout exceeded when trying to connect'), 'busy'],
  ['a database that is away', codedError('ECONNREFUSED'), 'unavailable'],
] as const;

for (const [what, error, code] of PASSING) {
  test(`${what} is answered by 503 with Retry-After, to programs and to people`, async () => {
    const app = serverThatThrows(error);
    const problem = await app.request('/api/v1/offices/tabalong/complaints', jsonPost({}));
    assert.deepEqual([problem.status, problem.headers.get('retry-after')], [503, '5']);
    const body: { code: string } = JSON.parse(await problem.text());
    assert.equal(body.code, code);
    const answer = await app.request('/lapor');
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5']);
    assert.match(await answer.text(), /Tunggu beberapa detik/);
  });
}

test('a body of 1 MB passes every door, one byte more is 413', async () => {
  const api = '/api/v1/offices/tabalong/complaints';
  for (const path of ['/lapor', '/lacak', '/petugas/masuk', '/petugas/loket', api]) {
    const post = (length: number) => {
      const form = formPost({});
      const headers = { ...form.headers, 'content-length': String(length) };
      return kit.app.request(path, { ...form, headers });
    };
    assert.notEqual((await post(1_000_000)).status, 413, path);
    assert.equal((await post(1_000_001)).status, 413, path);
  }
});

test('the refusal of a body that is too large says the limits that hold', async () => {
  const headers = { 'content-type': 'application/json', 'content-length': String(BODY_BYTES + 1) };
  const problem = await kit.app.request('/api/v1/offices/tabalong/complaints', { ...jsonPost({}), headers });
  assert.match(
    (await problem.json()).detail,
    new RegExp(`paling besar ${BODY_BYTES / 1_000_000} MB.* 20\\.000`),
  );
  const form = formPost({});
  const page = await kit.app.request('/lapor', { ...form, headers: { ...form.headers, ...headers } });
  assert.match(await page.text(), /paling panjang 20\.000 huruf/);
});

test('a text beyond its length is a 422 with a sentence at once, of letters or of marks over letters', async () => {
  for (const text of ['a'.repeat(900_000), `a${'\u0323\u0301'.repeat(15)}`.repeat(14_000)]) {
    const spent = process.cpuUsage();
    const body = JSON.stringify({ channel: 'website', text });
    const api = await kit.app.request('/api/v1/offices/tabalong/complaints', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
    });
    const { errors } = await api.json();
    assert.deepEqual([api.status, errors[0].field], [422, 'text']);
    assert.match(errors[0].message, /20\.?000/);
    const form = new FormData();
    form.set('office', 'tabalong');
    form.set('text', text);
    const page = await kit.app.request('/lapor', { method: 'POST', body: form });
    assert.equal(page.status, 422);
    assert.match(await page.text(), /20\.?000/);
    assert.ok(process.cpuUsage(spent).user < 5_000_000);
  }
});

test('of a stranger to a staff page nothing is read: not what does not tell its length, not what nobody worked at', async () => {
  const { desk } = kit;
  const worked = `sesi-tadi=${sealDevices(desk.keyring, [{ account: uuidv7(), at: desk.clock() }])}`;
  const told = formPost({ unit: 'Bidang Contoh' }, worked);
  const untold = new Headers(told.headers);
  untold.delete('content-length');
  const carries = async (form: RequestInit): Promise<boolean> => {
    const answer = await kit.app.request('/petugas/sandi', form);
    assert.equal(answer.status, 403);
    return (await answer.text()).includes('name="isian"');
  };
  assert.equal(await carries(told), true);
  assert.equal(await carries({ ...told, headers: untold }), false);
  assert.equal(await carries(formPost({ unit: 'Bidang Contoh' })), false);
  assert.equal(await carries(formPost({ unit: 'Bidang Contoh' }, 'sesi-tadi=khayalan')), false);
});

test('what is no file takes at the import page the room and the turn of every other form', async () => {
  const { desk } = kit;
  const worked = `sesi-tadi=${sealDevices(desk.keyring, [{ account: uuidv7(), at: desk.clock() }])}`;
  const send = async (unit: string) =>
    (await kit.app.request('/petugas/impor', formPost({ unit }, worked))).status;
  assert.equal(await send('Bidang Contoh'), 403);
  assert.equal(await send('a'.repeat(BODY_BYTES)), 413);
});

test('a fault of ours stays a 500 that nobody is asked to repeat', async () => {
  const answer = await serverThatThrows(new Error('broken')).request('/lapor');
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [500, null]);
});

test('data whose seal does not open is a page that says so and who can help, with nothing of the data', async () => {
  const sealed = seal(newRecordKey(), 'Warga Contoh', 'a');
  const app = new Hono();
  app.onError(answerFault(kit.desk));
  app.all('*', (c) => c.text(open(newRecordKey(), sealed, 'a').toString()));
  const answer = await app.request('/petugas/kasus/X');
  const text = await answer.text();
  assert.equal(answer.status, 500);
  assert.match(text, /tidak dapat dibuka/);
  assert.match(text, /verify/);
  assert.doesNotMatch(text, /Coba lagi/);
});

test('a record changed outside Tanggap is told as that, to programs and to people, and nobody is asked to repeat', async () => {
  const app = serverThatThrows(rowForged(uuidv7()));
  const problem = await app.request('/api/v1/offices/tabalong/complaints', jsonPost({}));
  assert.deepEqual([problem.status, (await problem.json()).code], [500, 'row-forged']);
  const answer = await app.request('/petugas/kasus/X');
  const text = await answer.text();
  assert.equal(answer.status, 500);
  assert.match(text, /diubah di luar Tanggap/);
  assert.match(text, /verify/);
  assert.doesNotMatch(text, /Coba lagi/);
});

test('what goes wrong on a staff page leads back to the work, on a public one to the home page', async () => {
  for (const [path, way] of [
    ['/petugas/tidak-ada', '/petugas'],
    ['/tidak-ada', '/'],
  ] as const) {
    const answer = await kit.app.request(path);
    assert.equal(answer.status, 404, path);
    assert.match(await answer.text(), new RegExp(`<a class="govuk-link" href="${way}">`));
  }
});
