import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkerUtils } from 'graphile-worker';
import type { PoolClient } from 'pg';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { lastAnchor } from '../features/cases/history/anchor-file.ts';
import { intakeComplaint } from '../features/cases/intake/intake-complaint.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { openLog } from '../platform/log.ts';
import { anchorWritten } from './anchor-written.ts';
import { startWorker } from './start-worker.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));
const staff = aStaffActor();

const system = {
  config: { dataFolder: folder },
  database: { app: db.app, owner: db.owner },
  keyring: desk.keyring,
  offices,
};
const log = openLog({ write: () => undefined });

async function take(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const taken = await intakeComplaint(
      desk,
      {
        office,
        actor: staff,
        command: (keep) => ({
          kind: 'pengaduan',
          channel: 'loket',
          matter: keep.text('matter', 'Saldo kosong.'),
        }),
        idempotency: { key: `take-${i}-${Math.random()}`, body: '{}' },
      },
      MORNING,
    );
    if (!taken.ok) throw new Error(taken.refusal);
  }
}

async function count(table: string): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? -1;
}

test('two movers at once move each outbox row once', async () => {
  await take(20);
  const moved = await Promise.all([moveOutbox(db.owner, {}), moveOutbox(db.owner, {})]);
  // Beside the cases, that the office was applied.
  assert.equal(moved[0] + moved[1], 21);
  assert.equal(await count('outbox'), 0);
  assert.equal(await count('anchor_pending'), 21);
});

test('an anchor whose mirror was lost in a crash is taken up from the disk, and the heads are anchored again', async () => {
  const first = await anchorChains(db.owner, desk.keyring, folder, MORNING);
  assert.deepEqual(first, { no: 1, chains: 21 });
  await take(2);
  await moveOutbox(db.owner, {});
  // The file was written, the commit was not.
  await db.owner.query('create table before_crash as table anchor_pending');
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 60_000);
  await db.owner.query('delete from anchor where anchor_no = 2');
  await db.owner.query('insert into anchor_pending select * from before_crash');
  await db.owner.query('drop table before_crash');
  const again = await anchorChains(db.owner, desk.keyring, folder, MORNING + 120_000);
  assert.deepEqual(again, { no: 3, chains: 2 });
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder);
  assert.deepEqual(verdict.findings, []);
  assert.equal(verdict.anchors, 3);
});

test('a subscribed task is queued once with every event of its type, told where each stands and nothing else', async () => {
  // The queue asks for a pool whose connections never throw by themselves.
  const guard = (client: PoolClient) => client.on('error', () => undefined);
  db.owner.on('connect', guard);
  const utils = await makeWorkerUtils({ pgPool: db.owner });
  await utils.migrate();
  await take(2);
  await moveOutbox(db.owner, { received: ['contoh'], answered: ['lain'] });
  await moveOutbox(db.owner, { received: ['contoh'] });
  const { rows } = await db.owner.query<{ task: string; payload: { notices: object[] } }>(
    `select t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  assert.deepEqual(
    rows.map(({ task, payload }) => [task, payload.notices.map((notice) => Object.keys(notice).sort())]),
    [['contoh', Array.from({ length: 2 }, () => ['caseId', 'officeId', 'seq', 'type'])]],
  );
  await db.owner.query('delete from graphile_worker._private_jobs');
  await utils.release();
  db.owner.off('connect', guard);
});

test('the running worker anchors what came in, forgets old answers, and stops when told', async () => {
  await take(3);
  // A day and more after the intakes: their kept answers are over.
  const clock = () => MORNING + 26 * 3_600_000;
  const worker = await startWorker(system, {
    clock,
    log,
    anchorFolder: folder,
    outboxEvery: 20,
    anchorEvery: 20,
  });
  const left = async () =>
    (await count('outbox')) + (await count('anchor_pending')) + (await count('kept_answer'));
  while ((await left()) > 0) await sleep(50);
  await worker.stop();
  assert.equal(await left(), 0);
  // What waited from before may be anchored with the new cases or one anchor earlier.
  assert.ok(((await lastAnchor(folder))?.no ?? 0) >= 4);
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder);
  assert.deepEqual(verdict.findings, []);
});

const waiting = async () => (await count('outbox')) + (await count('anchor_pending'));
const SELDOM = { clock: () => MORNING, log, anchorFolder: folder, outboxEvery: 60_000, anchorEvery: 60_000 };

test('a worker that is told to stop anchors what came in since its last turn', async () => {
  const worker = await startWorker(system, SELDOM);
  await take(2);
  await worker.stop();
  assert.equal(await waiting(), 0);
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder, MORNING + 3_600_000);
  assert.deepEqual(verdict.findings, []);
});

test('a last anchor that cannot be written in time holds no stop up and is not lost', async () => {
  // Turns follow one another, so that one is under way and waits too.
  const worker = await startWorker(system, { ...SELDOM, anchorEvery: 1, lastAnchorWithin: 100 });
  await take(1);
  const other = await db.owner.connect();
  await other.query('begin');
  await other.query('lock table anchor_pending');
  const held = `select from pg_locks where not granted and relation = 'anchor_pending'::regclass`;
  while ((await db.owner.query(held)).rowCount === 0) await sleep(10);
  const order: string[] = [];
  const stopped = worker.stop().then(() => order.push('stopped'));
  // A stop that waited for the lock would come after it, and not never.
  await Promise.race([stopped, sleep(30_000, null, { ref: false })]);
  order.push('lock let go');
  await other.query('commit');
  other.release();
  await stopped;
  assert.deepEqual(order, ['stopped', 'lock let go']);
  // What the stopped worker had begun may still hold the row, and goes on by itself.
  do await anchorWritten(system, folder, MORNING);
  while ((await waiting()) > 0);
});

test('commands that anchor beside a running worker write one chain of anchors with it', async () => {
  const worker = await startWorker(system, { ...SELDOM, outboxEvery: 1, anchorEvery: 1 });
  for (let round = 0; round < 10; round += 1) {
    await take(2);
    await Promise.all([1, 2].map(() => anchorWritten(system, folder, MORNING)));
  }
  await worker.stop();
  assert.equal(await waiting(), 0);
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder, MORNING + 3_600_000);
  assert.deepEqual(verdict.findings, []);
});
