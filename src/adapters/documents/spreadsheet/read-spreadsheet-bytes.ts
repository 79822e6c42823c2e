import type { Workbook } from '../../../domain/registers/sheet.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniffSpreadsheet } from './sniff-spreadsheet.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { refuseSpreadsheet, type SpreadsheetRefusal, SpreadsheetStop } from './spreadsheet-refusal.ts';

export type SpreadsheetResult = { readonly ok: true; readonly workbook: Workbook } | SpreadsheetRefusal;

/** Reads the bytes in the thread that calls it: for foreign files a worker behind the fence (`runFenced`). */
export function readSpreadsheetBytes(
  bytes: Uint8Array,
  sheetName: string,
  limits: SpreadsheetLimits,
): SpreadsheetResult {
  try {
    if (bytes.length > limits.fileBytes) throw new SpreadsheetStop('file-too-large');
    const workbook =
      sniffSpreadsheet(bytes) === 'zip' ? readXlsx(bytes, limits) : readCsv(bytes, sheetName, limits);
    return { ok: true, workbook };
  } catch (fault) {
    if (fault instanceof SpreadsheetStop) return refuseSpreadsheet(fault.code, fault.detail);
    throw fault;
  }
}
