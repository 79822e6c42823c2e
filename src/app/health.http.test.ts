import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWebKit } from '../../test/web-kit.ts';

const kit = await openWebKit({ after });

async function ask(path: string): Promise<string> {
  // As from a program on this machine: /metrics answers nobody else.
  const incoming = { socket: { remoteAddress: '127.0.0.1', localPort: 3000 } };
  const answer = await kit.app.request(path, { headers: { host: 'localhost:3000' } }, { incoming });
  return `${answer.status} ${await answer.text()}`;
}

test('a server whose anchors stand still says so beside being ready', async () => {
  await kit.desk.owner.query('delete from anchor_pending');
  assert.equal(await ask('/readyz'), '200 ready\n');
  await kit.desk.owner.query(
    `insert into anchor_pending (office_id, case_id, seq, mac, queued_at)
     values (1, gen_random_uuid(), 1, '', now() - interval '3 minutes')`,
  );
  assert.match(await ask('/readyz'), /^200 ready\nanchors stand still: 18\d s\n$/);
  assert.match(await ask('/metrics'), /^tanggap_anchors_waiting_seconds 18\d$/m);
});
