import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import {
  type Axis,
  CUTS,
  PROMISE_KEYS,
  RESPONSE_KEYS,
  type ReportCell,
} from '../../domain/reports/report-cell.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { vocabularyWord } from '../cases/store/vocabulary-code.ts';
import type { OfficeCodes } from '../offices/office-codes.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import {
  axesOfPromise,
  axisCode,
  CUT_COLUMNS,
  isImported,
  kindCode,
  markOf,
  PROMISE_AT,
} from './packed-cut.ts';

/** `restsOnOldRegister` of the domain. */
export const ON_OLD_REGISTER = `provenance = ${PROVENANCES.indexOf('register-lama')} and answered_at is null`;

/** Cases that share all their marks (`markOf`), in the count of the register or out of it. */
export type MarkCell = { readonly packed: number; readonly count: number; readonly complainants: number };

export type CountedCells = { readonly cells: readonly ReportCell[]; readonly marks: readonly MarkCell[] };

type CutRow = {
  readonly cut: number;
  readonly packed: string;
  readonly count: number;
  readonly complainants: number;
};

const PROMISE_CUT = CUT_COLUMNS.indexOf('cut_promise');
const COLUMNS = `${CUT_COLUMNS.map((column) => (column === 'cut_promise' ? `${PROMISE_AT} as cut_promise` : column)).join(', ')},
  complainants`;

/**
 * Counts a period in one statement, hence over one snapshot, and in one reading of its facts: each cut of the axes is
 * one number of the row, grouped on its own, so that the number of cells stays small however many cases there are.
 */
export async function readCells(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
  codes: OfficeCodes,
): Promise<CountedCells> {
  const cuts = CUT_COLUMNS.join(', ');
  const { rows } = await tx.query<CutRow>({
    text: `select case ${CUT_COLUMNS.map((column, cut) => `when ${column} is not null then ${cut}`).join(' ')} end as cut,
        coalesce(${cuts}) as packed, count(*)::int as count, sum(complainants)::int as complainants
      from ${factsAt({ moment, columns: COLUMNS })}
      group by grouping sets (${CUT_COLUMNS.map((column) => `(${column})`).join(', ')})
      union all
      select ${PROMISE_CUT}, cut_promise, count(*)::int, 0
      from ${factsAt({ moment, columns: `${PROMISE_AT} as cut_promise`, where: 'not counted' })} group by 2`,
    values: [...factValues(officeId, period.from, period.to, moment)],
    // Planned for the period at hand: a month goes by the index, ten years by the table.
    name: '',
  });
  const packed = rows.map((row) => ({ ...row, packed: Number(row.packed) }));
  return {
    cells: withoutMarks(packed.filter(isCounted)).map((row) => cellOf(row, codes)),
    marks: packed.filter((row) => row.cut === PROMISE_CUT),
  };
}

type PackedRow = MarkCell & { readonly cut: number };

/** The cut of promises also tells what is in no count. */
function isCounted(row: PackedRow): boolean {
  return row.cut !== PROMISE_CUT || markOf(row.packed, 'counted') === 1;
}

/** The cut of promises has a row for each mix of marks too; its axes alone make a cell. */
function withoutMarks(rows: readonly PackedRow[]): readonly PackedRow[] {
  const cells = new Map<number, PackedRow>();
  for (const row of rows.filter(({ cut }) => cut === PROMISE_CUT)) {
    const packed = axesOfPromise(row.packed);
    cells.set(packed, { ...row, packed, count: row.count + (cells.get(packed)?.count ?? 0) });
  }
  return [...rows.filter(({ cut }) => cut !== PROMISE_CUT), ...cells.values()];
}

function cellOf({ cut, packed, count }: PackedRow, codes: OfficeCodes): ReportCell {
  return {
    cut,
    kind: vocabularyWord(KINDS, kindCode(packed)),
    imported: isImported(packed),
    keys: (CUTS[cut] ?? []).map((axis) => axisWord(axis, axisCode(packed, axis), codes)),
    count,
  };
}

function axisWord(axis: Axis, code: number | null, codes: OfficeCodes): string | null {
  if (code === null) return null;
  switch (axis) {
    case 'status':
      return vocabularyWord(STATUSES, code);
    case 'outcome':
      return vocabularyWord(OUTCOMES, code);
    case 'channel':
      return vocabularyWord(CHANNELS, code);
    case 'severity':
      return vocabularyWord(SEVERITIES, code);
    case 'response':
      return vocabularyWord(RESPONSE_KEYS, code);
    case 'promise':
      return vocabularyWord(PROMISE_KEYS, code);
    case 'month':
      return `${Math.floor(code / 12)}-${String((code % 12) + 1).padStart(2, '0')}`;
    case 'service':
    case 'category':
    case 'unit':
    case 'place':
      return codes.keyOf(axis, code) ?? `#${code}`;
  }
}
