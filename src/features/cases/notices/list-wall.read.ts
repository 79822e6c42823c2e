import type { Pool } from 'pg';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import { isoInstant } from '../../../platform/database/read-instant.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

/** A line for everybody in the room: a number and a date. ISO instant. */
export type WallLine = {
  readonly number: string;
  /** Key of the unit that has it; null of a protected case, and where none has it. */
  readonly unit: string | null;
  readonly dueAt: string;
  readonly urgent: boolean;
};

/** More are counted only. */
export const MOST_ON_WALL = 12;

export type WallGroup = { readonly lines: readonly WallLine[]; readonly count: number };

/**
 * Open cases whose promised limit (the one that lists show, `nearestDue`) lies between two instants, the nearest first, as
 * anybody may see them who walks by: without what is restricted or withheld, and without cases about staff, who may stand
 * before the wall, too (rules 27, 28). Of a protected one the number only (rule 6). At most 1,000 are counted.
 */
export async function listWall(
  pool: Pool,
  { officeId, codes }: Office,
  from: Date | null,
  to: Date,
): Promise<WallGroup> {
  const rows = await readOffice<{
    ticket: string;
    printed: string | null;
    unit: number | null;
    due_at: string;
    urgent: boolean;
    protected: boolean;
    count: number;
  }>(
    pool,
    officeId,
    `with due as materialized (
       select c.case_id, c.due_at from complaint_case c
        where c.office_id = $1 and c.is_open and c.counted and c.due_at >= coalesce($2::timestamptz, '-infinity')
          and c.due_at < $3 and not c.restricted and c.status <> ${vocabularyCode(STATUSES, 'not-recorded')}
          and not exists (select from case_respondent t where t.office_id = $1 and t.case_id = c.case_id)
        order by c.due_at, c.case_id limit 1000)
     select c.ticket, c.unit, c.due_at::text as due_at, c.urgent, c.protected, (select count(*) from due)::int as count,
       (select e.printed from register_entry e
         where e.office_id = c.office_id and e.year = c.register_year and e.no = c.register_no) as printed
       from (select * from due order by due_at, case_id limit ${MOST_ON_WALL}) shown
       join complaint_case c on c.office_id = $1 and c.case_id = shown.case_id
      order by shown.due_at, shown.case_id`,
    [officeId, from, to],
  );
  const lines = rows.map((row) => ({
    number: row.printed ?? row.ticket,
    unit: row.protected ? null : codes.keyOf('unit', row.unit),
    dueAt: isoInstant(row.due_at),
    urgent: row.urgent,
  }));
  return { lines, count: rows[0]?.count ?? 0 };
}
