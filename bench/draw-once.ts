import { openSystem } from '../src/app/open-system.ts';
import { parsePeriod } from '../src/domain/reports/report-period.ts';
import { buildReport } from '../src/features/reports/build-report.ts';
import { drawReport, isReportFormat } from '../src/features/reports/draw-report.ts';
import { BENCH_OFFICE } from './bench-register.ts';
import { timed } from './statistics.ts';

// Draws the annual report of 2023 in one format, once cold and a few times warm, and prints the milliseconds.
// The register was imported a moment ago: only the machine's own clock has it.
const NOW = Date.now();
const format = process.argv[2] ?? '';
const period = parsePeriod('2023');
const system = await openSystem(NOW);
const office = await system.offices.bySlug(BENCH_OFFICE, NOW);
if (!isReportFormat(format) || period === null || office === undefined)
  throw new Error(`Nothing to draw: ${format}`);
const draw = async (): Promise<number> => {
  const built = await buildReport(system.database.app, {
    ...{ office, kind: 'tahunan', period, asOf: null, now: new Date(NOW) },
    ...{ allTables: false, paper: 'A4', register: system.keyring },
  });
  if (!built.ok) throw new Error(JSON.stringify(built));
  await drawReport(built, format, { office, kind: 'tahunan', period });
  return built.counted.registerRows.length;
};
let rows = 0;
const cold = await timed(async () => {
  rows = await draw();
});
const warm: number[] = [];
for (let round = 0; round < 3; round += 1) warm.push(await timed(draw));
await system.close();
console.log(JSON.stringify({ rows, cold, warm }));
