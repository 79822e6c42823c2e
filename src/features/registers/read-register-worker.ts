import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheetBytes } from '../../adapters/documents/spreadsheet/read-spreadsheet-bytes.ts';
import type { FencedJob } from '../../adapters/documents/spreadsheet/run-fenced.ts';
import {
  refuseSpreadsheet,
  type SpreadsheetRefusal,
} from '../../adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import { readRegister } from '../../domain/registers/read-register.ts';
import type { ReadingContext, RegisterReading } from '../../domain/registers/register-row.ts';

/** Entry of the worker thread that `readRegisterFile` starts: reads and judges one file, posts the result, ends. */
export type RegisterJob = FencedJob & { readonly sheetName: string; readonly context: ReadingContext };

export type RegisterVerdict = { readonly ok: true; readonly reading: RegisterReading } | SpreadsheetRefusal;

const job: RegisterJob = workerData;
parentPort?.postMessage(judge(job));

function judge({ bytes, sheetName, limits, context }: RegisterJob): RegisterVerdict {
  const file = readSpreadsheetBytes(bytes, sheetName, limits);
  if (!file.ok) return file;
  const reading = readRegister(file.workbook.sheets, context);
  const { formulasWithoutValue, ownExport } = reading;
  if (ownExport) return refuseSpreadsheet('own-export', sheetName);
  if (formulasWithoutValue.length > 0) {
    return refuseSpreadsheet('formula-without-value', formulasWithoutValue.slice(0, 10).join(', '));
  }
  return { ok: true, reading };
}
