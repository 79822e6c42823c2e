import {
  loadSpreadsheet,
  type SpreadsheetSource,
} from '../../adapters/documents/spreadsheet/load-spreadsheet.ts';
import { runFenced } from '../../adapters/documents/spreadsheet/run-fenced.ts';
import {
  SPREADSHEET_LIMITS,
  type SpreadsheetLimits,
} from '../../adapters/documents/spreadsheet/spreadsheet-limits.ts';
import type { SpreadsheetRefusal } from '../../adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import type { ReadingContext, RegisterReading } from '../../domain/registers/register-row.ts';
import { sha256 } from '../../platform/crypto.ts';
import type { RegisterJob, RegisterVerdict } from './read-register-worker.ts';

export type RegisterFileReading =
  | {
      readonly ok: true;
      readonly reading: RegisterReading;
      /** SHA-256 of the very bytes that were read: the file may be another by the time the rows are written. */
      readonly fileHash: Buffer;
    }
  | SpreadsheetRefusal;

/**
 * Reads an old register (.xlsx, .csv, SP4N export) into verdicts, without writing anything; reading and judging both run in a
 * fenced worker. Refuses a file that cannot be read safely, an export of Tanggap itself, and one whose table rests on
 * formulas without a stored value; `detail` then names the cells.
 */
export async function readRegisterFile(
  source: SpreadsheetSource,
  context: ReadingContext,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<RegisterFileReading> {
  const file = await loadSpreadsheet(source, limits.fileBytes);
  if (!file.ok) return file;
  const job: RegisterJob = { bytes: file.bytes, sheetName: file.sheetName, limits, context };
  // Before the bytes are handed over to the worker.
  const fileHash = sha256(file.bytes);
  const read = await runFenced<RegisterVerdict>(new URL('./read-register-worker.ts', import.meta.url), job);
  return read.ok ? { ...read, fileHash } : read;
}
