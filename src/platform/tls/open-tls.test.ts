import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Fault } from '../errors.ts';
import { makeAuthority, makeCertificate } from './make-certificate.ts';
import { authorityFileOf, openTls, type TlsFiles } from './open-tls.ts';

const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'tanggap-tls-'));
after(() => rmSync(folder, { recursive: true }));

const machine = { host: '0.0.0.0', hostName: 'loket1', addresses: ['192.168.10.4', '8.8.8.8'] };

function openHere(changes: Partial<Parameters<typeof openTls>[2]> = {}): TlsFiles {
  const files = openTls({ kind: 'auto' }, folder, { ...machine, ...changes });
  assert.ok(files);
  return files;
}

/** Asks a server with this pair under `name`, trusting only `authority`. */
async function ask(
  pair: { certificate: string; key: string },
  authority: string,
  name: string,
): Promise<string> {
  const server = createServer({ cert: pair.certificate, key: pair.key }, (_, answer) => answer.end('halo'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    return await new Promise((done, fail) => {
      const options = { host: '127.0.0.1', port, ca: authority, servername: name, headers: { host: name } };
      const outgoing = request(options, (answer) => {
        answer.setEncoding('utf8').on('data', done);
      });
      outgoing.on('error', fail).end();
    });
  } finally {
    server.close();
  }
}

test('a PC that trusts the authority opens https under localhost and the machine name', async () => {
  const files = openHere();
  const authority = readFileSync(authorityFileOf(folder), 'utf8');
  for (const name of ['localhost', 'loket1', 'loket1.local'])
    assert.equal(await ask(files, authority, name), 'halo');
  await assert.rejects(ask(files, authority, 'bank.example'), /altnames/);
});

test('a PC that does not trust it is warned', async () => {
  const other = makeAuthority('lain', Date.now());
  await assert.rejects(ask(openHere(), other.certificate, 'localhost'), /unable to|self.signed/);
});

test('the authority cannot speak for public names: such a certificate is refused by the PC', async () => {
  const authority = makeAuthority('loket1', Date.now());
  const forged = makeCertificate(authority, ['bank.example'], Date.now());
  await assert.rejects(ask(forged, authority.certificate, 'bank.example'), /permitted subtree/);
});

test('the certificate names this machine and its private addresses, a public address is left out', async () => {
  const { names } = openHere();
  for (const name of ['localhost', '127.0.0.1', '::1', 'loket1', 'loket1.local', '192.168.10.4']) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(!names.includes('8.8.8.8'));
});

test('keys are for their owner only, and nothing changes at a second start', async () => {
  const first = openHere();
  assert.equal(openHere().certificate, first.certificate);
  for (const file of ['key.pem', 'tanggap-ca.key']) {
    assert.equal(statSync(join(folder, 'tls', file)).mode & 0o777, 0o600);
  }
});

test('thirty days before its end the certificate is made anew, under the same authority', async () => {
  const first = openHere();
  const authority = readFileSync(authorityFileOf(folder), 'utf8');
  const end = first.validTo.getTime();
  assert.ok(end - Date.now() > 395 * day);
  assert.equal(openHere({ now: end - 31 * day }).certificate, first.certificate);
  const renewed = openHere({ now: end - 29 * day });
  assert.ok(renewed.validTo.getTime() > end);
  assert.equal(readFileSync(authorityFileOf(folder), 'utf8'), authority);
  assert.ok(new X509Certificate(renewed.certificate).verify(new X509Certificate(authority).publicKey));
});

test('another address of the machine makes another certificate', async () => {
  const moved = openHere({ addresses: ['10.1.2.3'] });
  assert.ok(moved.names.includes('10.1.2.3'));
});

test('an authority that is there and cannot be used is a fault with its remedy: no other takes its place unseen', () => {
  openHere();
  const [file, keyFile] = [authorityFileOf(folder), join(folder, 'tls', 'tanggap-ca.key')];
  const [kept, key] = [readFileSync(file, 'utf8'), readFileSync(keyFile, 'utf8')];
  const unusable = (error: unknown) =>
    error instanceof Fault && error.code === 'tls-unusable' && /dari cadangan/.test(error.remedy ?? '');
  rmSync(keyFile);
  assert.throws(openHere, unusable);
  writeFileSync(keyFile, makeAuthority('lain', Date.now()).key);
  assert.throws(openHere, unusable);
  writeFileSync(keyFile, key);
  writeFileSync(file, 'rusak');
  assert.throws(openHere, unusable);
  assert.equal(readFileSync(file, 'utf8'), 'rusak');
  writeFileSync(file, kept);
  assert.ok(openHere());
});

test('an authority whose ten years are over is made anew, and that is told', () => {
  const over = mkdtempSync(join(tmpdir(), 'tanggap-tls-'));
  after(() => rmSync(over, { recursive: true }));
  const told: string[] = [];
  const openAt = (now: number) =>
    openTls({ kind: 'auto' }, over, { ...machine, now, onNewAuthority: (file) => told.push(file) });
  const now = Date.now();
  openAt(now);
  const first = readFileSync(authorityFileOf(over), 'utf8');
  openAt(now + 3649 * day);
  assert.deepEqual([told, readFileSync(authorityFileOf(over), 'utf8')], [[], first]);
  openAt(now + 3651 * day);
  assert.deepEqual(told, [authorityFileOf(over)]);
  assert.notEqual(readFileSync(authorityFileOf(over), 'utf8'), first);
});

test("the office's own certificate is taken, and one without its key is refused", async () => {
  const { certificate, key } = openHere();
  const [certificateFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
  const own = openTls({ kind: 'files', certificateFile, keyFile }, folder, machine);
  assert.equal(own?.authorityFile, undefined);
  writeFileSync(keyFile, makeAuthority('x', Date.now()).key);
  assert.throws(
    () => openTls({ kind: 'files', certificateFile, keyFile }, folder, machine),
    (error) => error instanceof Fault && error.code === 'tls-unusable',
  );
});

test('with TLS off there is no certificate', async () => {
  assert.equal(openTls({ kind: 'off' }, folder, machine), undefined);
});
