import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openLog } from '../log.ts';
import { openPeerAddress } from './client-address.ts';
import { limitConnections } from './limit-connections.ts';
import { CONNECTIONS_OF_CLIENT } from './request-limits.ts';

test('one address holds so many connections: what it opens beyond is closed at once, others are served, the log counts', async () => {
  const lines: string[] = [];
  const from = { address: '203.0.113.9' };
  const server = createServer((_request, answer) => void answer.end('ada'));
  limitConnections(server, () => from.address, openLog({ write: (line) => lines.push(line), human: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = at !== null && typeof at === 'object' ? at.port : 0;
  const opened: Socket[] = [];
  after(() => {
    for (const socket of opened) socket.destroy();
    server.close();
  });
  const silent = async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    opened.push(socket);
    await new Promise((resolve) => socket.once('connect', resolve));
    return socket;
  };
  const first = await silent();
  while (opened.length < CONNECTIONS_OF_CLIENT) await silent();
  for (let more = 0; more < 5; more += 1) {
    const socket = await silent();
    await new Promise((resolve) => socket.once('close', resolve));
  }
  assert.equal(first.destroyed, false);
  from.address = '198.51.100.7';
  const fetched = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  assert.equal(await fetched.text(), 'ada', 'another address is served');
  from.address = '203.0.113.9';
  first.destroy();
  await wait(100);
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200, 'one that closed made room');
  await wait(1_100);
  const counts = lines.map((line) => Number(/"event":"turned-away","connections":(\d+)/.exec(line)?.[1]));
  assert.equal(
    counts.reduce((all, one) => all + one, 0),
    5,
    'counted, and by the second, not one by one',
  );
  assert.ok(lines.length < 5, lines.join(''));
});

test('this machine and a proxy of ours bring many, everybody else is himself', () => {
  const peerAddress = openPeerAddress(['10.1.0.0/16']);
  const seen = (remoteAddress: string) =>
    peerAddress(Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }));
  for (const ours of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '::ffff:10.1.2.3'])
    assert.equal(seen(ours), null, ours);
  assert.equal(seen('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(seen('10.2.0.1'), '10.2.0.1');
});
