import type { Pool } from 'pg';
import {
  CHANNELS,
  type Channel,
  SEVERITIES,
  type Severity,
  STATUSES,
  type Status,
} from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import type { ListPlace } from './list-place.ts';

/** Marks that a list may be narrowed to. */
export const MARKS_FILTERED = ['urgent', 'protected', 'restricted'] as const;
export type MarkFiltered = (typeof MARKS_FILTERED)[number];

export type InboxFilter = {
  /** Without one, cases whose status their old register does not tell are left out: a whole old book may hold none. */
  readonly status?: Status | null;
  /** The office's key; one that the office never had finds nothing. */
  readonly unit?: string | null;
  /** Cases of any of these units; left out or null = of every unit. Each unit is read in its own order. */
  readonly units?: readonly string[] | null;
  /** Cases of this account only. */
  readonly owner?: string | null;
  readonly channel?: Channel | null;
  readonly service?: string | null;
  /** The class that stands now. */
  readonly severity?: Severity | null;
  readonly mark?: MarkFiltered | null;
  /** Cases whose limit lies before this moment, in milliseconds. */
  readonly dueBefore?: number | null;
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
  const { branches, values } = inboxConditions(office, actor, filter);
  const most = Math.min(Math.max(limit, 1), 200);
  const place = cursor === null ? [] : [cursor.at, cursor.caseId];
  const [at, caseId] = [values.length + 1, values.length + 2];
  const keyset = cursor === null ? '' : `and (c.due_at, c.case_id) > ($${at}::timestamptz, $${caseId}::uuid)`;
  const rowLimit = `$${values.length + place.length + 1}::int`;
  // The page is found in the indexes alone; only its own rows are then fetched.
  const page = branches
    .map(
      (where) => `(select c.case_id, c.due_at from complaint_case c
        where ${where} ${keyset} order by c.due_at, c.case_id limit ${rowLimit})`,
    )
    .join(' union all ');
  const rows = await readOffice<LineRow>(
    pool,
    office.officeId,
    `with page as materialized (select * from (${page}) one order by due_at, case_id limit ${rowLimit})
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
  const { branches, values } = inboxConditions(office, actor, filter);
  const counted = branches
    .map(
      (where) =>
        `(select from complaint_case c where ${where} order by c.due_at, c.case_id limit ${MOST_COUNTED + 1})`,
    )
    .join(' union all ');
  const [row] = await readOffice<{ count: number }>(
    pool,
    office.officeId,
    `select count(*)::int as count from (${counted}) counted`,
    values,
  );
  return upToThousand(row?.count ?? 0);
}

export const MOST_COUNTED = 1_000;

export function upToThousand(counted: number): UpToThousand {
  return { count: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED };
}

/** Conditions of which each case fulfils one at most: a filter by several units is one for each. */
function inboxConditions(
  office: Office,
  actor: CaseActor,
  filter: InboxFilter,
): { readonly branches: readonly string[]; readonly values: readonly unknown[] } {
  const values: unknown[] = [office.officeId, ...viewerParameters(viewerOf(actor, office.codes))];
  const where = ['c.office_id = $1', 'c.is_open', visibleTo(2)];
  const compare = (condition: string, value: unknown): string => {
    values.push(value);
    return `${condition} $${values.length}`;
  };
  const add = (column: string, value: unknown): void => void where.push(compare(`${column} =`, value));
  if (filter.status != null) add('c.status', vocabularyCode(STATUSES, filter.status));
  else where.push(`c.status <> ${vocabularyCode(STATUSES, 'not-recorded')}`);
  if (filter.unit != null) add('c.unit', office.codes.codeOf('unit', filter.unit) ?? -1);
  if (filter.owner != null) add('c.owner', filter.owner);
  if (filter.channel != null) add('c.channel', vocabularyCode(CHANNELS, filter.channel));
  if (filter.service != null) add('c.service', office.codes.codeOf('service', filter.service) ?? -1);
  if (filter.severity != null) add('c.severity', vocabularyCode(SEVERITIES, filter.severity));
  if (filter.mark != null) where.push(`c.${filter.mark}`);
  if (filter.dueBefore != null) where.push(compare('c.due_at <', new Date(filter.dueBefore)));
  const shared = where.join(' and ');
  if (filter.units == null) return { branches: [shared], values };
  const units = filter.units.map((unit) => office.codes.codeOf('unit', unit) ?? -1);
  if (units.length === 0) return { branches: [`${shared} and false`], values };
  return { branches: units.map((unit) => `${shared} and ${compare('c.unit =', unit)}`), values };
}
