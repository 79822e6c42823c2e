import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { busyFault } from '../busy.ts';
import { openLog } from '../log.ts';
import { accessLog } from './access-log.ts';
import { isBodyTooLarge, limitBody } from './limit-body.ts';
import { platformProblems, problemResponse } from './problem.ts';
import { refuseForeignOrigin } from './refuse-foreign-origin.ts';
import { type RequestIdVariables, requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

const lines: string[] = [];
const app = new Hono<{ Variables: RequestIdVariables }>();
app.use(requestId(), accessLog(openLog({ write: (line) => lines.push(line), human: false })));
app.use(
  securityHeaders(() => false),
  refuseForeignOrigin(),
  limitBody(1000),
);
app.post('/gema', async (c) => c.text(String((await c.req.text()).length)));
app.get('/lacak/:ticket', (c) => c.text('ada'));
app.get('/rusak', () => {
  throw new Error('Budi 0812-0000-0011 tidak ditemukan');
});
app.get('/penuh', () => {
  throw busyFault();
});
app.onError((error, c) =>
  problemResponse(
    isBodyTooLarge(error) ? platformProblems.bodyTooLarge : platformProblems.fault,
    c.get('requestId'),
  ),
);
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
await new Promise((done) => server.once('listening', done));
const address = server.address();
assert.ok(address !== null && typeof address === 'object');
const { port } = address;
after(() => {
  server.close();
  // One that never ended would keep this process alive for ever.
  if ('closeAllConnections' in server) server.closeAllConnections();
});

/** A raw request, since fetch sets its own Origin and lengths. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  chunks: readonly string[] = [],
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((done, fail) => {
    // A connection of its own: a kept one may be closed by the server at the moment when it is taken again.
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += chunk));
      // An answer that is cut off never ends, and says so to nobody who does not listen.
      answer.on('error', fail);
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    outgoing.on('error', fail);
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
}

test('a body within the limit passes, declared or chunked', async () => {
  const declared = await send('POST', '/gema', { 'content-length': '1000' }, ['x'.repeat(1000)]);
  assert.deepEqual([declared.status, declared.body], [200, '1000']);
  const chunked = await send('POST', '/gema', { 'transfer-encoding': 'chunked' }, [
    'x'.repeat(500),
    'y'.repeat(500),
  ]);
  assert.deepEqual([chunked.status, chunked.body], [200, '1000']);
});

test('a larger body is refused with 413, declared or chunked', async () => {
  const declared = await send('POST', '/gema', { 'content-length': '1001' }, ['x'.repeat(1001)]);
  const chunked = await send('POST', '/gema', { 'transfer-encoding': 'chunked' }, [
    'x'.repeat(600),
    'y'.repeat(600),
  ]);
  for (const answer of [declared, chunked]) {
    assert.equal(answer.status, 413);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.equal(JSON.parse(answer.body).code, 'body-too-large');
  }
});

const host = `127.0.0.1:${port}`;
const origins = [
  ['the same site', { 'sec-fetch-site': 'same-origin' }, 200],
  ['typed by hand', { 'sec-fetch-site': 'none' }, 200],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: `http://${host}` }, 403],
  ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['an old browser on our page', { origin: `http://${host}`, cookie: 'a=b' }, 200],
  ['an old browser on another page', { origin: 'http://jahat.example' }, 403],
  ['a page without origin', { origin: 'null' }, 403],
  ['a program', {}, 200],
  ['something without origin that has a cookie', { cookie: 'sesi=1' }, 403],
] as const;
for (const [who, headers, status] of origins) {
  test(`a form sent by ${who} gets ${status}`, async () => {
    assert.equal((await send('POST', '/gema', { ...headers, 'content-length': '1' }, ['x'])).status, status);
  });
}

test('every answer carries the policy without inline script, also an error', async () => {
  for (const path of ['/lacak/TBL-1', '/rusak', '/tidak-ada']) {
    const { headers } = await send('GET', path, {});
    assert.match(
      String(headers['content-security-policy']),
      /^default-src 'self'; img-src 'self' blob: data:/,
    );
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin');
    assert.match(String(headers['x-request-id']), /^[\da-f-]{36}$/);
  }
});

test('the log names the route and not the ticket, the place of an error and not its words', async () => {
  lines.length = 0;
  await send('GET', '/lacak/TBL-RAHASIA?rahasia=kata-sandi', {});
  await send('GET', '/rusak', {});
  const text = lines.join('');
  assert.match(text, /"route":"\/lacak\/:ticket","status":200/);
  assert.match(text, /"status":500.*http\.http\.test\.ts/);
  assert.doesNotMatch(text, /RAHASIA|kata-sandi|Budi|0812-0000/);
});

test('a flood and a client that hangs up are counted in one line a second, without a stack', async () => {
  lines.length = 0;
  await Promise.all(Array.from({ length: 5 }, () => send('GET', '/penuh', {})));
  const broken = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/gema',
    headers: { 'content-length': '9' },
  });
  broken.on('error', () => undefined);
  broken.write('x');
  await new Promise((done) => setTimeout(done, 200));
  broken.destroy();
  await new Promise((done) => setTimeout(done, 1_500));
  assert.equal(lines.length, 1, lines.join(''));
  assert.match(lines[0] ?? '', /"level":"info","event":"turned-away","busy":5,"broken-off":1/);
});
