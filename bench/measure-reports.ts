import { REPORT_TABLES, type ReportTable } from '../src/domain/office/office-data.ts';
import { parsePeriod, type ReportPeriod } from '../src/domain/reports/report-period.ts';
import { AXIS_TABLES } from '../src/domain/reports/table-shapes.ts';
import { countReport } from '../src/features/reports/count-report.ts';
import { BENCH_NOW, type OpenRegister } from './bench-register.ts';
import { type Figure, most, type Report } from './figure.ts';
import { median, timed } from './statistics.ts';

const PAST = new Date('2024-03-10T04:00:00.000Z');

/** The figures of annual reports over one register: everything, one year of ten, and as known in the past. */
export async function measureReports(
  { system, office }: OpenRegister,
  cases: number,
  report: Report,
  quick: boolean,
): Promise<void> {
  const measure = async (
    what: string,
    target: Figure['target'],
    period: ReportPeriod,
    tables: readonly ReportTable[],
    asOf: Date | null = null,
  ): Promise<void> => {
    const rounds = quick ? 3 : 7;
    const count = (): Promise<unknown> =>
      countReport(system.database.app, {
        ...{ office, period, asOf, now: new Date(BENCH_NOW), tables, withRegister: false },
      });
    await count();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timed(count));
    report({
      what: `${what}, ${cases} cases`,
      value: median(times) / 1000,
      unit: 's',
      target,
      note: `median of ${rounds}, slowest ${(Math.max(...times) / 1000).toFixed(2)} s`,
    });
  };
  const large = cases >= 1_000_000;
  const ten = periodOf('2016-11..2026-10');
  const one = periodOf('2025');
  await measure('tables of all axes over ten years', null, ten, AXIS_TABLES);
  await measure('every table of the contract over ten years', large ? most(1) : null, ten, REPORT_TABLES);
  await measure('tables of all axes, one year of ten', null, one, AXIS_TABLES);
  await measure('every table of the contract, one year of ten', large ? most(0.3) : null, one, REPORT_TABLES);
  await measure(
    'every table of the contract as of a day in the past, ten years',
    large ? most(3) : null,
    ten,
    REPORT_TABLES,
    PAST,
  );
}

function periodOf(text: string): ReportPeriod {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}
