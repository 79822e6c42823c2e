import type { Table } from '../documents/blocks.ts';

type Columns = readonly { readonly key: string; readonly label: string; readonly weight: number }[];

/** A table of texts with "No." before them, as letters and forms have it. `rowRoom` in millimetres leaves room for a pen. */
export function numberedTable(
  id: string,
  title: string,
  columns: Columns,
  rows: readonly (readonly string[])[],
  rowRoom: number | null = null,
): Table {
  return {
    type: 'table',
    id,
    title,
    numbered: false,
    columns: [
      { key: 'no', label: 'No.', kind: 'ordinal', weight: 6 },
      ...columns.map((column) => ({ ...column, kind: 'text' }) as const),
    ],
    columnNumbers: false,
    ...(rowRoom === null ? {} : { rowRoom }),
    rows: rows.map((texts, at) => ({
      key: `${id}-${at + 1}`,
      cells: [{ kind: 'ordinal', value: at + 1 }, ...texts.map((text) => ({ kind: 'text', text }) as const)],
    })),
    total: null,
    denominator: null,
    source: null,
    notes: [],
  };
}
