import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheetBytes } from './read-spreadsheet-bytes.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';

/** Entry of the worker thread that `readSpreadsheet` starts: reads one file, posts the result, ends. */
export type SpreadsheetJob = {
  readonly bytes: Uint8Array;
  readonly sheetName: string;
  readonly limits: SpreadsheetLimits;
};

const job: SpreadsheetJob = workerData;
parentPort?.postMessage(readSpreadsheetBytes(job.bytes, job.sheetName, job.limits));
