import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { readThoseAbove } from '../store/those-above.read.ts';
import {
  DISPOSING_READERS,
  VIEWER_PARAMETERS,
  viewerOf,
  viewerParameters,
  visibleTo,
} from '../store/visible-cases.ts';

const MOST = 50;

/**
 * Open cases without a unit that wait for this actor because of their terlapor (rule 28), the fifty nearest to their limit
 * and how many there are: where nobody has said yet who he is, and where he is one of those who dispose, for another who
 * does. `now` in milliseconds.
 */
export async function listPassedOn(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<{ readonly lines: readonly CaseLine[]; readonly count: number }> {
  if (!actor.may.has('dispose')) return { lines: [], count: 0 };
  const { officeId } = office;
  const rows = await withOffice(desk.pool, officeId, async (tx) => {
    const above = await readThoseAbove(tx, desk.keyring, office, now);
    const disposing = above.filter(({ may }) => may.has('dispose')).flatMap(({ account }) => account ?? []);
    const { rows } = await tx.query<LineRow & { readonly count: number }>(
      `select ${LINE_COLUMNS}, (count(*) over ())::int as count from complaint_case c
        where c.office_id = $1 and c.is_open and c.unit is null and ${visibleTo(2)}
          and c.case_id in (select t.case_id from case_respondent t
            where t.office_id = $1 and t.account_id = any ($${VIEWER_PARAMETERS + 2}::uuid[])
            union all select r.case_id from case_reader r
            where r.office_id = $1 and r.account_id = '${DISPOSING_READERS}')
        order by c.due_at, c.case_id limit ${MOST}`,
      [officeId, ...viewerParameters(viewerOf(actor, office.codes)), disposing],
    );
    return rows;
  });
  return { lines: rows.map((row) => caseLine(row, office.codes)), count: rows[0]?.count ?? 0 };
}
