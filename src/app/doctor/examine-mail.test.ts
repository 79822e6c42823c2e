import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMailServer } from '../../../test/a-mail-server.ts';
import { examineMail } from './examine-mail.ts';

test('the doctor says that mail waits without a server, that a server is not reached, and that links are missing', async (t) => {
  const server = await aMailServer(t);
  const look = (over: Partial<Parameters<typeof examineMail>[0]>) =>
    examineMail({ mail: server.setting, publicUrl: 'https://lapor.contoh.id', ...over });
  assert.equal((await look({})).state, 'ok');
  const none = await look({ mail: null });
  assert.deepEqual([none.state, /TANGGAP_SMTP_URL/.test(none.remedy ?? '')], ['note', true]);
  assert.equal((await look({ publicUrl: null })).state, 'note');
  const gone = await look({ mail: { ...server.setting, port: 1 } });
  assert.equal(gone.state, 'lack');
  assert.match(gone.message, /127\.0\.0\.1:1/);
});
