import type { Cell, Row, Table } from './blocks.ts';
import { formatTenths } from './format-number.ts';

/** One table as `report build --format json` gives it (contract). `percent` is "27,9", null where it cannot be said. */
export type JsonTable = {
  readonly id: string;
  readonly title: string;
  readonly denominator: number | null;
  readonly rows: readonly JsonRow[];
  readonly total: number | null;
};
/** Further columns of the table stand under their own keys beside the contract's four. */
export type JsonRow = {
  readonly key: string;
  readonly label: string;
  readonly count: number | null;
  readonly percent: string | null;
  readonly [column: string]: string | number | null;
};

/** Reads the columns `label`, `count` and `percent` of a table block; ordinals are left out. */
export function readJsonTable(table: Table): JsonTable {
  return {
    id: table.id,
    title: table.title,
    denominator: table.denominator?.figure.value ?? null,
    rows: table.rows.map((row) => readRow(table, row)),
    total: table.total === null ? null : countOf(cellOf(table, table.total, 'count')),
  };
}

function readRow(table: Table, row: Row): JsonRow {
  const label = cellOf(table, row, 'label');
  const percent = cellOf(table, row, 'percent');
  const others = table.columns.flatMap((column, at) =>
    KNOWN.has(column.key) ? [] : [[column.key, plainValue(row.cells[at])] as const],
  );
  return {
    key: row.key,
    label: label?.kind === 'text' ? label.text : row.key,
    count: countOf(cellOf(table, row, 'count')),
    percent: percent?.kind === 'percent' && percent.tenths !== null ? formatTenths(percent.tenths) : null,
    ...Object.fromEntries(others),
  };
}

const KNOWN = new Set(['no', 'key', 'label', 'count', 'percent']);

function cellOf(table: Table, row: Row, column: string): Cell | undefined {
  const at = table.columns.findIndex(({ key }) => key === column);
  return at < 0 ? undefined : row.cells[at];
}

function countOf(cell: Cell | undefined): number | null {
  return cell?.kind === 'number' ? cell.value : null;
}

function plainValue(cell: Cell | undefined): string | number | null {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'number':
    case 'ordinal':
      return cell.value;
    case 'percent':
      return cell.tenths === null ? null : formatTenths(cell.tenths);
    case 'date':
      return cell.date;
    default:
      return null;
  }
}
