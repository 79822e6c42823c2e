import { withOffice } from '../../../platform/database/transaction.ts';
import type { CaseDesk } from '../doors/case-desk.ts';

/** Told of what may be awaited of cases beyond their end: the next sweep looks at them, and says when nothing is. */
export async function watchCases(
  { pool }: Pick<CaseDesk, 'pool'>,
  officeId: number,
  caseIds: readonly string[],
): Promise<void> {
  await withOffice(pool, officeId, (tx) =>
    tx.query(
      `insert into case_watch (office_id, case_id)
       select $1, n.case_id from unnest($2::uuid[]) n (case_id) on conflict do nothing`,
      [officeId, caseIds],
    ),
  );
}
