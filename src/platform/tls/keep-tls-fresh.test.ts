import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { keepTlsFresh } from './keep-tls-fresh.ts';
import { openTls, type TlsFiles } from './open-tls.ts';

test('a running server takes the certificate that names the new address of the machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-fresh-'));
  let address = '192.168.1.2';
  const open = (): TlsFiles | undefined =>
    openTls({ kind: 'auto' }, folder, { host: '0.0.0.0', hostName: 'loket', addresses: [address] });
  const first = open();
  assert.ok(first);
  const server = createServer({ cert: first.certificate, key: first.key }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = keepTlsFresh(server, open, { everyMs: 10 });
  try {
    assert.doesNotMatch(await namesOf(server.address()), /10\.9\.8\.7/);
    address = '10.9.8.7';
    await sleep(200);
    assert.match(await namesOf(server.address()), /10\.9\.8\.7/);
  } finally {
    stop();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('a failure is told and the server keeps what it has', async () => {
  const told: unknown[] = [];
  const given: unknown[] = [];
  const fail = (): never => {
    throw new Error('rusak');
  };
  const stop = keepTlsFresh({ setSecureContext: (pair) => given.push(pair) }, fail, {
    everyMs: 5,
    onError: (error) => told.push(error),
  });
  await sleep(60);
  stop();
  assert.ok(told.length > 0);
  assert.equal(given.length, 0);
});

async function namesOf(at: ReturnType<ReturnType<typeof createServer>['address']>): Promise<string> {
  const port = typeof at === 'object' && at ? at.port : 0;
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const names = socket.getPeerCertificate().subjectaltname ?? '';
  socket.destroy();
  return names;
}
