import { KINDS, type Kind } from '../complaint/vocabulary.ts';
import { sharesOf } from '../documents/percent.ts';
import { type Axis, CUTS, type ReportCell } from './report-cell.ts';

export type CountedRow = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Those among them that rest on the old register only. */
  readonly imported: number;
  /** Tenths of a percent of the table's denominator; null for rows that stand outside it. */
  readonly tenths: number | null;
};

/** One table of a report as numbers: what every format, chart, text and check reads. */
export type CountedTable = {
  readonly id: string;
  readonly rows: readonly CountedRow[];
  /** Cases in the rows; the register's count for every table of cases. */
  readonly total: number;
  /** What the percentages are shares of. */
  readonly denominator: number;
  /** Rows on the old register only among the total (rule 37). */
  readonly imported: number;
  /** Of these: those whose status the old register does not tell. */
  readonly unrecorded: number;
  /** Kinds with at least one case, in the vocabulary's order (rule 2). */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
  /** True where the rows add up to the register's count, so that the check may hold them together. */
  readonly ofCases: boolean;
};

export type RowLabel = { readonly key: string; readonly label: string };

export type TableShape = {
  readonly id: string;
  readonly axis: Axis | 'kind';
  /** Rows that are always shown, zero included, in this order. */
  readonly rows: readonly RowLabel[];
  /** Rows that the office has no longer, shown behind those only when a case stands in them. */
  readonly former: readonly RowLabel[];
  /** Where null goes; shown only when a case stands in it, unless it is among `rows`. */
  readonly undetermined: RowLabel;
  /** Rows left out of the percentages, e.g. unanswered in a table of times. */
  readonly outside: readonly string[];
};

/**
 * Adds cells up to one table. A key that the office never had gets a row of its own, so that nothing falls out of the
 * total. What is not determined stands last.
 */
export function countTable(cells: readonly ReportCell[], shape: TableShape): CountedTable {
  const counts = new Map<string, number>(shape.rows.map((row) => [row.key, 0]));
  const importedOf = new Map<string, number>();
  const byKind = new Map<Kind, number>();
  let imported = 0;
  for (const { cell, key } of keyedCells(cells, shape)) {
    const row = key ?? shape.undetermined.key;
    counts.set(row, (counts.get(row) ?? 0) + cell.count);
    byKind.set(cell.kind, (byKind.get(cell.kind) ?? 0) + cell.count);
    if (cell.imported) {
      imported += cell.count;
      importedOf.set(row, (importedOf.get(row) ?? 0) + cell.count);
    }
  }
  const order = [...shape.rows, ...shape.former];
  const labels = new Map([shape.undetermined, ...order].map((row) => [row.key, row.label]));
  const places = new Map(order.map(({ key }, place) => [key, place]));
  const placeOf = (key: string): number =>
    places.get(key) ?? order.length + Number(key === shape.undetermined.key);
  const keys = [...counts.keys()].toSorted((a, b) => placeOf(a) - placeOf(b));
  const inside = keys.filter((key) => !shape.outside.includes(key));
  const shares = sharesOf(inside.map((key) => counts.get(key) ?? 0));
  const tenths = new Map(inside.map((key, index) => [key, shares[index] ?? null]));
  return {
    id: shape.id,
    rows: keys.map((key) => ({
      key,
      label: labels.get(key) ?? key,
      count: counts.get(key) ?? 0,
      imported: importedOf.get(key) ?? 0,
      tenths: tenths.get(key) ?? null,
    })),
    total: sum(keys.map((key) => counts.get(key) ?? 0)),
    denominator: sum(inside.map((key) => counts.get(key) ?? 0)),
    imported,
    unrecorded: sum(cells.filter(isUnrecorded).map(({ count }) => count)),
    kinds: KINDS.flatMap((kind) => {
      const count = byKind.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    }),
    ofCases: true,
  };
}

const AXES_OF_CUTS: readonly (readonly Axis[])[] = CUTS;

/** Status stands in one cut alone, which holds every case, whichever cut a table is made of. */
function isUnrecorded({ cut, keys }: ReportCell): boolean {
  const status = AXES_OF_CUTS[cut]?.indexOf('status') ?? -1;
  return keys[status] === 'not-recorded';
}

/** How many cases each cut holds; all the same, or the counting is broken. */
export function cutTotals(cells: readonly ReportCell[]): readonly number[] {
  const totals = CUTS.map(() => 0);
  for (const cell of cells) totals[cell.cut] = (totals[cell.cut] ?? 0) + cell.count;
  return totals;
}

function* keyedCells(
  cells: readonly ReportCell[],
  shape: TableShape,
): Generator<{ readonly cell: ReportCell; readonly key: string | null }> {
  const { axis } = shape;
  const cut = axis === 'kind' ? 0 : AXES_OF_CUTS.findIndex((axes) => axes.includes(axis));
  const position = axis === 'kind' ? -1 : (AXES_OF_CUTS[cut]?.indexOf(axis) ?? -1);
  for (const cell of cells) {
    if (cell.cut === cut) yield { cell, key: axis === 'kind' ? cell.kind : (cell.keys[position] ?? null) };
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
