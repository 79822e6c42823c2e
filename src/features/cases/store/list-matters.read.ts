import type { Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';

/** The beginning of what was complained of, by case id, for a list that was already judged visible to its reader. */
export async function listMatters(
  pool: Pool,
  officeId: number,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await withOffice(
    pool,
    officeId,
    (tx) =>
      tx.query<{ case_id: string; body: string | null }>(
        `select t.case_id, left(t.body, 240) as body from complaint_case c
           join case_text t on t.office_id = c.office_id and t.case_id = c.case_id
            and t.text_id = (c.state ->> 'matter')::uuid
          where c.office_id = $1 and c.case_id = any ($2::uuid[])`,
        [officeId, caseIds],
      ),
    { readOnly: true },
  );
  return new Map(rows.flatMap((row) => (row.body === null ? [] : [[row.case_id, row.body]])));
}
