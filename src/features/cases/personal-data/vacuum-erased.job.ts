import type { Pool } from 'pg';

/** Where an erasure leaves its former rows, with wrapped keys, hashes, words and texts, until a vacuum takes them away. */
export const TABLES_OF_ERASURES = [
  'attachment',
  'identity',
  'identity_index',
  'case_text',
  'office_text',
  'case_search',
  'kept_answer',
  'register_import_row',
] as const;

/** A transaction that was open meanwhile keeps what it may still read: for so long after an erasure it is tried again. */
const TRIED_AGAIN = '3 hours';

/**
 * Takes away what erasures left behind in the tables (design law 7): PostgreSQL itself would wait until a fifth of the
 * table has changed. Run as the owner, outside a transaction; gives whether anything was erased since the last time. The
 * freed bytes lie in the files until something else is written over them, and in backups and archived WAL for longer
 * (`docs/operations/kunci.md`).
 */
export async function vacuumErased(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ due: boolean }>(
    `select exists (select from erasure_ledger e where e.written_at > now() - interval '${TRIED_AGAIN}'
              or e.written_at > (select min(coalesce(s.last_vacuum, '-infinity')) from pg_stat_user_tables s
                          where s.relid = any ($1::regclass[]))) as due`,
    [TABLES_OF_ERASURES],
  );
  if (rows[0]?.due !== true) return false;
  const client = await owner.connect();
  try {
    await client.query(`set statement_timeout = 0`);
    await client.query(`vacuum (index_cleanup on) ${TABLES_OF_ERASURES.join(', ')}`);
  } finally {
    // Its settings are not those of the pool any more.
    client.release(true);
  }
  return true;
}
