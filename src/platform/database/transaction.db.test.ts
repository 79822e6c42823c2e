import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { errorCode, Fault } from '../errors.ts';
import { inTransaction, withOffice } from './transaction.ts';

const db = await openTestDatabase({ after });
await db.owner.query(`CREATE TABLE note (office_id smallint, body text);
  ALTER TABLE note ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_office ON note USING (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
  GRANT SELECT, INSERT ON note TO tanggap_app`);

test('an office sees its own rows and no others', async () => {
  await withOffice(db.app, 1, (tx) => tx.query(`INSERT INTO note VALUES (1, 'satu')`));
  await withOffice(db.app, 2, (tx) => tx.query(`INSERT INTO note VALUES (2, 'dua')`));
  const seen = await withOffice(db.app, 2, (tx) => tx.query('SELECT body FROM note'));
  assert.deepEqual(seen.rows, [{ body: 'dua' }]);
  assert.equal(
    (await db.app.query('SELECT FROM note')).rowCount,
    0,
    'the office does not outlive its transaction',
  );
  assert.equal((await db.owner.query('SELECT FROM note')).rowCount, 2);
});

test('a row of another office cannot be written', async () => {
  const intrusion = withOffice(db.app, 1, (tx) => tx.query(`INSERT INTO note VALUES (2, 'orang lain')`));
  await assert.rejects(intrusion, /row-level security/);
});

test('the application role cannot change what it may only append', async () => {
  const attempt = withOffice(db.app, 1, (tx) => tx.query(`UPDATE note SET body = 'lain'`));
  await assert.rejects(attempt, (error) => errorCode(error) === '42501');
});

test('what throws is rolled back and the connection can be used again', async () => {
  const before = await db.owner.query('SELECT FROM note');
  for (let turn = 0; turn < 30; turn += 1) {
    const work = withOffice(db.app, 1, async (tx) => {
      await tx.query(`INSERT INTO note VALUES (1, 'gagal')`);
      throw new Error('berhenti');
    });
    await assert.rejects(work, /berhenti/);
  }
  assert.equal((await db.owner.query('SELECT FROM note')).rowCount, before.rowCount);
});

test('a swallowed database error is not reported as committed', async () => {
  const work = inTransaction(db.app, async (tx) => {
    await tx.query('SELECT 1/0').catch(() => undefined);
    return 'selesai';
  });
  await assert.rejects(work, (error) => error instanceof Fault && error.code === 'not-committed');
});

test('bigint is a number, date is text, and a number beyond exactness is a fault', async () => {
  const { rows } = await db.app.query(
    `SELECT count(*) AS n, date '2024-02-29' AS on_day FROM (VALUES (1), (2)) v`,
  );
  assert.deepEqual(rows, [{ n: 2, on_day: '2024-02-29' }]);
  await assert.rejects(db.app.query('SELECT 9007199254740993::bigint AS n'), /9007199254740993/);
});

test('a parameterised statement is named once and reused, with pipelining too', async () => {
  await inTransaction(db.app, async (tx) => {
    const answers = await Promise.all([1, 2, 3].map((n) => tx.query('SELECT $1::int + 40 AS n', [n])));
    assert.deepEqual(
      answers.map((answer) => answer.rows[0]),
      [{ n: 41 }, { n: 42 }, { n: 43 }],
    );
    const named = await tx.query(`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%+ 40%'`);
    assert.equal(named.rowCount, 1);
  });
});

test('a deadlock is tried again as often as asked', async () => {
  let turns = 0;
  const work = inTransaction(
    db.owner,
    async (tx) => {
      turns += 1;
      if (turns < 3) await tx.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING errcode = '40P01'; END $$`);
      return turns;
    },
    { retries: 2 },
  );
  assert.equal(await work, 3);
});

test('a write that the commit follows unheard says itself why it failed, and a deadlock in it is tried again', async () => {
  let turns = 0;
  const sent = (code: string) =>
    inTransaction(
      db.app,
      (tx, follow) => {
        turns += 1;
        const fails = `DO $$ BEGIN RAISE EXCEPTION 'x' USING errcode = '${code}'; END $$`;
        follow(tx.query(turns < 3 ? fails : 'SELECT'));
        return Promise.resolve(turns);
      },
      { retries: 2 },
    );
  assert.equal(await sent('40001'), 3);
  turns = 0;
  await assert.rejects(sent('23505'), (error) => errorCode(error) === '23505');
  assert.equal(turns, 1);
});
