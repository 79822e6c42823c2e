import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openClientAddress, openIsHere, openIsSecure } from './client-address.ts';
import { isProxySetting } from './is-proxy-setting.ts';

const alone = openClientAddress([]);
const behind = openClientAddress(['10.1.0.0/16', '2001:db8:9::7']);
const app = new Hono();
app.get('/', (c) => c.json({ address: alone(c), local: openIsHere([])(c) }));
const server = createAdaptorServer({ fetch: app.fetch, createServer });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
after(() => void server.close());
const at = server.address();
const base = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}/`;

/** What is answered to somebody at this network address who sends this header. */
async function seen(clientAddress: typeof alone, peer: string, forwarded?: string): Promise<string | null> {
  const asked = new Hono();
  asked.get('/', (c) => c.json(clientAddress(c)));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const incoming = { socket: { remoteAddress: peer } };
  return (await asked.request('/', { headers }, { incoming })).json();
}

test('this machine is one sender, whichever of its addresses is taken; behind a proxy on it the last named client counts', async () => {
  assert.deepEqual(await (await fetch(base)).json(), { address: '127.0.0.1', local: true });
  for (const peer of ['127.0.0.1', '127.8.0.3', '::1', '::ffff:127.0.0.2'])
    for (const named of [undefined, '127.9.9.9', '::1'])
      assert.equal(await seen(alone, peer, named), '127.0.0.1', `${peer} ${named}`);
  const answer = await fetch(base, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } });
  assert.deepEqual(await answer.json(), { address: '203.0.113.9', local: false });
});

/** What is answered to a proxy on this machine that sends these headers. */
function through(headers: Readonly<Record<string, string>>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(base, { headers: { connection: 'close', ...headers } }, async (answer) =>
      resolve(JSON.parse((await answer.toArray()).join(''))),
    );
    sent.on('error', reject).end();
  });
}

test('a proxy on this machine that names nobody is no program on it: all behind it are counted as one', async () => {
  const counted = { address: '127.0.0.1', local: false };
  for (const headers of [
    { host: 'pengaduan.example.go.id' },
    { host: 'localhost' },
    { host: '127.0.0.1:8080' },
    { via: '1.1 proksi' },
    { forwarded: 'for=unknown' },
    { 'x-real-ip': '203.0.113.9' },
    { 'x-forwarded-proto': 'https' },
    { 'x-forwarded-for': 'unknown' },
  ])
    assert.deepEqual(await through(headers), counted, JSON.stringify(headers));
  assert.deepEqual(await through({}), { address: '127.0.0.1', local: true });
});

test('nginx as it comes, which tells neither Host nor address, is known by its HTTP/1.0', async () => {
  const { port, host } = new URL(base);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`GET / HTTP/1.0\r\nHost: ${host}\r\n\r\n`);
  assert.match((await socket.toArray()).join(''), /"address":"127\.0\.0\.1","local":false/);
});

test('where a proxy on this machine is named in the settings, nobody is taken for this machine', async () => {
  const incoming = { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 3000 } };
  const asked = async (...proxies: string[]): Promise<unknown> => {
    const own = new Hono().get('/', (c) => c.json([openClientAddress(proxies)(c), openIsHere(proxies)(c)]));
    return (await own.request('/', { headers: { host: '127.0.0.1:3000' } }, { incoming })).json();
  };
  assert.deepEqual(await asked(), ['127.0.0.1', true]);
  assert.deepEqual(await asked('10.0.0.5'), ['127.0.0.1', true]);
  assert.deepEqual(await asked('127.0.0.1'), ['127.0.0.1', false]);
  assert.deepEqual(await asked('10.0.0.5', '127.0.0.0/8'), ['127.0.0.1', false]);
});

test('a request without a socket has no address and is not local', async () => {
  assert.deepEqual(await (await app.request('/')).json(), { address: null, local: false });
});

test('from anywhere else the header is not believed, unless that proxy is named in the settings', async () => {
  assert.equal(await seen(alone, '10.1.2.3', '203.0.113.9'), '10.1.2.3');
  assert.equal(await seen(behind, '198.51.100.7', '203.0.113.9'), '198.51.100.7');
  for (const peer of ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8:9::7']) {
    assert.equal(await seen(behind, peer, '203.0.113.9'), '203.0.113.9', peer);
  }
});

test('only the last that is no proxy of ours counts: what stands before it the client may have made up', async () => {
  assert.equal(await seen(behind, '10.1.2.3', '192.0.2.66, 203.0.113.9, 10.1.9.9'), '203.0.113.9');
  assert.equal(await seen(behind, '127.0.0.1', '127.0.0.1, 203.0.113.9, ::ffff:10.1.9.9'), '203.0.113.9');
  assert.equal(await seen(behind, '10.1.2.3', '10.1.4.4, 10.1.9.9'), '10.1.4.4');
});

test('ports and brackets of a proxy are no part of the address, and a proxy that names nobody counts itself', async () => {
  assert.equal(await seen(behind, '10.1.2.3', '203.0.113.9:51034'), '203.0.113.9');
  assert.equal(await seen(behind, '10.1.2.3', '[2001:db8::1]:51034'), '2001:db8::1');
  for (const nobody of [undefined, '', 'unknown', '203.0.113.9, _hidden']) {
    assert.equal(await seen(behind, '10.1.2.3', nobody), '10.1.2.3', nobody);
  }
});

test('https before a proxy is believed of a proxy of ours only, and when each of them speaks it', async () => {
  const [proxied, own] = [openIsSecure(['10.1.0.0/16'], { tls: false }), openIsSecure([], { tls: true })];
  const spoken = async (isSecure: typeof own, peer: string, proto?: string): Promise<boolean> => {
    const asked = new Hono();
    asked.get('/', (c) => c.json(isSecure(c)));
    const headers = proto === undefined ? {} : { 'x-forwarded-proto': proto };
    return (await asked.request('/', { headers }, { incoming: { socket: { remoteAddress: peer } } })).json();
  };
  assert.equal(await spoken(own, '198.51.100.7'), true);
  assert.equal(await spoken(proxied, '198.51.100.7', 'https'), false);
  for (const peer of ['10.1.2.3', '127.0.0.1', '::ffff:10.1.2.3'])
    for (const [proto, wanted] of [
      ['https', true],
      ['HTTPS, https', true],
      ['http', false],
      ['https, http', false],
      ['', false],
      [undefined, false],
    ] as const)
      assert.equal(await spoken(proxied, peer, proto), wanted, `${peer} ${proto}`);
});

test('a setting names addresses and networks, never the whole internet', () => {
  const fine = ['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'];
  const wrong = [
    '',
    'proksi',
    '10.0.0',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fd00::/129',
  ];
  assert.deepEqual([...fine, ...wrong].filter(isProxySetting), fine);
});
