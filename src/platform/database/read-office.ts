import { escapeLiteral, type Pool, type QueryResultRow } from 'pg';

/**
 * The rows of one statement under the wall of one office (row-level security), in a transaction that only reads. Opening,
 * statement and commit leave in one write and are answered in one round trip; the plan is made once a connection,
 * whatever the values: for lists, whose order says which index serves them.
 */
export async function readOffice<Row extends QueryResultRow>(
  pool: Pool,
  officeId: number,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const tx = await pool.connect();
  const [opened, read, closed] = await Promise.allSettled([
    tx.query(
      `BEGIN READ ONLY; SET LOCAL app.office_id = ${escapeLiteral(String(officeId))}; SET LOCAL plan_cache_mode = force_generic_plan`,
    ),
    tx.query<Row>(text, [...values]),
    tx.query('COMMIT'),
  ]);
  // After a failed statement COMMIT rolls back: the connection is good unless even that failed.
  tx.release(closed.status === 'rejected');
  if (opened.status === 'rejected') throw opened.reason;
  if (read.status === 'rejected') throw read.reason;
  return read.value.rows;
}
