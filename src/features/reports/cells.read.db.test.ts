import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { cellsText } from './cells.read.ts';
import { factValues } from './facts-at.ts';

const db = await openTestDatabase({ after });
const now = new Date('2026-10-31T02:00:00.000Z');

for (const [what, effectiveAt] of [
  ['as things stand', now],
  ['as things stood', new Date('2025-12-31T15:59:59.999Z')],
] as const) {
  test(`axes, stopwatches and numbers of a report ${what} can be counted on several cores at once`, async () => {
    const moment = { effectiveAt, knownAt: null, now };
    const plan = await inTransaction(db.app, async (tx) => {
      // As if there were very much to read.
      await tx.query('set local parallel_setup_cost = 0');
      await tx.query('set local parallel_tuple_cost = 0');
      await tx.query('set local min_parallel_table_scan_size = 0');
      await tx.query('set local min_parallel_index_scan_size = 0');
      const { rows } = await tx.query<{ readonly 'QUERY PLAN': string }>({
        text: `explain ${cellsText(moment, { steps: true, numbers: true })}`,
        values: [...factValues(1, '2016-11-01', '2026-10-31', moment), 2016, 2026, new Date(0), now],
        name: '',
      });
      return rows.map((row) => row['QUERY PLAN']);
    });
    // A Gather above all parts: below one of them it would leave the others waiting.
    assert.match(plan[0] ?? '', /^Gather/, plan.join('\n'));
    assert.match(plan.join('\n'), /Parallel Append/);
  });
}
