import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openWebKit } from '../../test/web-kit.ts';
import { openClientBudget } from '../platform/http/client-budget.ts';
import { limitBody } from '../platform/http/limit-body.ts';
import { BODIES_BYTES, BODIES_OF_CLIENT_BYTES, BODY_BYTES } from '../platform/http/request-limits.ts';

const kit = await openWebKit({ after });
const port = await listen((request, env) => kit.app.fetch(request, env));
const OF_CLIENT = BODIES_OF_CLIENT_BYTES / BODY_BYTES;
const OF_ALL = BODIES_BYTES / BODY_BYTES;

async function listen(fetch: Parameters<typeof createAdaptorServer>[0]['fetch']): Promise<number> {
  const server = createAdaptorServer({ fetch, createServer });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  after(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  const at = server.address();
  return at !== null && typeof at === 'object' ? at.port : 0;
}

type Sender = {
  readonly socket: Socket;
  /** All that came until the connection ended or `what` was in it. */
  readonly answer: (what?: string) => Promise<string>;
};

/** The head of a body and its first bytes, never all of it. */
function begin(at: number, path: string, headers: Readonly<Record<string, string | number>>): Sender {
  const socket = connect(at, '127.0.0.1');
  const lines = Object.entries({ host: 'pengaduan.example.go.id', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n`);
  if (headers['content-length'] !== undefined) socket.write('text=');
  let text = '';
  let gone = false;
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  socket.on('close', () => (gone = true));
  after(() => void socket.destroy());
  const answer = async (what?: string) => {
    for (let round = 0; round < 500 && !gone && (what === undefined || !text.includes(what)); round += 1) {
      await wait(10);
    }
    return text;
  };
  return { socket, answer };
}

const form = (address: string) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': BODY_BYTES,
  'x-forwarded-for': address,
});
/** All of a longest body but its end. */
function beginForm(address: string): Sender {
  const sender = begin(port, '/lapor', form(address));
  sender.socket.write('x'.repeat(BODY_BYTES - 100));
  return sender;
}

/** A whole short complaint; what is answered. */
async function complain(address: string): Promise<string> {
  const body = 'office=tabalong&text=Air+mati.';
  const head = Object.entries({ ...form(address), 'content-length': body.length, connection: 'close' });
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.write(
    `POST /lapor HTTP/1.1\r\nhost: pengaduan.example.go.id\r\n${head.map((line) => `${line.join(': ')}\r\n`).join('')}\r\n${body}`,
  );
  await new Promise((done) => socket.on('close', done));
  return answer;
}

async function hangUp(senders: readonly Sender[]): Promise<void> {
  for (const { socket } of senders) socket.destroy();
  await wait(200);
}

test('one address has so many bytes of bodies under way: more is a 429, until one of them is given up', async () => {
  const first = Array.from({ length: OF_CLIENT + 1 }, () => beginForm('203.0.113.9'));
  // Whichever comes last finds no room; the others hold all of it once they have arrived.
  const page = await Promise.race(first.map(({ answer }) => answer('</html>')));
  assert.match(page, /^HTTP\/1\.1 429 [\s\S]*Terlalu banyak permintaan/);
  let refused = '';
  for (let round = 0; round < 50 && refused === ''; round += 1) {
    const headers = { ...form('203.0.113.9'), 'content-type': 'application/json' };
    const api = begin(port, '/api/v1/offices/tabalong/complaints', headers);
    refused = await Promise.race([api.answer('}'), wait(100).then(() => '')]);
    api.socket.destroy();
  }
  assert.match(refused, /^HTTP\/1\.1 429 [\s\S]*"code":"too-many-requests"/);
  assert.match(await complain('198.51.100.7'), /^HTTP\/1\.1 201 /, 'another address is served');
  await hangUp(first);
  const again = beginForm('203.0.113.9');
  await wait(200);
  assert.equal(
    await Promise.race([again.answer('HTTP'), wait(100).then(() => '')]),
    '',
    'taken, not refused',
  );
  await hangUp([again]);
});

test('all addresses together have a total: more is a 503 with a sentence, until connections break off', async () => {
  const many = Array.from({ length: OF_ALL + 1 }, (_, index) =>
    beginForm(`203.0.113.${10 + Math.floor(index / OF_CLIENT)}`),
  );
  // Whichever comes last finds no room.
  const page = await Promise.race(many.map(({ answer }) => answer('</html>')));
  assert.match(page, /^HTTP\/1\.1 503 [\s\S]*Layanan sedang tidak tersedia/);
  assert.match(page, /retry-after: 5/i);
  await hangUp(many);
  const after = beginForm('198.51.100.7');
  await wait(200);
  assert.equal(await Promise.race([after.answer('HTTP'), wait(100).then(() => '')]), '');
  await hangUp([after]);
  assert.deepEqual(kit.errors, []);
});

test('connections that announce a long body and send nothing take nobody else room, from wherever they come', async () => {
  const silent = Array.from({ length: 2 * OF_ALL }, (_, index) =>
    begin(port, '/lapor', form(`203.0.113.${40 + Math.floor(index / (2 * OF_CLIENT))}`)),
  );
  await wait(200);
  for (const address of ['198.51.100.8', '203.0.113.40'])
    assert.match(await complain(address), /^HTTP\/1\.1 201 /);
  await hangUp(silent);
});

test('a chunked body takes room as it comes; one that does not arrive in time is cut and gives it back', async () => {
  const app = new Hono();
  const budget = openClientBudget(1000, 1000);
  app.use(limitBody(1000, undefined, { budget, clientAddress: () => '203.0.113.9', within: 400 }));
  app.post('/', async (c) => c.text(`${(await c.req.text()).length} huruf`));
  app.onError((error, c) => c.text(`ditolak: ${'code' in error ? String(error.code) : error.message}`, 429));
  const at = await listen(app.fetch);
  const chunked = { 'transfer-encoding': 'chunked', connection: 'close' };
  const slow = begin(at, '/', chunked);
  slow.socket.write(`258\r\n${'x'.repeat(600)}\r\n`);
  await wait(100);
  const second = begin(at, '/', chunked);
  second.socket.write(`1f4\r\n${'y'.repeat(500)}\r\n0\r\n\r\n`);
  assert.match(await second.answer(), /ditolak: too-many-requests/);
  assert.doesNotMatch(await slow.answer(), /huruf/, 'cut without an answer');
  const third = begin(at, '/', chunked);
  third.socket.write(`3e8\r\n${'z'.repeat(1000)}\r\n0\r\n\r\n`);
  assert.match(await third.answer(), /1000 huruf/);
});
