import type { ClientBase, Pool } from 'pg';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { normalTicket } from '../intake/ticket.ts';
import { caseLine, cursorOf, LINE_COLUMNS, type LineRow, readCursor } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import { type CasePage, type UpToThousand, upToThousand } from './list-inbox.read.ts';
import { searchQuery } from './search-words.ts';

export type CaseSearch = {
  /** Words, a ticket, or a register number ("88", "88/2026"). */
  readonly q: string;
  readonly status?: Status | null;
  readonly unit?: string | null;
  readonly cursor: string | null;
  readonly limit: number;
};

/** Rule 32: searching by words across cases needs its permission; whoever has a number in hand needs none. */
export function maySearch(actor: CaseActor, q: string): boolean {
  return actor.may.has('case/search') || exactCondition(q) !== null;
}

/**
 * Cases of the office, open and closed, that hold every word, newest receipt first; keyset paging. What the person
 * may not see is not found. Nothing but stop words finds nothing.
 */
export function searchCases(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  search: CaseSearch,
): Promise<CasePage> {
  const limit = Math.min(Math.max(search.limit, 1), 200);
  const exact = exactCondition(search.q);
  if (exact !== null) return findExactly(pool, office, actor, exact, limit);
  const query = searchQuery(search.q);
  if (query === null) return Promise.resolve({ lines: [], next: null });
  return withOffice(
    pool,
    office.officeId,
    async (tx) => {
      const { rows } = await tx.query<LineRow>(
        `select ${LINE_COLUMNS} from ${FOUND} found
           join complaint_case c on c.office_id = $1 and c.case_id = found.case_id
          order by found.received_at desc, found.case_id desc`,
        foundParameters(office, actor, search, query, limit + 1),
      );
      const lines = rows.slice(0, limit).map((row) => caseLine(row, office.codes));
      const last = lines.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { lines, next: more ? cursorOf(last.receivedAt, last.caseId) : null };
    },
    { readOnly: true },
  );
}

/** How many there are, exact up to 1,000. */
export async function countFound(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  search: Omit<CaseSearch, 'cursor' | 'limit'>,
): Promise<UpToThousand> {
  const query = searchQuery(search.q);
  if (query === null || exactCondition(search.q) !== null) {
    const { lines } = await searchCases(pool, office, actor, { ...search, cursor: null, limit: 200 });
    return upToThousand(lines.length);
  }
  const values = foundParameters(office, actor, { ...search, cursor: null }, query, 1_001);
  const { rows } = await withOffice(
    pool,
    office.officeId,
    (tx) => tx.query<{ count: number }>(`select count(*)::int as count from ${FOUND}`, values),
    { readOnly: true },
  );
  return upToThousand(rows[0]?.count ?? 0);
}

const FOUND = `search_cases($1::smallint, $8::tsquery, $2::uuid, $3::uuid[], $4::uuid[], $5::boolean, $6::boolean,
  $7::smallint[], $9::smallint, $10::smallint, $11::timestamptz, $12::uuid, $13::int)`;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function foundParameters(
  office: Office,
  actor: CaseActor,
  { status, unit, cursor }: Pick<CaseSearch, 'status' | 'unit' | 'cursor'>,
  query: string,
  most: number,
): unknown[] {
  const before = readCursor(cursor) ?? { at: 'infinity', caseId: LAST_ID };
  return [
    office.officeId,
    ...viewerParameters(viewerOf(actor, office.codes)),
    query,
    status == null ? null : vocabularyCode(STATUSES, status),
    unit == null ? null : (office.codes.codeOf('unit', unit) ?? -1),
    before.at,
    before.caseId,
    most,
  ];
}

type Exact = { readonly condition: string; readonly values: readonly unknown[] };

/** A ticket or a register number names its cases; null = words. */
function exactCondition(q: string): Exact | null {
  const ticket = normalTicket(q);
  if (ticket !== null) return { condition: 'c.ticket = $8', values: [ticket] };
  const number = /^\s*0*(\d{1,7})(?:\s*\/(?:.*\/)?\s*(\d{4}))?\s*$/.exec(q);
  if (number === null) return null;
  return {
    condition: 'c.register_no = $8 and ($9::smallint is null or c.register_year = $9)',
    values: [Number(number[1]), number[2] ?? null],
  };
}

function findExactly(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  exact: Exact,
  limit: number,
): Promise<CasePage> {
  return withOffice(
    pool,
    office.officeId,
    async (tx: ClientBase) => {
      const values = [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), ...exact.values];
      const { rows } = await tx.query<LineRow>(
        `select ${LINE_COLUMNS} from complaint_case c
          where c.office_id = $1 and ${exact.condition} and ${visibleTo(2)}
          order by c.received_at desc limit ${limit}`,
        values,
      );
      return { lines: rows.map((row) => caseLine(row, office.codes)), next: null };
    },
    { readOnly: true },
  );
}
