import { formatDate } from '../calendar/format-date.ts';
import type { Cell, Column, Inline, Row, Table } from './blocks.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { formatNumber, formatTenths, NOT_SAID } from './format-number.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveInlines } from './resolve-inlines.ts';
import type { ResolvedCell, ResolvedRow, ResolvedTable, Run } from './resolved-document.ts';

/** A table with its number, printed cells and notes. A row with more or fewer cells than columns is a fault. */
export function resolveTable(table: Table, context: ResolveContext): ResolvedTable {
  const numbered = context.numbers.tables.get(table.id);
  const resolveRow = (row: Row): ResolvedRow => {
    if (row.cells.length !== table.columns.length) {
      throw new Error(
        `Row "${row.key}" of table "${table.id}" has ${row.cells.length} cells, not one per column.`,
      );
    }
    return { key: row.key, cells: row.cells.map((cell) => resolveCell(cell, context)) };
  };
  return {
    type: 'table',
    id: table.id,
    anchor: numbered?.anchor ?? '',
    number: numbered?.number ?? null,
    title: cleanLine(table.title),
    columns: table.columns.map((column) => ({
      key: column.key,
      label: cleanLine(column.label),
      kind: column.kind,
      align: ALIGN[column.kind],
      weight: column.weight ?? WEIGHT[column.kind],
    })),
    columnNumbers: table.columnNumbers ? table.columns.map((_, index) => String(index + 1)) : null,
    rowRoom: table.rowRoom ?? null,
    rows: table.rows.map(resolveRow),
    total: table.total === null ? null : resolveRow(table.total),
    notes: notesOf(table, context),
  };
}

const ALIGN = { ordinal: 'centre', text: 'left', number: 'right', percent: 'right', date: 'left' } as const;
const WEIGHT: Readonly<Record<Column['kind'], number>> = {
  ordinal: 1,
  text: 7,
  number: 2,
  percent: 2.4,
  date: 3,
};

function resolveCell(cell: Cell, { tree }: ResolveContext): ResolvedCell {
  const { language } = tree.meta;
  const plain = { kind: cell.kind, value: null, figureId: null, rows: null };
  switch (cell.kind) {
    case 'text':
      return { ...plain, text: cleanText(cell.text) };
    case 'empty':
      return { ...plain, text: '' };
    case 'ordinal':
      return { ...plain, text: String(cell.value), value: cell.value };
    case 'date':
      return {
        ...plain,
        text: cell.date === null ? NOT_SAID : formatDate(cell.date, cell.style, language),
        value: cell.date,
      };
    case 'number': {
      const text = cell.value === null ? NOT_SAID : formatNumber(cell.value, placesOf(cell.value), language);
      return { kind: 'number', text, value: cell.value, figureId: cell.id, rows: cell.rows };
    }
    case 'percent': {
      const text = cell.tenths === null ? NOT_SAID : `${formatTenths(cell.tenths, language)}%`;
      return { kind: 'percent', text, value: cell.tenths, figureId: cell.id, rows: cell.rows };
    }
  }
}

/** Counts are whole; a mean keeps up to two places. */
function placesOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Number.isInteger(Math.round(value * 1000) / 100) ? 1 : 2;
}

function notesOf(table: Table, context: ResolveContext): readonly (readonly Run[])[] {
  const notes: Inline[][] = [];
  if (table.denominator !== null) {
    const [before, after] = context.words.denominator;
    const { figure, label } = table.denominator;
    notes.push([
      { type: 'text', text: before },
      { type: 'figure', figure },
      { type: 'text', text: ` ${label}${after}.` },
    ]);
  }
  notes.push(...table.notes.map((note) => [...note]));
  if (table.source !== null) notes.push([{ type: 'text', text: `${context.words.source}: ${table.source}` }]);
  return notes.map((note) => resolveInlines(note, context));
}
