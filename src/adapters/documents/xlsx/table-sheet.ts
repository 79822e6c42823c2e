import type {
  ResolvedCell,
  ResolvedRow,
  ResolvedTable,
} from '../../../domain/documents/resolved-document.ts';
import { columnLetters } from '../../../domain/registers/column-letters.ts';
import { type Sheet, type SheetCell, sheetName } from './write-workbook.ts';

const HEADER_ROW = 3;

/**
 * One table as a sheet: title, what it belongs to, header that stays and filters, typed rows, a total that sums what
 * stands above it, the notes.
 */
export function tableSheet(name: string, table: ResolvedTable, belongsTo: string): Sheet {
  const empty: readonly SheetCell[] = [];
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + table.rows.length;
  return {
    name: sheetName(name),
    widths: table.columns.map((column, index) => columnWidth(column, [table], index)),
    rows: [
      [{ value: [table.number, table.title].filter((part) => part !== null).join(' '), look: 'title' }],
      [{ value: belongsTo, look: 'plain' }],
      empty,
      table.columns.map((column): SheetCell => ({ value: column.label, look: 'header' })),
      ...table.rows.map((row) => row.cells.map(bodyCell)),
      ...(table.total === null ? [] : [totalCells(table.total, table, { first, last })]),
      ...table.notes.map((note): SheetCell[] => [
        { value: note.map((run) => run.text).join(''), look: 'note' },
      ]),
    ],
    frozenRows: HEADER_ROW + 1,
    filter: table.rows.length === 0 ? null : { fromRow: HEADER_ROW, toRow: last },
    lying: table.columns.length > 5,
  };
}

/** In characters: as wide as its kind asks for, a text as wide as its longest, within what can be read at a glance. */
export function columnWidth(
  { kind, label }: ResolvedTable['columns'][number],
  tables: readonly ResolvedTable[],
  index: number,
): number {
  const fixed = WIDTHS[kind];
  if (fixed !== undefined) return fixed;
  const texts = tables.flatMap(({ rows }) => rows.map((row) => row.cells[index]?.text.length ?? 0));
  const longest = texts.reduce((most, length) => Math.max(most, length), label.length);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}

const WIDTHS: Readonly<Record<string, number>> = { ordinal: 6, number: 12, percent: 13, date: 28 };
const [NARROWEST, WIDEST] = [12, 42];

/** A cell of its own type: what can be counted stays a number, a day a day, all else text. */
export function bodyCell(cell: ResolvedCell): SheetCell {
  const { kind, value, text } = cell;
  if (kind === 'ordinal' && typeof value === 'number') return { value, look: 'centre' };
  if (kind === 'number' && typeof value === 'number')
    return { value, look: Number.isInteger(value) ? 'count' : 'mean' };
  if (kind === 'percent' && typeof value === 'number') return { value: value / 1000, look: 'percent' };
  if (kind === 'date' && typeof value === 'string') return { value: daySerial(value), look: 'date' };
  return {
    value: text === '' ? null : text,
    look: kind === 'number' || kind === 'percent' ? 'centre' : 'text',
  };
}

/** Excel counts days from 30 December 1899. */
function daySerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

type Rows = { readonly first: number; readonly last: number };

function totalCells(total: ResolvedRow, table: ResolvedTable, rows: Rows): readonly SheetCell[] {
  return total.cells.map((cell, column): SheetCell => {
    const drawn = bodyCell(cell);
    if (typeof drawn.value !== 'number') return { value: drawn.value, look: 'total-text' };
    const look = TOTAL_LOOKS[drawn.look] ?? 'total-count';
    const letter = columnLetters(column);
    // A total that is no sum of its column (a mean, a rate) stays the number it is.
    return sumsUp(table, column, cell.value)
      ? { value: drawn.value, look, formula: `SUM(${letter}${rows.first + 1}:${letter}${rows.last + 1})` }
      : { value: drawn.value, look };
  });
}

const TOTAL_LOOKS: Readonly<Record<string, 'total-count' | 'total-mean' | 'total-percent'>> = {
  count: 'total-count',
  mean: 'total-mean',
  percent: 'total-percent',
};

function sumsUp(table: ResolvedTable, column: number, total: ResolvedCell['value']): boolean {
  const values = table.rows.map((row) => row.cells[column]?.value);
  const sum = values.reduce<number>((whole, value) => whole + (typeof value === 'number' ? value : 0), 0);
  return table.rows.length > 0 && sum === total;
}
