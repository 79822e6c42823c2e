import { join } from 'node:path';
import { BENCH_OFFICE } from './bench-register.ts';
import { most, type Report } from './figure.ts';
import { runCommand, startProgram } from './run-command.ts';
import { SMALL_YEAR, withSmallYear } from './small-year.ts';
import { median } from './statistics.ts';

const TARGETS = { pdf: 2, docx: 1, xlsx: 0.3 } as const;
type Drawn = { readonly rows: number; readonly cold: number; readonly warm: readonly number[] };

/** The annual report of a year with 43 rows (a made-up register), in each format. */
export async function measureDocuments(report: Report, quick: boolean): Promise<void> {
  await withSmallYear(async ({ folder, env }) => {
    const where = ['--office', BENCH_OFFICE, '--period', SMALL_YEAR];
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      const colds: number[] = [];
      const warms: number[] = [];
      const walls: number[] = [];
      let rows = 0;
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        const drawn = await drawOnce(format, env);
        rows = drawn.rows;
        colds.push(drawn.cold);
        warms.push(...drawn.warm);
        const out = join(folder, `laporan.${format}`);
        const words = [
          'report',
          'build',
          ...where,
          '--kind',
          'tahunan',
          '--format',
          format,
          '--out',
          out,
          '--json',
        ];
        walls.push((await runCommand(words, env)).seconds);
      }
      const name = format.toUpperCase();
      const note = `${rows} rows; warm ${(median(warms) / 1000).toFixed(2)} s; median of ${colds.length}`;
      const target = most(TARGETS[format]);
      report({
        what: `${name} of the 43-row year, cold`,
        value: median(colds) / 1000,
        unit: 's',
        target,
        note,
      });
      report({
        ...{
          what: `${name} of the 43-row year, the command from start to end`,
          value: median(walls),
          unit: 's',
        },
        ...{ target: null, note: 'node and the connection to the database included' },
      });
    }
  });
}

/** A process that has drawn nothing yet: its first drawing is the cold one. */
async function drawOnce(format: string, env: Readonly<Record<string, string>>): Promise<Drawn> {
  const child = startProgram('bench/draw-once.ts', [format], env);
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`draw-once ${format}: ${errors}`);
  const drawn: Drawn = JSON.parse(out);
  return drawn;
}
