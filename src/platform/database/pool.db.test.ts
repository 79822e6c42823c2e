import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { errorCode } from '../errors.ts';
import { openPool } from './pool.ts';
import { inTransaction } from './transaction.ts';

const db = await openTestDatabase({ after });
await db.owner.query('create table held (n int primary key)');
await db.owner.query('insert into held values (1)');
await db.owner.query('grant select, update on held to tanggap_app');

const limits = { statement: 150, lock: 50, idleInTransaction: 100 };
const pool = openPool(db.locateApp, { max: 1, pipeline: true, limits, mostWaiting: 2 });
after(() => pool.end());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => errorCode(error),
  );

test('a statement that is stuck is ended, and its connection serves the next', async () => {
  assert.equal(await codeOf(pool.query('select pg_sleep(5)')), '57014');
  assert.equal((await pool.query('select 1 as n')).rowCount, 1);
});

test('a lock that somebody holds is not waited for without end', async () => {
  await inTransaction(db.owner, async (tx) => {
    await tx.query('select n from held for update');
    assert.equal(await codeOf(pool.query('update held set n = 1')), '55P03');
  });
  assert.equal(await codeOf(pool.query('update held set n = 1')), 'done');
});

test('work of minutes may take its time, and leaves no other limit behind', async () => {
  const slow = (long: boolean) =>
    inTransaction(pool, (tx) => tx.query('select pg_sleep(0.3)'), { readOnly: true, long });
  assert.equal(await codeOf(slow(true)), 'done');
  assert.equal(await codeOf(slow(false)), '57014');
});

test('who comes when too many wait for a connection is turned away at once', async () => {
  const tx = await pool.connect();
  const waiting = [pool.query('select 1'), inTransaction(pool, (one) => one.query('select 1'))];
  assert.deepEqual(await Promise.all([pool.query('select 1'), pool.connect()].map(codeOf)), ['busy', 'busy']);
  tx.release();
  assert.deepEqual(await Promise.all(waiting.map(codeOf)), ['done', 'done']);
});
