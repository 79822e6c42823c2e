import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSystem, type System } from '../src/app/open-system.ts';
import { readConfig } from '../src/platform/config.ts';
import { monthlyWorkbook } from '../test/fixtures/registers/monthly-register.ts';
import { BENCH_OFFICE } from './bench-register.ts';
import { runCommand } from './run-command.ts';

export const SMALL_YEAR = '2023';
export type SmallYear = {
  readonly system: System;
  readonly folder: string;
  /** For programs that work on the same store. */
  readonly env: Readonly<Record<string, string>>;
};

/**
 * A store that holds one year of 43 rows (a made-up register), while `work` lasts. Its database stays up while commands
 * come and go, as beside a running server.
 */
export async function withSmallYear(work: (year: SmallYear) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-small-year-'));
  const env = { TANGGAP_DATA: folder };
  const system = await openSystem(Date.now(), readConfig(env));
  try {
    const file = join(folder, 'register.xlsx');
    writeFileSync(file, monthlyWorkbook());
    const where = ['--office', BENCH_OFFICE, '--period', SMALL_YEAR];
    await runCommand(['register', 'import', file, ...where, '--accept-suggestions', '--json'], env);
    system.offices.forget();
    await work({ system, folder, env });
  } finally {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
