import type { Pool } from 'pg';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { normalTicket } from '../store/ticket.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import { searchQuery } from '../vault/search-words.ts';
import { type CasePage, MOST_COUNTED, type UpToThousand, upToThousand } from './list-inbox.read.ts';
import type { ListPlace } from './list-place.ts';

export type CaseSearch = {
  /** Words, a ticket, or a register number ("88", "88/2026"). */
  readonly q: string;
  readonly status?: Status | null;
  readonly unit?: string | null;
  /** As `next` gave it; null = from the newest. */
  readonly cursor: ListPlace | null;
  /** 1–200. */
  readonly limit: number;
};

/**
 * Rule 32: searching by words across cases needs its permission; whoever has a number in hand needs none. In hand is a
 * whole ticket, or a register number as it was printed, with its year: 1, 2, 3 would list the register.
 */
export function maySearch(actor: CaseActor, q: string): boolean {
  return mayRoam(actor) || exactCondition(q, true) !== null;
}

function mayRoam(actor: CaseActor): boolean {
  return actor.may.has('case/search');
}

/**
 * Cases of the office, open and closed, that hold every word, newest receipt first; keyset paging. What the person
 * may not see is not found. Nothing but stop words finds nothing. Whoever calls has asked `maySearch`.
 */
export async function searchCases(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  search: CaseSearch,
): Promise<CasePage> {
  const limit = Math.min(Math.max(search.limit, 1), 200);
  const exact = exactCondition(search.q, !mayRoam(actor));
  if (exact !== null) return findExactly(pool, office, actor, exact, limit);
  const query = searchQuery(search.q);
  if (query === null) return { lines: [], next: null };
  const rows = await readOffice<LineRow & { readonly found_at: Date }>(
    pool,
    office.officeId,
    `select ${LINE_COLUMNS}, found.received_at as found_at from ${FOUND} found
       join complaint_case c on c.office_id = $1 and c.case_id = found.case_id
      order by found.received_at desc, found.case_id desc`,
    foundParameters(office, actor, search, query, limit + 1),
  );
  const lines = rows.slice(0, limit).map((row) => caseLine(row, office.codes));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    lines,
    next: last === undefined ? null : { at: last.found_at.toISOString(), caseId: last.case_id },
  };
}

/** How many there are, exact up to 1,000. */
export async function countFound(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  search: Omit<CaseSearch, 'cursor' | 'limit'>,
): Promise<UpToThousand> {
  const query = searchQuery(search.q);
  if (query === null || exactCondition(search.q, !mayRoam(actor)) !== null) {
    const { lines } = await searchCases(pool, office, actor, { ...search, cursor: null, limit: 200 });
    return upToThousand(lines.length);
  }
  const [row] = await readOffice<{ count: number }>(
    pool,
    office.officeId,
    `select count(*)::int as count from ${FOUND}`,
    foundParameters(office, actor, { ...search, cursor: null }, query, MOST_COUNTED + 1),
  );
  return upToThousand(row?.count ?? 0);
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
  const before = cursor ?? { at: 'infinity', caseId: LAST_ID };
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

/** A ticket or a register number names its cases; null = words. `asPrinted`: the number of one case and no part of it. */
function exactCondition(q: string, asPrinted: boolean): Exact | null {
  const ticket = normalTicket(q);
  if (ticket !== null) return { condition: 'c.ticket = $8', values: [ticket] };
  const number = /^\s*0*(\d{1,7})(?:\s*\/(?:.*\/)?\s*(\d{4}))?\s*$/.exec(q);
  if (number === null || (asPrinted && number[2] === undefined)) return null;
  return {
    condition: `c.register_no = $8 and c.register_year = any (array(
      select k.year from register_counter k where k.office_id = $1 and ($9::smallint is null or k.year = $9)))
      and ($10::text is null or exists (
        select from register_entry e where e.office_id = $1 and e.year = c.register_year and e.no = c.register_no
           and lower(e.printed) = $10))`,
    values: [Number(number[1]), number[2] ?? null, asPrinted ? q.trim().toLowerCase() : null],
  };
}

async function findExactly(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  exact: Exact,
  limit: number,
): Promise<CasePage> {
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    `select ${LINE_COLUMNS} from complaint_case c
      where c.office_id = $1 and ${exact.condition} and ${visibleTo(2)}
      order by c.received_at desc limit ${limit}`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), ...exact.values],
  );
  return { lines: rows.map((row) => caseLine(row, office.codes)), next: null };
}
