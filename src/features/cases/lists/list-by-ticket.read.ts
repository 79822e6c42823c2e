import type { Pool } from 'pg';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** The lines of these tickets that this person may see, in the order in which they were named. */
export async function listByTicket(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  tickets: readonly string[],
): Promise<readonly CaseLine[]> {
  if (tickets.length === 0) return [];
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    `select ${LINE_COLUMNS} from complaint_case c
      where c.office_id = $1 and c.ticket = any ($8::text[]) and ${visibleTo(2)}`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), tickets],
  );
  const lines = new Map(rows.map((row) => [row.ticket, caseLine(row, office.codes)]));
  return tickets.flatMap((ticket) => lines.get(ticket) ?? []);
}
