import type { Pool } from 'pg';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import type { ListPlace } from './list-place.ts';

export type InboxFilter = {
  /** Without one, cases whose status their old register does not tell are left out: a whole old book may hold none. */
  readonly status?: Status | null;
  /** The office's key; one that the office never had finds nothing. */
  readonly unit?: string | null;
  /** Cases of this account only. */
  readonly owner?: string | null;
};
export type InboxPage = {
  readonly filter: InboxFilter;
  /** As `next` gave it; null = from the top. */
  readonly cursor: ListPlace | null;
  /** 1–200. */
  readonly limit: number;
};
export type CasePage = { readonly lines: readonly CaseLine[]; readonly next: ListPlace | null };

/** Exact up to 1,000; `more` = "lebih dari 1.000". */
export type UpToThousand = { readonly count: number; readonly more: boolean };

/**
 * The open cases that this person may see, by time left, the nearest limit first (rule 14); keyset paging.
 * Cases of which he is complained of are not among them (rule 28).
 */
export async function listInbox(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  { filter, cursor, limit }: InboxPage,
): Promise<CasePage> {
  const { where, values } = inboxConditions(office, actor, filter);
  const most = Math.min(Math.max(limit, 1), 200);
  const place = cursor === null ? [] : [cursor.at, cursor.caseId];
  const [at, caseId] = [values.length + 1, values.length + 2];
  const keyset = cursor === null ? '' : `and (c.due_at, c.case_id) > ($${at}::timestamptz, $${caseId}::uuid)`;
  // The page is found in the index alone; only its own rows are then fetched.
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    `with page as materialized (
       select c.case_id, c.due_at from complaint_case c
        where ${where} ${keyset}
        order by c.due_at, c.case_id limit $${values.length + place.length + 1}::int)
     select ${LINE_COLUMNS} from page
       join complaint_case c on c.office_id = $1 and c.case_id = page.case_id
      order by page.due_at, page.case_id`,
    [...values, ...place, most + 1],
  );
  const lines = rows.slice(0, most).map((row) => caseLine(row, office.codes));
  const last = lines.at(-1);
  const more = rows.length > most && last !== undefined;
  return { lines, next: more ? { at: last.dueAt ?? 'infinity', caseId: last.caseId } : null };
}

/** How many open cases this person may see under the filter. */
export async function countInbox(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  filter: InboxFilter,
): Promise<UpToThousand> {
  const { where, values } = inboxConditions(office, actor, filter);
  const [row] = await readOffice<{ count: number }>(
    pool,
    office.officeId,
    `select count(*)::int as count from (
       select from complaint_case c where ${where} order by c.due_at, c.case_id limit ${MOST_COUNTED + 1}) counted`,
    values,
  );
  return upToThousand(row?.count ?? 0);
}

export const MOST_COUNTED = 1_000;

export function upToThousand(counted: number): UpToThousand {
  return { count: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED };
}

function inboxConditions(
  office: Office,
  actor: CaseActor,
  filter: InboxFilter,
): { readonly where: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [office.officeId, ...viewerParameters(viewerOf(actor, office.codes))];
  const where = ['c.office_id = $1', 'c.is_open', visibleTo(2)];
  const add = (condition: string, value: unknown): void => {
    values.push(value);
    where.push(`${condition} = $${values.length}`);
  };
  if (filter.status != null) add('c.status', vocabularyCode(STATUSES, filter.status));
  else where.push(`c.status <> ${vocabularyCode(STATUSES, 'not-recorded')}`);
  if (filter.unit != null) add('c.unit', office.codes.codeOf('unit', filter.unit) ?? -1);
  if (filter.owner != null) add('c.owner', filter.owner);
  return { where: where.join(' and '), values };
}
