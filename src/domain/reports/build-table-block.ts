import type { Chart, Inline, Row, RowsQuery, Table } from '../documents/blocks.ts';
import type { OfficeData } from '../office/office-data.ts';
import { buildSopTable } from './build-sop-table.ts';
import type { Balance } from './count-balance.ts';
import type { SopStepCount } from './count-sop-steps.ts';
import type { CountedRow, CountedTable } from './count-table.ts';
import { reconciliationNote } from './reconciliation-note.ts';
import { monthName, monthsAhead, type ReportPeriod } from './report-period.ts';
import { kindLabel } from './table-shapes.ts';

type TableWords = { readonly title: string; readonly key: string };

/** What some tables say beyond their counts. */
export type TableDetails = {
  /** Null where the table was not asked for. */
  readonly balance: Balance | null;
  readonly sopSteps: readonly SopStepCount[];
  /** How many bear another class than their first (rule 15); null where nothing of a class is told. */
  readonly reclassified?: number | null;
  /**
   * Day printed on the paper, in the office's zone: a month that begins later has not begun. The check refuses one before
   * the period's end.
   */
  readonly dated: string;
};

/**
 * A counted table as a block: number, label, count and share of each row, its total, and what it rests on. The table of
 * SOP steps has columns of its own, the balance is reconciled with the numbers given (rule 11).
 */
export function buildTableBlock(
  table: CountedTable,
  { title, key }: TableWords,
  office: OfficeData,
  period: ReportPeriod,
  { balance, sopSteps, reclassified = null, dated }: TableDetails,
): Table {
  if (table.id === 'sop-steps') return buildSopTable(sopSteps, { title, key }, period);
  const withShares =
    table.rows.some((row) => row.tenths !== null) || (table.ofCases && table.denominator === 0);
  const columns: Table['columns'] = [
    { key: 'no', label: 'No.', kind: 'ordinal', weight: null },
    { key: 'label', label: key, kind: 'text', weight: null },
    { key: 'count', label: 'Jumlah', kind: 'number', weight: null },
    ...(withShares ? [{ key: 'percent', label: 'Persentase', kind: 'percent', weight: null } as const] : []),
  ];
  return {
    type: 'table',
    id: table.id,
    title,
    numbered: true,
    columns,
    columnNumbers: false,
    rows: table.rows.map((row, index) => rowBlock(table, row, index, withShares, period)),
    total: table.ofCases ? totalBlock(table, withShares, period) : null,
    denominator: withShares ? denominatorOf(table, period) : null,
    source: 'Register pengaduan, dihitung oleh Tanggap.',
    notes: [
      ...notesOf(table, office, period, balance),
      ...classNote(table, period, reclassified),
      ...aheadNote(table, period, dated),
    ],
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
  const rows: RowsQuery = { period: period.text, table: table.id, key: row.key };
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

/** What the shares are of, which opens the rows that stand in them. */
function denominatorOf(table: CountedTable, period: ReportPeriod): Table['denominator'] {
  const rows: RowsQuery = { period: period.text, table: table.id, part: 'counted' };
  return {
    figure: { id: `${table.id}/counted`, value: table.denominator, format: 'count', rows },
    label: denominatorLabel(table),
  };
}

function denominatorLabel({ ofCases, denominator, total }: CountedTable): string {
  if (!ofCases) return 'jawaban';
  if (denominator === total) return 'laporan';
  return denominator === 0
    ? 'laporan yang dapat dihitung, jadi tidak ditampilkan'
    : 'laporan yang dapat dihitung';
}

/** Of a table that leaves none out and says them one by one nowhere: it counts work, or no case stands in it. */
const ALL_KINDS = 'Memuat semua jenis laporan.';

/** Tables that a changed class touches, and what they say of it. */
const OF_CLASSES: ReadonlyMap<string, string> = new Map([
  ['by-severity', ' pengaduan berubah kelas; di sini menurut kelas yang berlaku sekarang.'],
  ['on-time', ' pengaduan berubah kelas; ketepatan waktunya dinilai menurut kelas yang pertama.'],
]);

/** Rule 15: on-time is judged by the first class, the new one stands beside it, and the report tells of how many. */
function classNote(
  { id }: CountedTable,
  period: ReportPeriod,
  reclassified: number | null,
): readonly (readonly Inline[])[] {
  const words = OF_CLASSES.get(id);
  if (words === undefined || reclassified === null || reclassified === 0) return [];
  const rows: RowsQuery = { period: period.text, table: 'by-class-change', key: 'changed' };
  const figure = { id: CHANGED_CLASS, value: reclassified, format: 'count', rows } as const;
  return [
    [
      { type: 'figure', figure },
      { type: 'text', text: words },
    ],
  ];
}
const CHANGED_CLASS = 'by-class-change/changed/count';

/** Null where the changes were not counted. */
export function reclassifiedOf(tables: readonly CountedTable[]): number | null {
  const changes = tables.find(({ id }) => id === 'by-class-change');
  return changes?.rows.find(({ key }) => key === 'changed')?.count ?? null;
}

/** A coming month stands with 0, as every row does, and no one reads it as nil. */
function aheadNote(
  { id }: CountedTable,
  period: ReportPeriod,
  dated: string,
): readonly (readonly Inline[])[] {
  const ahead = id === 'by-month' ? monthsAhead(period, dated) : [];
  if (ahead.length === 0) return [];
  return [[{ type: 'text', text: `Belum berjalan: ${ahead.map(monthName).join(', ')}.` }]];
}

/** Rule 2: which kinds the table holds. Rule 37: how many of its rows rest on the old register only. */
function notesOf(
  table: CountedTable,
  office: OfficeData,
  period: ReportPeriod,
  balance: Balance | null,
): readonly (readonly Inline[])[] {
  const notes: (readonly Inline[])[] = [];
  if (table.kinds.length === 0) notes.push([{ type: 'text', text: ALL_KINDS }]);
  if (table.id === 'balance' && balance !== null)
    notes.push(reconciliationNote(balance.reconciliation, period));
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
      { type: 'text', text: ' hanya bersandar pada register lama; statusnya menurut register' },
      ...unrecordedWords(table, period),
      { type: 'text', text: '.' },
    ]);
  }
  return notes;
}

/** Rule 37: what the old register does not state is said to be so, wherever the rest is said to be by the register. */
function unrecordedWords({ id, unrecorded }: CountedTable, period: ReportPeriod): readonly Inline[] {
  if (unrecorded === 0) return [];
  const rows: RowsQuery = { period: period.text, table: 'by-status', key: 'not-recorded' };
  return [
    { type: 'text', text: ', kecuali ' },
    { type: 'figure', figure: { id: `${id}/unrecorded`, value: unrecorded, format: 'count', rows } },
    { type: 'text', text: ' yang statusnya tidak tercatat di sana' },
  ];
}
