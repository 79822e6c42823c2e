import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SpreadsheetResult } from './read-spreadsheet-bytes.ts';
import { SPREADSHEET_LIMITS, type SpreadsheetLimits } from './spreadsheet-limits.ts';
import { refuseSpreadsheet } from './spreadsheet-refusal.ts';
import type { SpreadsheetJob } from './spreadsheet-worker.ts';

/** A file on disk, or bytes that were uploaded with the name they came with. */
export type SpreadsheetSource =
  | { readonly path: string }
  | { readonly bytes: Uint8Array; readonly name: string };

/**
 * Reads an .xlsx or .csv in a worker thread with its own heap limit and a time limit, so that a hostile file can neither
 * fill the memory nor hold the server. Every "no" is a refusal with an Indonesian sentence that says what to do.
 */
export async function readSpreadsheet(
  source: SpreadsheetSource,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<SpreadsheetResult> {
  const name = 'path' in source ? basename(source.path) : source.name;
  const bytes =
    'path' in source ? await readLimited(source.path, limits.fileBytes) : new Uint8Array(source.bytes);
  if (bytes === null) return refuseSpreadsheet('file-missing', name);
  if (bytes.length > limits.fileBytes) return refuseSpreadsheet('file-too-large', name);
  return readInWorker({ bytes, sheetName: name.replace(/\.[^.]*$/, ''), limits });
}

/** At most one byte more than allowed, so that a huge or endless file is never taken in whole. */
async function readLimited(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const room = new Uint8Array(Math.min(size, most) + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(room, filled, room.length - filled, filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === room.length) return room.subarray(0, filled);
    }
  } catch {
    // A folder, or a disk that fails: for the person who chose it, it cannot be opened.
    return null;
  } finally {
    await file.close();
  }
}

function readInWorker(job: SpreadsheetJob & { bytes: Uint8Array<ArrayBuffer> }): Promise<SpreadsheetResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
      workerData: job,
      transferList: [job.bytes.buffer],
      resourceLimits: {
        maxOldGenerationSizeMb: job.limits.heapMegabytes,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
    });
    const timer = setTimeout(() => finish(refuseSpreadsheet('out-of-time')), job.limits.milliseconds);
    const finish = (result: SpreadsheetResult): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (fault) => {
      if ('code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY')
        finish(refuseSpreadsheet('out-of-memory'));
      else {
        clearTimeout(timer);
        reject(fault);
      }
    });
  });
}
