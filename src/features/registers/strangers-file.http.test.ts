import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const server = createAdaptorServer({ fetch: kit.app.fetch, createServer });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => void server.close());
const at = server.address();
const port = at !== null && typeof at === 'object' ? at.port : 0;

const DECLARED = 20_000_000;
const head = (cookie: string) =>
  [
    ...['POST /petugas/impor HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Sec-Fetch-Site: same-origin'],
    ...['Content-Type: multipart/form-data; boundary=b', `Content-Length: ${DECLARED}`, cookie, '', ''],
  ].join('\r\n');

test('a file of somebody who may not import it is refused at its header, and the line is closed before the file is sent', async () => {
  const clerk = `Cookie: ${await kit.signIn('petugas-loket')}`;
  const signal = AbortSignal.timeout(30_000);
  for (const cookie of ['Cookie: sesi=abcdefgh', clerk]) {
    const accepted = once(server, 'connection');
    const client = connect(port, '127.0.0.1');
    const [door]: Socket[] = await accepted;
    client.write(head(cookie));
    const [first] = await once(client, 'data', { signal });
    assert.match(String(first), /^HTTP\/1\.1 403 /);
    client.on('error', () => undefined);
    const block = Buffer.alloc(64_000);
    const sending = setInterval(() => client.write(block), 20);
    await once(client.resume(), 'close', { signal });
    clearInterval(sending);
    assert.ok((door?.bytesRead ?? DECLARED) < DECLARED / 4, `${door?.bytesRead} bytes were read`);
  }
  assert.deepEqual(kit.errors, []);
});

test('while an office receives a register the next one is refused at its header; a line that breaks off frees the turn', async () => {
  const clerk = `Cookie: ${await kit.signIn('koordinator')}`;
  const signal = AbortSignal.timeout(30_000);
  const first = connect(port, '127.0.0.1').on('error', () => undefined);
  first.write(`${head(clerk)}--b\r\n`);
  for (let round = 0; round < 500 && kit.desk.drafts.reading.size === 0; round += 1) {
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.equal(kit.desk.drafts.reading.size, 1, 'taken before the file has come');
  const second = connect(port, '127.0.0.1').on('error', () => undefined);
  second.write(head(clerk));
  const [answer] = await once(second, 'data', { signal });
  assert.match(String(answer), /^HTTP\/1\.1 422 /);
  second.destroy();
  first.destroy();
  for (let round = 0; round < 500 && kit.desk.drafts.reading.size > 0; round += 1) {
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.equal(kit.desk.drafts.reading.size, 0);
  assert.deepEqual(kit.errors, []);
});
