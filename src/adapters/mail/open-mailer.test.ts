import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { aMailServer } from '../../../test/a-mail-server.ts';
import { openMailer, probeMailServer } from './open-mailer.ts';

const mail = { id: 'surat-1', to: 'warga@contoh.id', subject: 'Kabar', text: 'Halo.' };

test('a mail goes to one address, under the name that it was given, and is marked as written by a machine', async (t) => {
  const server = await aMailServer(t);
  const outcome = await openMailer(server.setting).send({ ...mail, subject: 'Kabar\r\nBcc: lain@contoh.id' });
  assert.deepEqual(outcome, { is: 'sent', reply: 250 });
  const [got] = server.taken;
  assert.deepEqual(got?.to, ['warga@contoh.id'], 'a line break in a subject names no other recipient');
  assert.match(got?.text ?? '', /^Message-ID: <surat-1@contoh\.id>\r$/m);
  assert.match(got?.text ?? '', /^Auto-Submitted: auto-generated\r$/m);
  assert.match(got?.text ?? '', /Halo\./);
});

test('what is no single address is not sent', async (t) => {
  const server = await aMailServer(t);
  for (const to of [
    'a@contoh.id, b@contoh.id',
    '"x" <a@contoh.id>',
    'a@contoh.id\r\nRCPT TO:<b@contoh.id>',
    '',
  ]) {
    assert.equal((await openMailer(server.setting).send({ ...mail, to })).is, 'refused', to);
  }
  assert.equal(server.taken.length, 0);
});

test('a server that refuses, puts off, or is not there says so; nothing was handed over', async (t) => {
  const server = await aMailServer(t, { answerTo: { 'tutup@contoh.id': 550, 'nanti@contoh.id': 451 } });
  const { send } = openMailer(server.setting);
  assert.deepEqual(await send({ ...mail, to: 'tutup@contoh.id' }), { is: 'refused', reply: 550 });
  assert.deepEqual(await send({ ...mail, to: 'nanti@contoh.id' }), { is: 'put-off', reply: 451 });
  assert.equal(await probeMailServer(server.setting), null);
  const gone = { ...server.setting, port: 1 };
  assert.deepEqual(await openMailer(gone).send(mail), { is: 'not-reached' });
  assert.notEqual(await probeMailServer(gone), null);
});

test('a server that breaks off before it asked for the text took nothing; after that nobody knows', async (t) => {
  const breaksAt = async (word: RegExp) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.write('220 uji\r\n');
      let text = false;
      socket.on('data', (data) => {
        for (const line of data.toString().split('\r\n').filter(Boolean)) {
          if (word.test(line)) {
            socket.destroy();
            return;
          }
          if (!text) socket.write(line === 'DATA' ? '354 tulis\r\n' : '250 ya\r\n');
          if (line === 'DATA') text = true;
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    const from = { name: '', address: 'kantor@contoh.id' };
    return openMailer({ host: '127.0.0.1', port, secure: false, user: null, password: null, from }).send(
      mail,
    );
  };
  assert.deepEqual(await breaksAt(/^RCPT/), { is: 'not-reached' });
  assert.deepEqual(await breaksAt(/^\.$/), { is: 'unknown' });
});
