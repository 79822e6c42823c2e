import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { openCopyRows } from '../../platform/database/copy-rows.ts';
import { connectOnce } from '../../platform/database/pool.ts';
import { copyInto } from './copy-into.ts';

const db = await openTestDatabase({ after });
const client = await connectOnce(db.locateOwner);
after(() => client.end());
await client.query('create temp table copied (no int, word text)');

/** More than goes in one piece. */
const words = Array.from({ length: 300 }, (_, no) => 'x'.repeat(no * 10));

test('rows sent to a table leave their memory at once, and only once all of them are there', async () => {
  const copy = openCopyRows(['int', 'text']);
  for (const [no, word] of words.entries()) copy.add([no, word]);
  const rows = copy.take();
  await copyInto(client, 'copied', ['no', 'word'], rows);
  assert.equal(rows.buffer.byteLength, 0);
  const { rows: kept } = await client.query('select word from copied order by no');
  assert.deepEqual(
    kept.map(({ word }) => word),
    words,
  );
});

test('rows that the database refuses are still there', async () => {
  const copy = openCopyRows(['text', 'text']);
  copy.add(['no number', 'x']);
  const rows = copy.take();
  await assert.rejects(copyInto(client, 'copied', ['no', 'word'], rows), { code: '22P03' });
  assert.notEqual(rows.length, 0);
});
