import type { SheetCell, SheetRow } from '../../../domain/registers/sheet.ts';
import { type CellBudget, columnOf } from './cell-address.ts';
import { excelDate, excelTime } from './excel-date.ts';
import type { InflateBudget } from './inflate-budget.ts';
import type { NumberFormat } from './number-formats.ts';
import { plainXmlText, type WorkbookParts } from './read-workbook-parts.ts';
import { scanXml } from './scan-xml.ts';
import { type MergedBlock, readMergedBlock, spreadMerged } from './spread-merged.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The rows of one worksheet that hold a value. Formulas are never computed: the stored value is taken and marked. */
export function readSheetPart(
  entry: ZipEntry,
  book: WorkbookParts,
  left: CellBudget,
  budget: InflateBudget,
  limits: SpreadsheetLimits,
): SheetRow[] {
  const rows: SheetRow[] = [];
  const merged: MergedBlock[] = [];
  let row = 0;
  let column = -1;
  let hidden = false;
  let cells: SheetCell[] = [];
  let cell = emptyCell();
  let take: 'value' | 'inline' | null = null;
  let phonetic = 0;
  scanXml(entry, budget, limits, {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : rowNumber(attributes.r, row, entry);
        hidden = attributes.hidden === '1' || attributes.hidden === 'true';
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { ...emptyCell(), type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
      } else if (name === 'f') cell.formula = true;
      else if (name === 'v') take = 'value';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't' && phonetic === 0) take = 'inline';
      else if (name === 'mergeCell' && merged.length < 50_000) {
        const block = readMergedBlock(attributes.ref ?? '');
        if (block !== null) merged.push(block);
      }
    },
    close(name) {
      if (name === 'v' || name === 't') take = null;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') {
        const made = makeCell(cell, column, book);
        if (made === null) return;
        if (column >= limits.columns)
          throw new SpreadsheetStop('too-many-cells', `${entry.name} kolom ${column + 1}`);
        left.cells -= 1;
        left.characters -= made.text.length;
        if (left.cells < 0 || left.characters < 0) throw new SpreadsheetStop('too-many-cells', entry.name);
        cells.push(made);
      } else if (name === 'row' && cells.length > 0) {
        left.rows -= 1;
        if (left.rows < 0) throw new SpreadsheetStop('too-many-rows', `lebih dari ${limits.rows} baris`);
        rows.push({ row, hidden, cells });
      }
    },
    text(text) {
      if (take === null) return;
      if (cell.value.length + text.length > limits.cellCharacters)
        throw new SpreadsheetStop('too-many-cells', entry.name);
      cell.value += text;
    },
  });
  return spreadMerged(rows, merged, left);
}

type RawCell = { type: string; style: number; value: string; formula: boolean };

function emptyCell(): RawCell {
  return { type: 'n', style: 0, value: '', formula: false };
}

function makeCell(raw: RawCell, column: number, book: WorkbookParts): SheetCell | null {
  const shown = showValue(raw, book);
  if (shown === null || shown.text.trim() === '') {
    return raw.formula && raw.type !== 'str' ? { column, text: '', formula: 'no-value' } : null;
  }
  return { column, ...shown, ...(raw.formula ? { formula: 'stored-value' as const } : {}) };
}

type Shown = Pick<SheetCell, 'text' | 'date' | 'error' | 'number'>;

function showValue(raw: RawCell, book: WorkbookParts): Shown | null {
  switch (raw.type) {
    case 's': {
      const text = book.strings[Number(raw.value)];
      return text === undefined ? null : { text };
    }
    case 'inlineStr':
    case 'str':
      return { text: plainXmlText(raw.value) };
    case 'b':
      return { text: raw.value.trim() === '1' ? 'YA' : 'TIDAK' };
    case 'e':
      return { text: raw.value, error: true };
    case 'd':
      return { text: raw.value, date: raw.value.slice(0, 16) };
    default:
      return raw.value.trim() === '' ? null : showNumber(raw.value, book.formats[raw.style], book.date1904);
  }
}

function showNumber(written: string, format: NumberFormat | undefined, date1904: boolean): Shown {
  const value = Number(written);
  if (!Number.isFinite(value)) return { text: written };
  if (format?.as === 'date') {
    const date = excelDate(value, date1904);
    if (date !== null) return { text: date, date, number: true };
  }
  if (format?.as === 'time' && value >= 0) return { text: excelTime(value), number: true };
  const text = plainNumber(value);
  if (format?.as === 'padded') return { text: text.padStart(format.width, '0') };
  return { text, number: true };
}

/** In full, as a person would type it: 81200000001, not 8.12E+10; fifteen digits, as Excel itself keeps them. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0);
  return String(Number(value.toPrecision(15)));
}

function rowNumber(written: string, before: number, entry: ZipEntry): number {
  const row = Number(written);
  if (!Number.isInteger(row) || row <= before || row > 1_048_576)
    throw new SpreadsheetStop('broken-xml', entry.name);
  return row;
}
