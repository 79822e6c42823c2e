import type { Pool } from 'pg';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** The latest cases received today in the office's zone, newest first: the list below the counter's form. */
export async function listToday(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  now: number,
  limit = 12,
): Promise<readonly CaseLine[]> {
  const start = new Date(startOfDay(localDay(now, office.zone), office.zone));
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    `select ${LINE_COLUMNS} from complaint_case c
      where c.office_id = $1 and ${visibleTo(2)} and c.received_at >= $8
      order by c.received_at desc, c.case_id desc limit $9::int`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), start, limit],
  );
  return rows.map((row) => caseLine(row, office.codes));
}
