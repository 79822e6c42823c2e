import { CHANNELS, KINDS, OUTCOMES, SEVERITIES, STATUSES } from '../../domain/complaint/vocabulary.ts';
import type { RowsQuery } from '../../domain/reports/blocks.ts';
import { type Axis, PROMISE_KEYS, RESPONSE_KEYS } from '../../domain/reports/report-cell.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { AXIS_TABLES, tableShape } from '../../domain/reports/table-shapes.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { VIEWER_PARAMETERS, type Viewer, viewerParameters, visibleTo } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import { axisSql } from './packed-cut.ts';

/** What the words after `only` of a rows query stand for. */
const ONLY: Readonly<Record<string, string>> = {
  imported: `counted and ${ON_OLD_REGISTER}`,
  own: `counted and not (${ON_OLD_REGISTER})`,
  cancelled: 'cancelled',
  merged: 'not counted and not cancelled',
  anonymous: 'counted and anonymous',
  protected: 'counted and protected',
  urgent: 'counted and urgent',
  'at-desk': 'counted and at_desk',
  complainants: 'counted',
};

/** $1–$5 the facts, $6 the key, then the six of the viewer. */
const FIRST_VIEWER = 7;

export type FigureRow = {
  readonly caseId: string;
  readonly ticket: string;
  readonly receivedOn: string;
  readonly printed: string | null;
  readonly sourceNumber: string | null;
};

export type FigureRows = {
  readonly rows: readonly FigureRow[];
  /** Cases behind the figure, shown or not. */
  readonly total: number;
  /** Cases that this reader may not see, above all those in which he is complained of: counted, never listed (rule 28). */
  readonly withheld: number;
};

/** Null when the query names no table, key or period that this office has. */
export async function readFigureRows(
  tx: Tx,
  office: Office,
  query: RowsQuery,
  viewer: Viewer,
  { moment, most }: { readonly moment: ReadingMoment; readonly most: number },
): Promise<FigureRows | null> {
  const period = parsePeriod(query.period ?? '');
  const filter = period === null ? null : filterOf(query, office);
  if (period === null || filter === null) return null;
  const facts = factsAt({
    moment,
    columns: 'case_id, received_on',
    where: filter.code === null ? `${filter.where} and $6::int is null` : filter.where,
  });
  const { rows } = await tx.query<FigureRow & { readonly total: number; readonly hidden: boolean }>({
    text: `select f.case_id as "caseId", f.received_on as "receivedOn", c.ticket,
        c.state ->> 'sourceNumber' as "sourceNumber", e.printed, count(*) over ()::int as total,
        not (${visibleTo(FIRST_VIEWER)}) as hidden
      from ${facts}
      join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
      left join register_entry e on e.office_id = $1 and e.case_id = f.case_id
      order by hidden desc, f.received_on, f.case_id limit $${FIRST_VIEWER + VIEWER_PARAMETERS}`,
    values: [
      ...factValues(office.officeId, period.from, period.to, moment),
      filter.code,
      ...viewerParameters(viewer),
      most,
    ],
    name: '',
  });
  const shown = rows.filter((row) => !row.hidden);
  return {
    rows: shown.map(({ caseId, ticket, receivedOn, printed, sourceNumber }) => ({
      caseId,
      ticket,
      receivedOn,
      printed,
      sourceNumber,
    })),
    total: rows[0]?.total ?? 0,
    withheld: rows.length - shown.length,
  };
}

type Filter = { readonly where: string; readonly code: number | null };

function filterOf(query: RowsQuery, office: Office): Filter | null {
  if (query.only !== undefined) {
    const where = ONLY[query.only];
    return where === undefined ? null : { where, code: null };
  }
  if (query.table === undefined) return { where: 'counted', code: null };
  const table = AXIS_TABLES.find((id) => id === query.table);
  const period = parsePeriod(query.period ?? '');
  if (table === undefined || period === null || query.key === undefined) return null;
  const shape = tableShape(table, office.data, period);
  const column = shape.axis === 'kind' ? 'kind' : `(${axisSql(shape.axis)})`;
  const listed = shape.rows.some((row) => row.key === query.key);
  if (!listed && query.key === shape.undetermined.key)
    return { where: `counted and ${column} is null`, code: null };
  const code = codeOf(shape.axis, query.key, office);
  return code === null ? null : { where: `counted and ${column} = $6::int`, code };
}

function codeOf(axis: Axis | 'kind', key: string, { codes }: Office): number | null {
  const place = (words: readonly string[]): number | null => {
    const at = words.indexOf(key);
    return at < 0 ? null : at;
  };
  switch (axis) {
    case 'kind':
      return place(KINDS);
    case 'status':
      return place(STATUSES);
    case 'outcome':
      return place(OUTCOMES);
    case 'channel':
      return place(CHANNELS);
    case 'severity':
      return place(SEVERITIES);
    case 'response':
      return place(RESPONSE_KEYS);
    case 'promise':
      return place(PROMISE_KEYS);
    case 'month': {
      const month = /^(\d{4})-(\d{2})$/.exec(key);
      return month === null ? null : Number(month[1]) * 12 + Number(month[2]) - 1;
    }
    case 'service':
    case 'category':
    case 'unit':
    case 'place':
      return codes.codeOf(axis, key);
  }
}
