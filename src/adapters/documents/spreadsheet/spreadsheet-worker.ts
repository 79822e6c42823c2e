import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheetBytes } from './read-spreadsheet-bytes.ts';
import type { FencedJob } from './run-fenced.ts';

/** Entry of the worker thread that `readSpreadsheet` starts: reads one file, posts the result, ends. */
export type SpreadsheetJob = FencedJob & { readonly sheetName: string };

const job: SpreadsheetJob = workerData;
parentPort?.postMessage(readSpreadsheetBytes(job.bytes, job.sheetName, job.limits));
