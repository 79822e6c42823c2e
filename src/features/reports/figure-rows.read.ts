import { KINDS, type Kind, type Precision } from '../../domain/complaint/vocabulary.ts';
import type { RowsQuery } from '../../domain/documents/blocks.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { VIEWER_PARAMETERS, type Viewer, viewerParameters, visibleTo } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import type { ReadingMoment } from './facts-at.ts';
import { figureSource } from './figure-source.ts';

export type FigureRow = {
  readonly caseId: string;
  readonly ticket: string;
  readonly receivedOn: string;
  /** An old register may tell the month only; the day is then its first. */
  readonly precision: Precision;
  readonly printed: string | null;
  readonly sourceNumber: string | null;
};

export type FigureRows = {
  /** At most as many as asked for, in the order of receipt. */
  readonly rows: readonly FigureRow[];
  /** Cases behind the figure, shown or not. */
  readonly total: number;
  /** Cases that this reader may not see, above all those in which he is complained of: counted, never listed (rule 28). */
  readonly withheld: number;
  /** Those among them that rest on the old register only, shown or not (rule 37). */
  readonly imported: number;
  /** Kinds with at least one case behind the figure, in the vocabulary's order (rule 2). */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
};

type ReadRow = FigureRow & {
  readonly total: number;
  readonly withheld: number;
  readonly imported: number;
  readonly kinds: readonly number[];
  readonly hidden: boolean;
};

/** Cases of each kind, at its place in the vocabulary. */
const OF_EACH_KIND = KINDS.map((_, code) => `count(*) filter (where kind = ${code}) over ()`).join(', ');

/**
 * Null when the query names no table, key or period that this office has. As in every list, which cases are told of is
 * decided by columns, `case_reader` and `case_respondent`, which `verify` holds against the sealed state, and not by the
 * seal itself: a row tells ticket, date and number of a case, and its page opens under the seal alone.
 */
export async function readFigureRows(
  tx: Tx,
  office: Office,
  query: RowsQuery,
  viewer: Viewer,
  { moment, most }: { readonly moment: ReadingMoment; readonly most: number },
): Promise<FigureRows | null> {
  const source = figureSource(query, office, moment);
  if (source === null) return null;
  const first = source.values.length + 1;
  const { rows } = await tx.query<ReadRow>({
    text: `select r.*, count(*) over ()::int as total, (count(*) filter (where hidden) over ())::int as withheld,
        (count(*) filter (where "isImported") over ())::int as imported, array[${OF_EACH_KIND}]::int[] as kinds
      from (
        select f.case_id as "caseId", f.received_on as "receivedOn", f.kind, f.imported as "isImported", c.ticket,
          c.state ->> 'precision' as precision,
          c.state ->> 'sourceNumber' as "sourceNumber", e.printed, not (${visibleTo(first)}) as hidden
        from ${source.from}
        join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
        left join register_entry e on e.office_id = $1 and e.case_id = f.case_id) r
      order by hidden, "receivedOn", "caseId" limit $${first + VIEWER_PARAMETERS}`,
    values: [...source.values, ...viewerParameters(viewer), most],
    name: '',
  });
  return {
    rows: rows.flatMap(({ hidden, caseId, ticket, receivedOn, precision, printed, sourceNumber }) =>
      hidden ? [] : [{ caseId, ticket, receivedOn, precision, printed, sourceNumber }],
    ),
    total: rows[0]?.total ?? 0,
    withheld: rows[0]?.withheld ?? 0,
    imported: rows[0]?.imported ?? 0,
    kinds: KINDS.flatMap((kind, code) => {
      const count = rows[0]?.kinds[code] ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    }),
  };
}
