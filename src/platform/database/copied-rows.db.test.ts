import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { type CopiedRows, copiedRows } from './copied-rows.ts';
import { connectOnce } from './pool.ts';

const db = await openTestDatabase({ after });
const client = await connectOnce(db.locateOwner);
after(() => client.end());

async function readAll<T>(rows: CopiedRows, each: (rows: CopiedRows) => T): Promise<readonly T[]> {
  const all: T[] = [];
  for (let step = rows.step(); step !== 'end'; step = rows.step()) {
    if (step === 'row') all.push(each(rows));
    else await rows.more();
  }
  return all;
}

test('rows of any size come whole and in order, however they are cut on their way', async () => {
  // From nothing to several times what a reader holds at first.
  const lengths = Array.from({ length: 200 }, (_, index) => (index * index * 7919) % 90_001);
  lengths[100] = 700_000;
  const rows = copiedRows(
    client,
    `select n::int, repeat('x', n), null::text, n % 2 = 0 from unnest(array[${lengths.join(',')}]) n`,
  );
  const read = await readAll(rows, (row) => [row.int32(0), row.latin1(1).length, row.isNull(2), row.bool(3)]);
  assert.deepEqual(
    read,
    lengths.map((length) => [length, length, true, length % 2 === 0]),
  );
});

test('a select without a row ends at once, and the connection goes on', async () => {
  assert.deepEqual(await readAll(copiedRows(client, 'select 1 where false'), () => 1), []);
  const { rows } = await client.query('select 7 as seven');
  assert.deepEqual(rows, [{ seven: 7 }]);
});

test('what the server says between rows is left out', async () => {
  await client.query(`create function pg_temp.says(n int) returns int language plpgsql as
    $$ begin raise warning 'row %', n; return n; end $$`);
  const rows = copiedRows(client, 'select pg_temp.says(n) from generate_series(1, 3) n');
  assert.deepEqual(await readAll(rows, (row) => row.int32(0)), [1, 2, 3]);
});

test('what the database refuses, at once or in the midst, is thrown, and the connection goes on', async () => {
  await assert.rejects(
    readAll(copiedRows(client, 'select from nowhere'), () => 1),
    { code: '42P01' },
  );
  const broken = copiedRows(client, 'select 1 / (50000 - n) from generate_series(1, 60000) n');
  await assert.rejects(
    readAll(broken, () => 1),
    { code: '22012' },
  );
  assert.deepEqual(await readAll(copiedRows(client, 'select 5'), (row) => row.int32(0)), [5]);
});

test('a connection that breaks while it copies is thrown', async () => {
  const other = await connectOnce(db.locateOwner);
  other.on('error', () => undefined);
  const { rows: named } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
  const rows = copiedRows(other, `select repeat('x', 1000) from generate_series(1, 1000000) n`);
  await rows.more();
  await client.query('select pg_terminate_backend($1)', [named[0]?.pid]);
  await assert.rejects(readAll(rows, () => 1));
});
