import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ResolvedRow, ResolvedTable, Run } from '../../../domain/documents/resolved-document.ts';
import { totalSpan } from '../total-span.ts';
import { INK, lineSpacing, millimetres, SHADE, SIZE } from './docx-measures.ts';
import { type BookmarkNames, marked, plainRuns, textRuns } from './docx-text.ts';

/** A table of twelve rows and its total is kept on one page whole, unless its cells tell stories. */
const WHOLE = 13;
const STORY = 90;

/** Caption above, repeated header, rows that do not break, total, notes below. */
export function docxTable(
  table: ResolvedTable,
  {
    textWidth,
    dense,
    names,
  }: { readonly textWidth: number; readonly dense: boolean; readonly names: BookmarkNames },
): readonly (Paragraph | Table)[] {
  const widths = columnWidths(table, textWidth);
  const size = dense ? SIZE.register : SIZE.table;
  const rows = rowsOf(table);
  const kept = keptRows(table);
  const drawn = rows.map((row, index) =>
    bodyRow(row, { table, widths, size, bold: row === table.total, keepNext: kept[index] === true }),
  );
  const header = [headerRow(table, widths, size), ...numbersRow(table, widths, size)];
  return [
    ...caption(table, names),
    new Table({
      rows: [...header, ...drawn],
      columnWidths: [...widths],
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
    }),
    ...(table.notes.length === 0
      ? []
      : [new Paragraph({ style: 'Catatan', children: [...textRuns(notesAsOne(table))], keepLines: true })]),
    new Paragraph({
      spacing: { before: 0, after: 120, line: 120, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ];
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

function caption(table: ResolvedTable, names: BookmarkNames): readonly Paragraph[] {
  if (table.number === null) return [];
  const text = plainRuns(`${table.number}  ${table.title}`);
  return [
    new Paragraph({ style: 'Judul', keepNext: true, children: [...marked(table.anchor, names, text)] }),
  ];
}

/** The rows as they are drawn, the total last. */
export function rowsOf(table: ResolvedTable): readonly ResolvedRow[] {
  return table.total === null ? table.rows : [...table.rows, table.total];
}

/**
 * Which rows stay with what is below: all of a small table; of a long one its first rows and its last, and of a
 * register, which begins its page and could only leave its title behind. The last row holds the notes, which would else
 * stand alone on the next page.
 */
export function keptRows(table: ResolvedTable): readonly boolean[] {
  const rows = rowsOf(table);
  const last = rows.length - 1;
  const isRegister = table.columnNumbers !== null;
  const whole =
    !isRegister &&
    rows.length <= WHOLE &&
    rows.every((row) => row.cells.every((cell) => cell.text.length < STORY));
  return rows.map((_, index) =>
    index === last ? table.notes.length > 0 : whole || index <= 1 || index >= last - 2,
  );
}

/** What a table says of itself, as one paragraph below it. */
export function notesAsOne({ notes }: ResolvedTable): readonly Run[] {
  const space: Run = { text: ' ', strong: false, emph: false, figure: null };
  return notes.flatMap((note, index) => (index === 0 ? note : [space, ...note]));
}

/** Twips of each column; "No." never breaks. */
export function columnWidths(table: ResolvedTable, room: number): readonly number[] {
  const whole = table.columns.reduce((sum, column) => sum + column.weight, 0);
  const shares = table.columns.map((column) => {
    const share = (column.weight / whole) * room;
    return column.kind === 'ordinal' ? Math.max(share, ORDINAL) : share;
  });
  const over = shares.reduce((sum, share) => sum + share, 0) / room;
  const widths = shares.map((share, index) =>
    table.columns[index]?.kind === 'ordinal' ? Math.ceil(share) : Math.floor(share / over),
  );
  const rest = room - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

const ORDINAL = 620;

const PADDING = { top: 50, bottom: 50, left: 90, right: 90 };

function headerRow(table: ResolvedTable, widths: readonly number[], size: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: PADDING,
          shading: { fill: SHADE },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [cellParagraph(column.label, AlignmentType.CENTER, size, true)],
        }),
    ),
  });
}

function numbersRow(table: ResolvedTable, widths: readonly number[], size: number): readonly TableRow[] {
  if (table.columnNumbers === null) return [];
  const cells = table.columnNumbers.map(
    (number, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: [cellParagraph(number, AlignmentType.CENTER, size - 3, false)],
      }),
  );
  return [new TableRow({ tableHeader: true, cantSplit: true, keepNext: true, children: cells })];
}

type RowLook = {
  readonly table: ResolvedTable;
  readonly widths: readonly number[];
  readonly size: number;
  readonly bold: boolean;
  readonly keepNext: boolean;
};

const ALIGN = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

function bodyRow(row: ResolvedRow, { table, widths, size, bold, keepNext }: RowLook): TableRow {
  const span = bold ? totalSpan(row) : 1;
  const shown = row.cells.slice(span - 1);
  const cells = shown.map((cell, at) => {
    const merged = at === 0 && span > 1;
    const index = at + span - 1;
    const width = merged ? widths.slice(0, span).reduce((sum, one) => sum + one, 0) : (widths[index] ?? 0);
    const align = merged ? AlignmentType.CENTER : ALIGN[table.columns[index]?.align ?? 'left'];
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: PADDING,
      ...(merged ? { columnSpan: span } : {}),
      children: [cellParagraph(cell.text, align, size, bold)],
    });
  });
  // A row of a citizen's long story may go over the page; short rows stay whole.
  const long = row.cells.some((cell) => cell.text.length > 1500);
  const room =
    table.rowRoom === null ? {} : { height: { value: millimetres(table.rowRoom), rule: HeightRule.ATLEAST } };
  return new TableRow({ cantSplit: !long, keepNext: keepNext && !long, ...room, children: cells });
}

function cellParagraph(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  size: number,
  bold: boolean,
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { before: 0, after: 0, ...lineSpacing(1.05) },
    children: [...plainRuns(text, { size, bold })],
  });
}
