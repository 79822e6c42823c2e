import type { Pool } from 'pg';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { type Viewer, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** What came back: cases of one village, programme and cause. Null = not said. */
export type Recurrence = {
  readonly place: string | null;
  readonly service: string | null;
  readonly category: string | null;
  /** That this reader may see. */
  readonly count: number;
};
export type Recurrences = {
  readonly rows: readonly Recurrence[];
  /** Cases of the period that are not for this reader, of whatever village: that there are some, and no more (rule 28). */
  readonly withheld: number;
};
/** Instants in milliseconds, the last one not included. */
export type Stretch = { readonly from: number; readonly until: number };

const MOST_ROWS = 100;
/** A thing that came once did not come back. */
const LEAST = 2;

/**
 * Where the same came back in a period, the most first. Counted by the date of receipt as the case stands now; a cancelled or
 * merged case does not count (rule 11).
 */
export async function readRecurrences(
  pool: Pool,
  office: Office,
  viewer: Viewer,
  { from, until }: Stretch,
): Promise<Recurrences> {
  const { officeId, codes } = office;
  const rows = await readOffice<{
    place: number | null;
    service: number | null;
    category: number | null;
    count: number;
    withheld: number;
  }>(
    pool,
    officeId,
    `with seen as (
       select c.place, c.service, c.category, ${visibleTo(2)} as visible from ${RECEIVED_IN}
        where c.counted)
     select place, service, category, count(*)::int as count,
       (select count(*)::int from seen where not visible) as withheld
       from seen where visible and (place is not null or service is not null)
      group by place, service, category having count(*) >= ${LEAST}
     union all
     select null, null, null, 0, (select count(*)::int from seen where not visible)
      order by count desc, place, service, category limit ${MOST_ROWS + 1}`,
    [officeId, ...viewerParameters(viewer), new Date(from), new Date(until)],
  );
  const key = (axis: 'place' | 'service' | 'category', code: number | null) =>
    code === null ? null : (codes.keyOf(axis, code) ?? null);
  return {
    rows: rows
      .filter(({ count }) => count > 0)
      .map(({ place, service, category, count }) => ({
        place: key('place', place),
        service: key('service', service),
        category: key('category', category),
        count,
      })),
    withheld: rows[0]?.withheld ?? 0,
  };
}

/** Only the search has its cases in the order of their receipt. */
const RECEIVED_IN = `(select s.case_id from case_search s
    where s.office_id = $1 and s.received_at >= $8 and s.received_at < $9) s
  join complaint_case c on c.office_id = $1 and c.case_id = s.case_id`;

/** The cases behind one of these rows that this reader may see, the newest first. */
export async function readRecurring(
  pool: Pool,
  office: Office,
  viewer: Viewer,
  of: Omit<Recurrence, 'count'> & Stretch,
): Promise<readonly CaseLine[]> {
  const { officeId, codes } = office;
  const code = (axis: 'place' | 'service' | 'category', key: string | null) =>
    key === null ? null : codes.codeOf(axis, key);
  const rows = await readOffice<LineRow>(
    pool,
    officeId,
    `select ${LINE_COLUMNS} from ${RECEIVED_IN} where ${visibleTo(2)} and c.counted and c.place is not distinct from $10::smallint and c.service is not distinct from $11::smallint
        and c.category is not distinct from $12::smallint
      order by c.received_at desc, c.case_id desc limit 200`,
    [
      officeId,
      ...viewerParameters(viewer),
      new Date(of.from),
      new Date(of.until),
      code('place', of.place),
      code('service', of.service),
      code('category', of.category),
    ],
  );
  return rows.map((row) => caseLine(row, codes));
}
