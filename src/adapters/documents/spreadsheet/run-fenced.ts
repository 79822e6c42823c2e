import { Worker } from 'node:worker_threads';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { refuseSpreadsheet, type SpreadsheetRefusal } from './spreadsheet-refusal.ts';

/** What a fenced worker is given; the bytes are handed over, not copied. */
export type FencedJob = { readonly bytes: Uint8Array<ArrayBuffer>; readonly limits: SpreadsheetLimits };

/**
 * Runs one job in a worker thread with its own heap limit and a time limit; the worker posts one result and ends.
 * A job that outgrows either is a refusal; any other error of the worker is a fault and rejects.
 */
export function runFenced<Result>(worker: URL, job: FencedJob): Promise<Result | SpreadsheetRefusal> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: job,
      transferList: [job.bytes.buffer],
      resourceLimits: {
        maxOldGenerationSizeMb: job.limits.heapMegabytes,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
    });
    const finish = (result: Result | SpreadsheetRefusal): void => {
      clearTimeout(timer);
      resolve(result);
      void thread.terminate();
    };
    const timer = setTimeout(() => finish(refuseSpreadsheet('out-of-time')), job.limits.milliseconds);
    thread.once('message', finish);
    thread.once('error', (fault) => {
      if ('code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY')
        finish(refuseSpreadsheet('out-of-memory'));
      else {
        clearTimeout(timer);
        reject(fault);
      }
    });
  });
}
