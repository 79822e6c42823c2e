import { columnLetters } from './column-letters.ts';
import { fieldOfMeaning } from './column-meaning.ts';
import type { Doubt, RegisterField } from './doubt-rules.ts';
import type { HeaderColumn } from './find-header.ts';
import type { ColumnMeaning } from './heading-words.ts';
import { plainLetters } from './plain-letters.ts';
import type { SheetCell } from './sheet.ts';
import type { TableRow } from './split-table.ts';

/** Adds one doubt to a row; sheet and row are filled in by whoever made it. */
export type SayDoubt = (
  field: RegisterField,
  rule: Doubt['rule'],
  written: string,
  taken: string | null,
  why: string,
  candidates?: readonly string[],
) => void;

/** The cells of one table row by meaning: text joined over page breaks, letters plain, every repair said. */
export type RowCells = {
  /** Empty when the column does not exist or the cell is blank. */
  readonly text: (meaning: ColumnMeaning) => string;
  readonly cell: (meaning: ColumnMeaning) => SheetCell | undefined;
  readonly hasColumn: (meaning: ColumnMeaning) => boolean;
  /** What stands in the columns of a meaning, each under its own heading. */
  readonly under: (meaning: ColumnMeaning) => readonly KeptCell[];
  /** Every cell that says something, in the order of the columns, and the columns themselves. */
  readonly all: readonly WrittenCell[];
  readonly columns: readonly HeaderColumn[];
  /** Columns without a use of their own, with their heading. */
  readonly kept: readonly KeptCell[];
  /** Whatever stands in the row but its number and its date, in no order that means anything. */
  readonly written: readonly string[];
  /** Something of that stands in the row itself, and not only in a cell merged down over it. */
  readonly hasContent: boolean;
  readonly formulasWithoutValue: readonly SheetCell[];
};

export type KeptCell = { readonly heading: string; readonly text: string };

/** Without a meaning where no heading stands over it. */
export type WrittenCell = KeptCell & { readonly column: number; readonly meaning: ColumnMeaning | null };

/** Reads the cells of a row under the given columns. */
export function rowCells(table: TableRow, columns: readonly HeaderColumn[], say: SayDoubt): RowCells {
  const texts = new Map<number, string>();
  const first = new Map<number, SheetCell>();
  const own = new Set<number>();
  const withoutValue: SheetCell[] = [];
  const meaningAt = new Map(columns.map((each) => [each.column, each.meaning]));
  for (const [part, row] of [table.row, ...table.joined].entries()) {
    for (const cell of row.cells) {
      if (cell.spread === 'right' || (part > 0 && cell.spread !== undefined)) continue;
      const field = fieldOfMeaning(meaningAt.get(cell.column) ?? 'unknown');
      if (cell.formula === 'no-value') withoutValue.push(cell);
      const text = readText(cell, field, say);
      if (text === '') continue;
      if (cell.spread === undefined && /[\p{L}\p{N}]/u.test(text)) own.add(cell.column);
      const before = texts.get(cell.column);
      texts.set(cell.column, before === undefined ? text : `${before} ${text}`);
      if (!first.has(cell.column)) first.set(cell.column, cell);
    }
  }
  const of = (meaning: ColumnMeaning): HeaderColumn[] => columns.filter((each) => each.meaning === meaning);
  const known = new Set(columns.map((each) => each.column));
  const heading = new Map(columns.map((each) => [each.column, each.heading]));
  const all = [...texts]
    .sort(([one], [other]) => one - other)
    .map(([column, text]) => ({
      column,
      heading: heading.get(column) ?? `Kolom ${columnLetters(column)}`,
      meaning: meaningAt.get(column) ?? null,
      text,
    }));
  const stray = all
    .filter(({ column }) => !known.has(column))
    .map(({ heading, text }) => ({ heading, text }));
  const under = (fits: (meaning: ColumnMeaning) => boolean): KeptCell[] =>
    columns
      .filter((each) => fits(each.meaning) && texts.has(each.column))
      .map((each) => ({ heading: each.heading, text: texts.get(each.column) ?? '' }));
  return {
    text: (meaning) =>
      of(meaning)
        .map((each) => texts.get(each.column) ?? '')
        .filter((text) => text !== '')
        .join(', '),
    cell: (meaning) =>
      of(meaning)
        .map((each) => first.get(each.column))
        .find((cell) => cell !== undefined),
    hasColumn: (meaning) => of(meaning).length > 0,
    under: (meaning) => under((each) => each === meaning),
    all,
    columns,
    kept: [...under((each) => KEPT.has(each)), ...stray],
    written: [...texts].flatMap(([column, text]) =>
      NUMBER_OR_DATE.has(meaningAt.get(column) ?? 'unknown') ? [] : [text],
    ),
    hasContent: [...own].some((column) => !NUMBER_OR_DATE.has(meaningAt.get(column) ?? 'unknown')),
    formulasWithoutValue: withoutValue,
  };
}

const NUMBER_OR_DATE: ReadonlySet<ColumnMeaning> = new Set(['number', 'weekday', 'date']);
const KEPT: ReadonlySet<ColumnMeaning> = new Set(['kept', 'unknown', 'received-time', 'secrecy']);

function readText(cell: SheetCell, field: RegisterField, say: SayDoubt): string {
  const written = cell.text.replaceAll(/[ \t]+/g, ' ').trim();
  if (cell.error === true) {
    say(field, 'cell-error', written, null, 'Sel berisi galat Excel; isinya tidak diambil.');
    return '';
  }
  if (cell.formula === 'stored-value') {
    say(
      field,
      'formula',
      written,
      written,
      'Sel berisi rumus; nilai yang tersimpan diambil, rumusnya tidak dijalankan.',
    );
  }
  if (cell.spread === 'down') {
    say(field, 'merged-cell', written, written, 'Sel digabung ke bawah; nilainya dipakai untuk tiap baris.');
  }
  const plain = plainLetters(written);
  for (const change of plain.changes) {
    say(
      field,
      'homoglyph',
      change.written,
      change.taken,
      'Ada huruf dari aksara lain atau tanda tak terlihat; ditulis ulang dengan huruf Latin.',
      change.candidates,
    );
  }
  return plain.text.trim();
}
