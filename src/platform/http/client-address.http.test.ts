import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { clientAddress, isLocalRequest } from './client-address.ts';

const app = new Hono();
app.get('/', (c) => c.json({ address: clientAddress(c), local: isLocalRequest(c) }));
const server = createAdaptorServer({ fetch: app.fetch, createServer });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
after(() => void server.close());
const at = server.address();
const base = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}/`;

test('a program on this machine has no address; behind a proxy on it the last named client counts', async () => {
  assert.deepEqual(await (await fetch(base)).json(), { address: null, local: true });
  const behind = await fetch(base, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } });
  assert.deepEqual(await behind.json(), { address: '203.0.113.9', local: false });
});

test('a request without a socket has no address and is not local', async () => {
  assert.deepEqual(await (await app.request('/')).json(), { address: null, local: false });
});
