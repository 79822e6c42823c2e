import {
  loadSpreadsheet,
  type SpreadsheetSource,
} from '../../adapters/documents/spreadsheet/load-spreadsheet.ts';
import { runFenced } from '../../adapters/documents/spreadsheet/run-fenced.ts';
import {
  SPREADSHEET_LIMITS,
  type SpreadsheetLimits,
} from '../../adapters/documents/spreadsheet/spreadsheet-limits.ts';
import type { ReadingContext } from '../../domain/registers/register-row.ts';
import type { RegisterFileReading, RegisterJob } from './read-register-worker.ts';

export type { RegisterFileReading } from './read-register-worker.ts';

/**
 * Reads an old register (.xlsx, .csv, SP4N export) into verdicts, without writing anything; reading and judging both run in a
 * fenced worker. Refuses a file that cannot be read safely, an export of Tanggap itself, and one whose table rests on formulas without a stored value;
 * `detail` then names the cells.
 */
export async function readRegisterFile(
  source: SpreadsheetSource,
  context: ReadingContext,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<RegisterFileReading> {
  const file = await loadSpreadsheet(source, limits.fileBytes);
  if (!file.ok) return file;
  const job: RegisterJob = { bytes: file.bytes, sheetName: file.sheetName, limits, context };
  return runFenced<RegisterFileReading>(new URL('./read-register-worker.ts', import.meta.url), job);
}
