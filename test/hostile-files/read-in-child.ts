import { readFileSync } from 'node:fs';
import { readRegisterFile } from '../../src/features/registers/read-register-file.ts';
import { demoContext } from '../fixtures/registers/demo-services.ts';

/** Reads the file named on the command line as a register and prints what came of it, with the most memory it took (MB). */
const [path = ''] = process.argv.slice(2);
const started = performance.now();
const result = await readRegisterFile({ path }, demoContext(2023));
process.stdout.write(
  JSON.stringify({
    refusal: result.ok ? null : result.refusal,
    message: result.ok ? '' : result.message,
    rows: result.ok ? result.reading.rows.length : 0,
    megabytes: mostMegabytes(),
    milliseconds: Math.round(performance.now() - started),
  }),
);

/** The kernel's own high-water mark of this program; what `resourceUsage` gives still holds the parent's. */
function mostMegabytes(): number {
  const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return Math.round(Number(match?.[1] ?? Number.NaN) / 1024);
}
