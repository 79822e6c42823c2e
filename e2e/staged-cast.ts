import type { Browser } from 'playwright-core';
import type { Config } from '../src/platform/config.ts';

/** People of the example office, by the start of their address. */
export const CAST = {
  counter: 'petugas-loket',
  online: 'front-office',
  coordinator: 'koordinator',
  head: 'penanggung-jawab',
  protection: 'kepala-bidang-perlindungan',
  rehabilitation: 'kepala-bidang-rehabilitasi',
  staff: 'staf-bidang-perlindungan',
  reviewer: 'tim-penelaah',
  auditor: 'tim-audit',
  administrator: 'administrator',
  inspector: 'pemeriksa-catatan',
} as const;

export type Person = keyof typeof CAST;
/** Whoever looks at a page: somebody at work, nobody, or somebody between password and code. */
export type Looker = Person | 'visitor' | 'halfway';

/** The server under which the office is staged, and the browser that looks at it. */
export type Site = {
  readonly address: string;
  readonly config: Config;
  readonly browser: Browser;
  readonly clock: () => number;
};
