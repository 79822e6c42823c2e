import type { OfficeData } from '../office/office-data.ts';
import type { Chart, Inline, Row, RowsQuery, Table } from './blocks.ts';
import type { CountedRow, CountedTable } from './count-table.ts';
import type { ReportPeriod } from './report-period.ts';
import { kindLabel } from './table-shapes.ts';

type TableWords = { readonly title: string; readonly key: string };

/** A counted table as a block: number, label, count and share of each row, its total, and what it rests on. */
export function buildTableBlock(
  table: CountedTable,
  { title, key }: TableWords,
  office: OfficeData,
  period: ReportPeriod,
): Table {
  const withShares = table.rows.some((row) => row.tenths !== null) || table.denominator === 0;
  const columns: Table['columns'] = [
    { key: 'no', label: 'No.', kind: 'ordinal', weight: null },
    { key: 'label', label: key, kind: 'text', weight: null },
    { key: 'count', label: 'Jumlah', kind: 'number', weight: null },
    ...(withShares && table.ofCases
      ? [{ key: 'percent', label: 'Persentase', kind: 'percent', weight: null } as const]
      : []),
  ];
  return {
    type: 'table',
    id: table.id,
    title,
    numbered: true,
    columns,
    columnNumbers: false,
    rows: table.rows.map((row, index) => rowBlock(table, row, index, columns.length === 4, period)),
    total: table.ofCases ? totalBlock(table, columns.length === 4, period) : null,
    denominator: table.ofCases ? denominatorOf(table) : null,
    source: 'Register pengaduan, dihitung oleh Tanggap.',
    notes: table.ofCases ? notesOf(table, office, period) : [],
  };
}

/** The chart beside a table draws that table's own rows and has no figures of its own. */
export function buildChartBlock(table: Table, kind: Chart['kind']): Chart {
  return {
    type: 'chart',
    id: `chart-${table.id}`,
    kind,
    title: table.title,
    table: table.id,
    labelColumn: 'label',
    valueColumn: 'count',
  };
}

function rowBlock(
  table: CountedTable,
  row: CountedRow,
  index: number,
  shares: boolean,
  period: ReportPeriod,
): Row {
  const rows: RowsQuery | null = table.ofCases
    ? { period: period.text, table: table.id, key: row.key }
    : null;
  const id = `${table.id}/${row.key}`;
  return {
    key: row.key,
    cells: [
      { kind: 'ordinal', value: index + 1 },
      { kind: 'text', text: row.label },
      { kind: 'number', id: `${id}/count`, value: row.count, rows },
      ...(shares ? [{ kind: 'percent', id: `${id}/percent`, tenths: row.tenths, rows } as const] : []),
    ],
  };
}

function totalBlock(table: CountedTable, shares: boolean, period: ReportPeriod): Row {
  const whole = table.denominator === 0 ? null : 1000;
  return {
    key: 'total',
    cells: [
      { kind: 'empty' },
      { kind: 'text', text: 'Jumlah' },
      { kind: 'number', id: `${table.id}/total`, value: table.total, rows: { period: period.text } },
      ...(shares ? [{ kind: 'percent', id: `${table.id}/percent`, tenths: whole, rows: null } as const] : []),
    ],
  };
}

function denominatorOf(table: CountedTable): Table['denominator'] {
  const measured = table.denominator === 0 ? 'dapat dihitung, jadi tidak ditampilkan' : 'dapat dihitung';
  return {
    figure: { id: `${table.id}/counted`, value: table.denominator, format: 'count', rows: null },
    label: table.denominator === table.total ? 'laporan' : `laporan yang ${measured}`,
  };
}

/** Rule 2: which kinds the table holds. Rule 37: how many of its rows rest on the old register only. */
function notesOf(
  table: CountedTable,
  office: OfficeData,
  period: ReportPeriod,
): readonly (readonly Inline[])[] {
  const notes: (readonly Inline[])[] = [];
  if (table.kinds.length > 0) {
    const held: Inline[] = [{ type: 'text', text: 'Memuat ' }];
    for (const [index, { kind, count }] of table.kinds.entries()) {
      const before = index === 0 ? '' : index === table.kinds.length - 1 ? ' dan ' : ', ';
      held.push({ type: 'text', text: `${before}${kindLabel(office, kind).toLowerCase()} (` });
      const rows: RowsQuery = { period: period.text, table: 'by-kind', key: kind };
      held.push({
        type: 'figure',
        figure: { id: `${table.id}/kinds/${kind}`, value: count, format: 'count', rows },
      });
      held.push({ type: 'text', text: ')' });
    }
    notes.push([...held, { type: 'text', text: '.' }]);
  }
  if (table.imported > 0) {
    const rows: RowsQuery = { period: period.text, only: 'imported' };
    notes.push([
      { type: 'text', text: 'Di antaranya ' },
      {
        type: 'figure',
        figure: { id: `${table.id}/imported`, value: table.imported, format: 'count', rows },
      },
      { type: 'text', text: ' hanya bersandar pada register lama; statusnya menurut register.' },
    ]);
  }
  return notes;
}
