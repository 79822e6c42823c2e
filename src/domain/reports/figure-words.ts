import type { RowsQuery } from '../documents/blocks.ts';
import {
  type OfficeData,
  REPORT_TABLES,
  type ReportNode,
  type ReportTemplate,
} from '../office/office-data.ts';
import { editionName, type SopEdition } from '../sop/sop-editions.ts';
import { SOP_COLUMNS, SOP_PARTS, sopRowLabel } from './build-sop-table.ts';
import { BALANCE_LABELS } from './count-balance.ts';
import { sanctionsTable } from './count-sanctions.ts';
import { satisfactionTable } from './count-satisfaction.ts';
import { sopStepAt } from './count-sop-steps.ts';
import type { RowLabel } from './count-table.ts';
import { fillWords, missingFigure, wordBook } from './figure-book.ts';
import type { ReportPeriod } from './report-period.ts';
import { AXIS_TABLES, closedLabel, TABLE_TITLES, tableShape } from './table-shapes.ts';

/** Where a figure stands: its table as the report calls it, null outside of all tables, and the words of its line. */
export type FigureWords = { readonly table: string | null; readonly line: string };

export type WordsInput = {
  readonly office: OfficeData;
  readonly sopEditions: readonly SopEdition[];
  readonly period: ReportPeriod;
  /** The report whose titles are used; without it the table's own. */
  readonly template: ReportTemplate | undefined;
  /** Cases behind the figure, and those among them that rest on the old register only (rule 37). */
  readonly total: number;
  readonly imported: number;
};

/** What the words after `only` of a rows query stand for, in the words of a report. */
export const ONLY_LABELS = {
  imported: 'Laporan yang hanya bersandar pada register lama',
  own: 'Laporan yang ditangani dengan Tanggap',
  cancelled: 'Nomor register yang dibatalkan',
  merged: 'Laporan yang digabungkan',
  anonymous: 'Laporan tanpa nama',
  protected: 'Laporan dilindungi',
  urgent: 'Laporan mendesak',
  'at-desk': 'Laporan yang dijawab di tempat',
  complainants: 'Laporan dari semua pelapor',
  doubts: 'Baris register lama yang diragukan',
} as const;

/** Each number by which the balance is held against the register (rule 11), as its sentence names it. */
const RECONCILIATION_LABELS = {
  'numbers-given': 'Nomor register yang diberikan dalam periode ini',
  cancelled: 'Nomor yang batal',
  merged: 'Nomor yang digabungkan',
  'received-elsewhere': 'Bernomor di sini, diterima di periode lain',
  'numbered-elsewhere': 'Diterima di sini, bernomor di periode lain',
  imported: 'Dari register lama, tanpa nomor baru',
  'not-yet-registered': 'Belum bernomor',
} as const;

/** Says of a query which figure it opens, by the words that the table prints; a key that no table has stands for itself. */
export function figureWords(query: RowsQuery, input: WordsInput): FigureWords {
  const only = Object.entries(ONLY_LABELS).find(([key]) => key === query.only);
  if (only !== undefined) return { table: null, line: only[1] };
  const id = REPORT_TABLES.find((one) => one === query.table);
  if (id === undefined) return { table: null, line: 'Semua laporan yang diterima' };
  const { template, office, period } = input;
  const book = wordBook(office, period);
  const printed = template === undefined ? undefined : titleIn(template.body, id);
  const table =
    printed === undefined || missingFigure(printed, book) !== null
      ? TABLE_TITLES[id]
      : fillWords(printed, book);
  return { table, line: lineOf(id, query, input) };
}

function titleIn(nodes: readonly ReportNode[], id: string): string | undefined {
  for (const node of nodes) {
    if (node.type === 'table' && node.id === id) return node.title;
    const inner = node.type === 'section' ? titleIn(node.body, id) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function lineOf(id: string, query: RowsQuery, input: WordsInput): string {
  const { office, sopEditions, period, total, imported } = input;
  const { key = '', part } = query;
  if (id === 'sop-steps') {
    const found = sopStepAt(key, sopEditions);
    if (found === undefined) return key;
    const { edition, step } = found;
    const { replacedOn } = edition;
    const [no, activity] = [step?.no ?? null, step?.activity ?? null];
    const row = sopRowLabel({ sop: editionName(edition), replacedOn, no, activity });
    return `${row} – ${SOP_COLUMNS[SOP_PARTS.find((one) => one === part) ?? 'count']}`;
  }
  if (part === 'counted') return 'Dasar persentase';
  if (id === 'by-status' && key === 'closed') return closedLabel(total, imported);
  return rowsOf(id, office, period).find((row) => row.key === key)?.label ?? key;
}

function rowsOf(id: string, office: OfficeData, period: ReportPeriod): readonly RowLabel[] {
  const axis = AXIS_TABLES.find((one) => one === id);
  if (axis !== undefined) {
    const { rows, undetermined } = tableShape(axis, office, period);
    return [...rows, undetermined];
  }
  if (id === 'sanctions') return sanctionsTable({ decided: 0, none: 0, pending: 0 }).rows;
  if (id === 'satisfaction') return satisfactionTable().rows;
  const lines = Object.entries({ ...RECONCILIATION_LABELS, ...BALANCE_LABELS });
  return lines.map(([key, label]) => ({ key, label }));
}
