import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, runInSystem } from './run-in-system.ts';

/** Opening the installation migrates it; this only says what was done. */
export function migrate(given: Given): Promise<number> {
  return runInSystem(async ({ database }) => {
    if (given.json) printJson(database.migration ?? null);
    else print(describe(database.migration?.applied ?? []));
    return exitCode.done;
  });
}

function describe(applied: readonly string[]): string {
  return applied.length === 0
    ? 'Skema basis data sudah sesuai versi ini.'
    : `Dijalankan: ${applied.join(', ')}`;
}
