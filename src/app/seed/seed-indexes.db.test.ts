import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { connectOnce } from '../../platform/database/pool.ts';
import { dropIndexes, makeIndexes } from './seed-indexes.ts';
import { SEED_TABLE_NAMES } from './seed-tables.ts';

const db = await openTestDatabase({ after });

test('indexes and keys taken off for the time of the seeding come back as they were', async () => {
  const client = await connectOnce(db.locateOwner);
  const read = async (): Promise<unknown[]> => {
    const { rows } = await client.query(
      `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as made, k.contype, k.conname
         from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
        where i.indrelid = any ($1::regclass[]) order by 1`,
      [SEED_TABLE_NAMES],
    );
    return rows;
  };
  try {
    const before = await read();
    assert.ok(before.length > SEED_TABLE_NAMES.length);
    await client.query('begin');
    const dropped = await dropIndexes(client);
    assert.deepEqual(await read(), []);
    let made = 0;
    await makeIndexes(client, dropped, (count) => (made = count));
    await client.query('commit');
    assert.equal(made, before.length);
    assert.deepEqual(await read(), before);
  } finally {
    await client.end();
  }
});
