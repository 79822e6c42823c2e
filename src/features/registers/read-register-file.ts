import {
  readSpreadsheet,
  type SpreadsheetSource,
} from '../../adapters/documents/spreadsheet/read-spreadsheet.ts';
import {
  refuseSpreadsheet,
  type SpreadsheetRefusal,
} from '../../adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import { readRegister } from '../../domain/registers/read-register.ts';
import type { ReadingContext, RegisterReading } from '../../domain/registers/register-row.ts';

export type RegisterFileReading =
  | { readonly ok: true; readonly reading: RegisterReading }
  | SpreadsheetRefusal;

/**
 * Reads an old register (.xlsx, .csv, SP4N export) into verdicts, without writing anything. Refuses a file that cannot be
 * read safely, and one whose table rests on formulas without a stored value; `detail` then names the cells.
 */
export async function readRegisterFile(
  source: SpreadsheetSource,
  context: ReadingContext,
): Promise<RegisterFileReading> {
  const file = await readSpreadsheet(source);
  if (!file.ok) return file;
  const reading = readRegister(file.workbook.sheets, context);
  const { formulasWithoutValue } = reading;
  if (formulasWithoutValue.length > 0) {
    return refuseSpreadsheet('formula-without-value', formulasWithoutValue.slice(0, 10).join(', '));
  }
  return { ok: true, reading };
}
