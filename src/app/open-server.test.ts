import assert from 'node:assert/strict';
import { Server } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { CONNECTIONS, HEAD_MS, REQUEST_MS } from '../platform/http/request-limits.ts';
import { openLog } from '../platform/log.ts';
import { openServer } from './open-server.ts';

test('head, request and number of connections have their limits, and what is beyond the number is closed', async () => {
  const server = openServer(() => new Response('ada'), {
    tls: undefined,
    trustedProxies: [],
    log: openLog({ write: () => undefined }),
  });
  assert.ok(server instanceof Server);
  assert.deepEqual(
    [server.headersTimeout, server.requestTimeout, server.maxConnections],
    [HEAD_MS, REQUEST_MS, CONNECTIONS],
  );
  server.maxConnections = 1;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const at = server.address();
  const port = at !== null && typeof at === 'object' ? at.port : 0;
  const first = connect(port, '127.0.0.1');
  await new Promise((resolve) => first.once('connect', resolve));
  const second = connect(port, '127.0.0.1').on('error', () => undefined);
  await new Promise((resolve) => second.once('close', resolve));
  assert.equal(first.destroyed, false);
  first.destroy();
  await new Promise((resolve) => server.close(resolve));
});
