import type { Pool } from 'pg';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

const MOST = 12;

/** The latest twelve cases received today in the office's zone, newest first: the list below the counter's form. */
export async function listToday(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<readonly CaseLine[]> {
  const start = new Date(startOfDay(localDay(now, office.zone), office.zone));
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    // Only the search has its cases in the order of their receipt.
    `select ${LINE_COLUMNS} from (
       select s.case_id, s.received_at from case_search s where s.office_id = $1 and s.received_at >= $8
        order by s.received_at desc, s.case_id desc) today
       join complaint_case c on c.office_id = $1 and c.case_id = today.case_id
      where ${visibleTo(2)}
      order by today.received_at desc, today.case_id desc limit ${MOST}`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), start],
  );
  return rows.map((row) => caseLine(row, office.codes));
}
