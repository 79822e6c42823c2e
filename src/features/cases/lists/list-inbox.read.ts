import type { Pool } from 'pg';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { instantMs } from '../../../domain/complaint/instant-ms.ts';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import {
  type CaseLine,
  caseLine,
  cursorOf,
  LINE_COLUMNS,
  type LineRow,
  readCursor,
} from '../store/case-line.ts';
import { VIEWER_PARAMETERS, viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

export type InboxFilter = {
  readonly status?: Status | null;
  /** The office's key; one that the office never had finds nothing. */
  readonly unit?: string | null;
  /** Cases of this account only. */
  readonly owner?: string | null;
  readonly urgentOnly?: boolean;
};
export type InboxPage = {
  readonly filter: InboxFilter;
  /** As `next` gave it; null = from the top. */
  readonly cursor: string | null;
  /** 1–200. */
  readonly limit: number;
};
export type CasePage = { readonly lines: readonly CaseLine[]; readonly next: string | null };

/** Where the time left stands: past its limit, ending today, by the end of tomorrow, later, without a date. */
export const TIME_GROUPS = ['late', 'today', 'tomorrow', 'later', 'no-date'] as const;
export type TimeGroup = (typeof TIME_GROUPS)[number];

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
  page: InboxPage,
): Promise<CasePage> {
  const conditions = inboxConditions(office, actor, page.filter);
  const after = readCursor(page.cursor);
  const limit = Math.min(Math.max(page.limit, 1), 200);
  const values = [...conditions.values];
  let keyset = '';
  if (after !== null) {
    values.push(after.at, after.caseId);
    keyset = `and (c.due_at, c.case_id) > ($${values.length - 1}::timestamptz, $${values.length}::uuid)`;
  }
  values.push(limit + 1);
  const { rows } = await withOffice(
    pool,
    office.officeId,
    (tx) =>
      tx.query<LineRow>(
        `with page as materialized (
           select c.case_id, c.due_at from complaint_case c
            where ${conditions.where} ${keyset}
            order by c.due_at, c.case_id limit $${values.length}::int)
         select ${LINE_COLUMNS} from page
           join complaint_case c on c.office_id = $1 and c.case_id = page.case_id
          order by page.due_at, page.case_id`,
        values,
      ),
    { readOnly: true },
  );
  const lines = rows.slice(0, limit).map((row) => caseLine(row, office.codes));
  const last = lines.at(-1);
  const next =
    rows.length > limit && last !== undefined ? cursorOf(last.dueAt ?? 'infinity', last.caseId) : null;
  return { lines, next };
}

/** How many open cases stand in each group of time left, under the same filter. `now` in milliseconds. */
export async function countInbox(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  filter: InboxFilter,
  now: number,
): Promise<Readonly<Record<TimeGroup, UpToThousand>>> {
  const { where, values } = inboxConditions(office, actor, filter);
  const today = localDay(now, office.zone);
  const bounds = [now, startOfDay(today + 1, office.zone), startOfDay(today + 2, office.zone)];
  const base = values.length;
  const [late, endOfToday, endOfTomorrow] = [1, 2, 3].map((step) => `$${base + step}::timestamptz`);
  const ranges: Readonly<Record<TimeGroup, string>> = {
    late: `c.due_at < ${late}`,
    today: `c.due_at >= ${late} and c.due_at <= ${endOfToday}`,
    tomorrow: `c.due_at > greatest(${late}, ${endOfToday}) and c.due_at <= ${endOfTomorrow}`,
    later: `c.due_at > ${endOfTomorrow} and c.due_at < 'infinity'`,
    'no-date': `c.due_at = 'infinity'`,
  };
  const counts = TIME_GROUPS.map(
    (group) => `(select count(*)::int from (
       select from complaint_case c where ${where} and ${ranges[group]} limit ${MOST_COUNTED + 1}) counted) as "${group}"`,
  );
  const { rows } = await withOffice(
    pool,
    office.officeId,
    (tx) =>
      tx.query<Record<TimeGroup, number>>(`select ${counts.join(', ')}`, [
        ...values,
        ...bounds.map((ms) => new Date(ms).toISOString()),
      ]),
    { readOnly: true },
  );
  const row = rows[0];
  const of = (group: TimeGroup): UpToThousand => upToThousand(row?.[group] ?? 0);
  return {
    late: of('late'),
    today: of('today'),
    tomorrow: of('tomorrow'),
    later: of('later'),
    'no-date': of('no-date'),
  };
}

/** The group of a line; `now` in milliseconds. A limit at 24.00 ends on the day that ends. */
export function timeGroup(dueAt: string | null, now: number, zone: Office['zone']): TimeGroup {
  if (dueAt === null) return 'no-date';
  const due = instantMs(dueAt);
  if (due < now) return 'late';
  const days = localDay(due - 1, zone) - localDay(now, zone);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : 'later';
}

const MOST_COUNTED = 1_000;

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
  if (filter.unit != null) add('c.unit', office.codes.codeOf('unit', filter.unit) ?? -1);
  if (filter.owner != null) add('c.owner', filter.owner);
  if (filter.urgentOnly) where.push('c.urgent');
  if (values.length < 1 + VIEWER_PARAMETERS) throw new Error('Viewer parameters are missing');
  return { where: where.join(' and '), values };
}
