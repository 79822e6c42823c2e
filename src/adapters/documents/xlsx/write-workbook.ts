import { type CellStyle, type Cell as HucreCell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { columnLetters } from '../../../domain/registers/column-letters.ts';
import { countLines } from '../count-lines.ts';

/** The one file that knows the spreadsheet library: everybody else speaks of these sheets and cells. */
export type Workbook = {
  readonly title: string;
  readonly creator: string;
  /** Written into the file's metadata; nothing of it comes from the machine's clock. */
  readonly madeAt: Date;
  readonly sheets: readonly Sheet[];
};
export type Sheet = {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows from the top that stay in view. */
  readonly frozenRows: number;
  /** Zero-based rows from header to last, over all columns, that can be filtered. */
  readonly filter: { readonly fromRow: number; readonly toRow: number } | null;
  readonly lying: boolean;
};
export type SheetCell = {
  readonly value: string | number | null;
  readonly look: CellLook;
  /** `SUM(C5:C12)`, shown as `value` until the program counts itself. Only ever written by us. */
  readonly formula?: string;
};
export type CellLook =
  | 'plain'
  | 'title'
  | 'header'
  | 'text'
  | 'count'
  | 'mean'
  | 'percent'
  | 'date'
  | 'centre'
  | 'total-text'
  | 'total-count'
  | 'total-mean'
  | 'total-percent'
  | 'note';

/** Longest text that a cell can hold; a longer one is cut, visibly. */
const LONGEST_TEXT = 32_767;
const CUT = ' … (dipotong)';

/** A workbook as XLSX bytes. A text stays a text whatever sign it begins with. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { title, creator, madeAt } = workbook;
  return writeXlsx({
    properties: { title, creator, lastModifiedBy: creator, created: madeAt, modified: madeAt },
    defaultFont: { name: 'Arial', size: 10 },
    sheets: workbook.sheets.map(toHucre),
  });
}

/** A name that Excel takes: at most 31 characters, none of []:*?/\ and no quote at its ends. */
export function sheetName(name: string): string {
  const plain = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '');
  return [...plain].slice(0, 31).join('').trim() || 'Lembar';
}

function toHucre(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>();
  sheet.rows.forEach((row, rowAt) => {
    row.forEach((cell, columnAt) => {
      cells.set(`${rowAt},${columnAt}`, cellOf(cell));
    });
  });
  const lastColumn = columnLetters(Math.max(...sheet.rows.map((row) => row.length), 1) - 1);
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.map((cell) => valueOfCell(cell))),
    cells,
    rowDefs: rowHeights(sheet),
    merges: mergedNotes(sheet),
    freezePane: { rows: sheet.frozenRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.lying ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.filter === null
        ? {}
        : { printTitlesRow: `$${sheet.filter.fromRow + 1}:$${sheet.filter.fromRow + 1}` }),
    },
    ...(sheet.filter === null
      ? {}
      : { autoFilter: { range: `A${sheet.filter.fromRow + 1}:${lastColumn}${sheet.filter.toRow + 1}` } }),
  };
}

/** A note runs over all columns: in one cell it would be cut, or make the printed sheet as wide as itself. */
function mergedNotes({ rows, widths }: Sheet): NonNullable<WriteSheet['merges']> {
  return rows.flatMap((row, at) =>
    row[0]?.look === 'note' && widths.length > 1
      ? [{ startRow: at, startCol: 0, endRow: at, endCol: widths.length - 1 }]
      : [],
  );
}

const LINE = 12.75;
const TALLEST = 400;
const MOST_MEASURED = 20_000;

/** Programs do not agree on the height of a row whose text wraps: it is said, in points. Excel allows 409. */
function rowHeights(sheet: Sheet): NonNullable<WriteSheet['rowDefs']> {
  if (sheet.rows.length > MOST_MEASURED) return new Map();
  const whole = sheet.widths.reduce((sum, width) => sum + width, 0);
  return new Map(
    sheet.rows.flatMap((row, rowAt) => {
      const lines = row.map((cell, columnAt) =>
        wrappedLines(cell, cell.look === 'note' ? whole : (sheet.widths[columnAt] ?? 10)),
      );
      const most = Math.max(...lines, 1);
      return most === 1 ? [] : [[rowAt, { height: Math.min(most * LINE + 2, TALLEST) }] as const];
    }),
  );
}

const WRAPPED: readonly CellLook[] = ['text', 'header', 'note'];

/** A column as wide as n digits of Arial 10 is 5.25 n points wide. */
function wrappedLines({ value, look }: SheetCell, width: number): number {
  if (typeof value !== 'string' || !WRAPPED.includes(look)) return 1;
  return countLines(value.slice(0, 4000), width * 5.25 - 3, 10, look === 'header');
}

function valueOfCell({ value }: SheetCell): string | number | null {
  return typeof value === 'string' ? fitting(value) : value;
}

function cellOf(cell: SheetCell): Partial<HucreCell> {
  const style = STYLES[cell.look];
  if (cell.formula === undefined) return { style };
  return { style, type: 'formula', formula: cell.formula, formulaResult: cell.value };
}

function fitting(text: string): string {
  return text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT - CUT.length).toWellFormed()}${CUT}`;
}

const THIN = { style: 'thin', color: { rgb: '6B7A84' } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EBEBEB' } } as const;
const COUNT = '#,##0';
const MEAN = '#,##0.0#';
const PERCENT = '0.0%';
const TOP = { vertical: 'top' } as const;
const WRAP = { vertical: 'top', wrapText: true } as const;
const ARIAL = { name: 'Arial', size: 10 } as const;
const BOLD = { ...ARIAL, bold: true } as const;

const STYLES: Readonly<Record<CellLook, CellStyle>> = {
  plain: { font: ARIAL, alignment: TOP },
  title: { font: { ...BOLD, size: 12 } },
  header: {
    font: BOLD,
    fill: SHADE,
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  text: { font: ARIAL, border: BORDER, alignment: WRAP },
  count: { font: ARIAL, border: BORDER, alignment: TOP, numFmt: COUNT },
  mean: { font: ARIAL, border: BORDER, alignment: TOP, numFmt: MEAN },
  percent: { font: ARIAL, border: BORDER, alignment: TOP, numFmt: PERCENT },
  date: {
    font: ARIAL,
    border: BORDER,
    alignment: { horizontal: 'left', vertical: 'top' },
    numFmt: '[$-421]dddd, d mmmm yyyy',
  },
  centre: { font: ARIAL, border: BORDER, alignment: { horizontal: 'center', vertical: 'top' } },
  'total-text': { font: BOLD, border: BORDER },
  'total-count': { font: BOLD, border: BORDER, numFmt: COUNT },
  'total-mean': { font: BOLD, border: BORDER, numFmt: MEAN },
  'total-percent': { font: BOLD, border: BORDER, numFmt: PERCENT },
  note: { font: { ...ARIAL, size: 9, italic: true }, alignment: WRAP },
};
