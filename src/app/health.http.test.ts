import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Hono } from 'hono';
import { openWebKit } from '../../test/web-kit.ts';
import { readyz } from './health.ts';

const kit = await openWebKit({ after });

/** As from a program on this machine, or through a proxy on it. */
async function ask(path: string, host = 'localhost:3000'): Promise<string> {
  const incoming = { socket: { remoteAddress: '127.0.0.1', localPort: 3000 } };
  const answer = await kit.app.request(path, { headers: { host } }, { incoming });
  return `${answer.status} ${await answer.text()}`;
}

test('a server whose anchors stand still says so beside being ready, to this machine only', async () => {
  await kit.desk.owner.query('delete from anchor_pending');
  assert.equal(await ask('/readyz'), '200 ready\n');
  await kit.desk.owner.query(
    `insert into anchor_pending (office_id, case_id, seq, mac, queued_at)
     values (1, gen_random_uuid(), 1, '', now() - interval '3 minutes')`,
  );
  kit.clock.now += 1_000;
  assert.match(await ask('/readyz'), /^200 ready\nanchors stand still: 18\d s\n$/);
  assert.match(await ask('/metrics'), /^tanggap_anchors_waiting_seconds 18\d$/m);
  assert.equal(await ask('/readyz', 'pengaduan.example.go.id'), '200 ready\n');
  assert.equal(await ask('/metrics', 'pengaduan.example.go.id'), '404 ');
});

test('however often somebody asks whether it is ready, the database is asked once a second', async () => {
  let looks = 0;
  const findTrouble = async () => {
    looks += 1;
    return 'database';
  };
  const desk = { ...kit.desk, findTrouble };
  const app = new Hono().get('/readyz', readyz(desk));
  kit.clock.now += 1_000;
  const answers = await Promise.all(Array.from({ length: 50 }, () => app.request('/readyz')));
  assert.deepEqual([looks, answers[49]?.status, await answers[49]?.text()], [1, 503, 'not ready\n']);
  kit.clock.now += 1_000;
  await app.request('/readyz');
  assert.equal(looks, 2);
});
