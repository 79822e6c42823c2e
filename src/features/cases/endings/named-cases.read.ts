import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** Lines of these cases, as far as the reader may see them, with the day on which their files were destroyed. */
export async function namedCases(
  { pool }: Pick<CaseDesk, 'pool'>,
  { officeId, codes }: Office,
  actor: CaseActor,
  caseIds: readonly string[],
): Promise<readonly (CaseLine & { readonly destroyedAt: Date | null })[]> {
  const rows = await readOffice<LineRow & { readonly destroyed_at: Date | null }>(
    pool,
    officeId,
    `select ${LINE_COLUMNS}, (select max(d.done_at) from destroyed_case d
        where d.office_id = $1 and d.case_id = c.case_id) as destroyed_at
       from complaint_case c
      where c.office_id = $1 and c.case_id = any ($8::uuid[]) and ${visibleTo(2)}
      order by c.received_at, c.case_id`,
    [officeId, ...viewerParameters(viewerOf(actor, codes)), caseIds],
  );
  return rows.map((row) => ({ ...caseLine(row, codes), destroyedAt: row.destroyed_at }));
}
