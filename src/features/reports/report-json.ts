import { formatDate } from '../../domain/calendar/format-date.ts';
import type { Inline } from '../../domain/documents/blocks.ts';
import { formatFigure } from '../../domain/documents/format-number.ts';
import { type JsonTable, readJsonTable } from '../../domain/documents/read-json-table.ts';
import { readTables } from '../../domain/documents/read-tables.ts';
import { REPORT_TABLES, type ReportKind } from '../../domain/office/office-data.ts';
import { buildTableBlock } from '../../domain/reports/build-table-block.ts';
import type { CheckResult } from '../../domain/reports/check-report.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { TABLE_TITLES } from '../../domain/reports/table-shapes.ts';
import type { Office } from '../offices/office.read.ts';
import type { BuiltReport } from './build-report.ts';

export type ReportAbout = {
  readonly office: Office;
  readonly kind: ReportKind;
  readonly period: ReportPeriod;
};

/** `report build --format json` of the contract. */
export type ReportJson = {
  readonly office: string;
  readonly kind: ReportKind;
  readonly period: string;
  readonly register: Readonly<Record<string, number>>;
  readonly tables: readonly JsonTable[];
  readonly checks: readonly CheckResult[];
  readonly notes: readonly string[];
};

/** The report's tables as the paper prints them, then those that were counted beside it, with what they rest on. */
export function reportJson(
  { tree, counted, checks }: BuiltReport,
  { office, kind, period }: ReportAbout,
): ReportJson {
  const printed = readTables(tree);
  const tables = counted.tables.map(
    (table) =>
      printed.get(table.id) ??
      buildTableBlock(table, { title: titleOf(table.id), key: 'Uraian' }, office.data, period, counted),
  );
  return {
    office: office.slug,
    kind,
    period: period.text,
    register: { ...counted.totals },
    tables: tables.map(readJsonTable),
    checks,
    notes: [...new Set(tables.flatMap((table) => table.notes.map((note) => `${table.id}: ${plain(note)}`)))],
  };
}

function titleOf(id: string): string {
  const known = REPORT_TABLES.find((one) => one === id);
  return known === undefined ? id : TABLE_TITLES[known];
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join('');
}

function plainInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'figure':
      return formatFigure(inline.figure);
    case 'date':
      return formatDate(inline.date, inline.style);
    case 'strong':
    case 'emph':
      return plain(inline.inlines);
    case 'reference':
      return inline.to;
    // Only letters and forms name their own number or leave room for a pen.
    case 'paper-number':
    case 'blank':
      return '';
  }
}
