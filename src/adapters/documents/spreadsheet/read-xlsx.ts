import type { Workbook } from '../../../domain/registers/sheet.ts';
import type { CellBudget } from './cell-address.ts';
import { inflateBudget } from './inflate-budget.ts';
import { readSheetPart } from './read-sheet-part.ts';
import { readWorkbookParts } from './read-workbook-parts.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { readZipDirectory } from './zip-directory.ts';

/** All sheets of an .xlsx, hidden ones too (marked). Stops with a `SpreadsheetStop` on anything beyond the limits. */
export function readXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Workbook {
  const parts = readZipDirectory(bytes, limits);
  const budget = inflateBudget(limits);
  const book = readWorkbookParts(parts, budget, limits);
  const left: CellBudget = { rows: limits.rows, cells: limits.cells, characters: limits.textCharacters };
  return {
    format: 'xlsx',
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: readSheetPart(sheet.entry, book, left, budget, limits),
    })),
  };
}
