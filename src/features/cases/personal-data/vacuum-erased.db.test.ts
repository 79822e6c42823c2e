import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { erasePersonalData } from './erase-personal-data.ts';
import { TABLES_OF_ERASURES, vacuumErased } from './vacuum-erased.job.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();

async function vacuumed(): Promise<readonly string[]> {
  const { rows } = await db.owner.query<{ relname: string }>(
    'select relname from pg_stat_user_tables where last_vacuum is not null and relname = any ($1) order by 1',
    [[...TABLES_OF_ERASURES]],
  );
  return rows.map(({ relname }) => relname);
}

test('what an erasure left behind in the tables is taken away at the next round, and without one nothing is done', async () => {
  const { ticket } = await aStoredCase({ desk, office }, MORNING, staff);
  assert.equal(await vacuumErased(db.owner), false);
  assert.deepEqual(await vacuumed(), []);
  await db.owner.query(`vacuum ${TABLES_OF_ERASURES.join(', ')}`);
  const { rows } = await db.owner.query<{ text: string }>(
    `select text_id as text from case_text where body is not null limit 1`,
  );
  const subject = { text: rows[0]?.text ?? '' };
  const request = { office, ref: { ticket }, subject, ground: 'permintaan subjek data', actor: staff };
  assert.ok((await erasePersonalData(desk, request, MORNING)).ok);
  // The clock of the program, by which it was erased months before this vacuum, is not asked.
  assert.equal(await vacuumErased(db.owner), true);
  assert.equal(await vacuumErased(db.owner), true, 'for some hours, since who read meanwhile held it back');
  await db.owner.query('alter table erasure_ledger disable trigger erasure_ledger_append_only');
  await db.owner.query(`update erasure_ledger set written_at = written_at - interval '4 hours'`);
  assert.equal(await vacuumErased(db.owner), false);
});
