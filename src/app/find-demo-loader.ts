import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WebSystem } from './compose.ts';

const MODULE = new URL('./demo/load-demo.ts', import.meta.url);

/** The loader of the example office, where this build has one; it is only read when somebody asks for it. */
export async function findDemoLoader(): Promise<((system: WebSystem, now: number) => Promise<void>) | null> {
  if (!existsSync(fileURLToPath(MODULE))) return null;
  return async (system, now) => {
    const { loadDemo } = await import(MODULE.href);
    await loadDemo(system, now);
  };
}
