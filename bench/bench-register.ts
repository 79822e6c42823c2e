import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSystem, type System } from '../src/app/open-system.ts';
import type { CaseActor } from '../src/domain/people/case-actor.ts';
import { PERMISSIONS } from '../src/domain/people/permissions.ts';
import type { Office } from '../src/features/offices/office.read.ts';
import { readConfig } from '../src/platform/config.ts';
import { runCommand } from './run-command.ts';

export const BENCH_OFFICE = 'tabalong';
const BENCH_YEARS = 10;
/** The seeded registers end on the day before; nothing in the bench asks the machine's clock for a date. */
export const BENCH_NOW = Date.parse('2026-10-31T02:00:00.000Z');

/** Somebody who may see every ordinary case of the office. */
export const BENCH_READER: CaseActor = {
  ...{ by: 'staff', account: '00000000-0000-7000-8000-000000000001', role: 'koordinator' },
  ...{ may: new Set(PERMISSIONS), units: [], deputyOf: [] },
};

export type BenchRegister = {
  readonly folder: string;
  readonly cases: number;
  /** Of the seeding; null where an earlier run made the register: its figure belongs to that run. */
  readonly seeded: { readonly seconds: number; readonly peakMb: number } | null;
};
export type OpenRegister = { readonly system: System; readonly office: Office };

/** A seeded register of this size; one that an earlier run left in the folder is taken as it stands. */
export async function seededRegister(folder: string, cases: number, fresh = false): Promise<BenchRegister> {
  const own = join(folder, String(cases));
  const mark = join(folder, `${cases}.json`);
  if (!fresh && existsSync(mark)) return { folder: own, cases, seeded: null };
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true, mode: 0o711 });
  const words = [
    'seed',
    '--office',
    BENCH_OFFICE,
    '--complaints',
    String(cases),
    '--years',
    String(BENCH_YEARS),
  ];
  const { out, peakMb } = await runCommand([...words, '--json'], { TANGGAP_DATA: own });
  const { seconds }: { seconds: number } = JSON.parse(out);
  writeFileSync(mark, JSON.stringify({ seconds, peakMb }));
  return { folder: own, cases, seeded: { seconds, peakMb } };
}

/** Opens the register as the application does: its role, row-level security on. The caller closes the system. */
export async function openRegister(folder: string): Promise<OpenRegister> {
  const system = await openSystem(BENCH_NOW, readConfig({ TANGGAP_DATA: folder }));
  const office = await system.offices.bySlug(BENCH_OFFICE, BENCH_NOW);
  if (office === undefined) throw new Error(`No office in ${folder}`);
  return { system, office };
}
