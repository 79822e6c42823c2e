import { loadSpreadsheet, type SpreadsheetSource } from './load-spreadsheet.ts';
import type { SpreadsheetResult } from './read-spreadsheet-bytes.ts';
import { runFenced } from './run-fenced.ts';
import { SPREADSHEET_LIMITS, type SpreadsheetLimits } from './spreadsheet-limits.ts';
import type { SpreadsheetJob } from './spreadsheet-worker.ts';

export type { SpreadsheetSource } from './load-spreadsheet.ts';

/**
 * Reads an .xlsx or .csv in a worker thread with its own heap limit and a time limit, so that a hostile file can neither
 * fill the memory nor hold the server. Every "no" is a refusal with an Indonesian sentence that says what to do.
 */
export async function readSpreadsheet(
  source: SpreadsheetSource,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<SpreadsheetResult> {
  const file = await loadSpreadsheet(source, limits.fileBytes);
  if (!file.ok) return file;
  const job: SpreadsheetJob = { bytes: file.bytes, sheetName: file.sheetName, limits };
  return runFenced<SpreadsheetResult>(new URL('./spreadsheet-worker.ts', import.meta.url), job);
}
