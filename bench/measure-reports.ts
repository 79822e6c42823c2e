import type { System } from '../src/app/open-system.ts';
import { REPORT_TABLES, type ReportTable } from '../src/domain/office/office-data.ts';
import { parsePeriod, type ReportPeriod } from '../src/domain/reports/report-period.ts';
import { AXIS_TABLES } from '../src/domain/reports/table-shapes.ts';
import { type CountRequest, countReport } from '../src/features/reports/count-report.ts';
import { BENCH_NOW, BENCH_OFFICE, type OpenRegister } from './bench-register.ts';
import { type Figure, most, printValue, type Report } from './figure.ts';
import { SMALL_YEAR, withSmallYear } from './small-year.ts';
import { median, timed } from './statistics.ts';

const PAST = new Date('2024-03-10T04:00:00.000Z');

/** The figures of annual reports over one register: everything, one year of ten, and as known in the past. */
export async function measureReports(
  { system, office }: OpenRegister,
  cases: number,
  report: Report,
  quick: boolean,
): Promise<void> {
  const measure = (
    what: string,
    target: Figure['target'],
    period: ReportPeriod,
    tables: readonly ReportTable[],
    asOf: Date | null = null,
    twice = false,
  ): Promise<void> => {
    const request = { office, period, asOf, now: new Date(BENCH_NOW), tables, register: null, twice };
    return measureCount(system, request, { what: `${what}, ${cases} cases`, target }, report, quick);
  };
  const large = cases >= 1_000_000;
  const ten = periodOf('2016-11..2026-10');
  const one = periodOf('2025');
  await measure('tables of all axes over ten years', null, ten, AXIS_TABLES);
  await measure('every table of the contract over ten years', large ? most(1) : null, ten, REPORT_TABLES);
  await measure('tables of all axes, one year of ten', null, one, AXIS_TABLES);
  await measure('every table of the contract, one year of ten', large ? most(0.3) : null, one, REPORT_TABLES);
  const checked = 'every table of the contract and the second count of the check';
  await measure(`${checked}, ten years`, null, ten, REPORT_TABLES, null, true);
  await measure(`${checked}, one year of ten`, null, one, REPORT_TABLES, null, true);
  await measure(
    'every table of the contract as of a day in the past, ten years',
    large ? most(3) : null,
    ten,
    REPORT_TABLES,
    PAST,
  );
}

/** The figures of the annual report of a small office: a year of 43 rows. */
export async function measureSmallReport(report: Report, quick: boolean): Promise<void> {
  await withSmallYear(async ({ system }) => {
    const now = Date.now();
    const office = await system.offices.bySlug(BENCH_OFFICE, now);
    if (office === undefined) throw new Error('The office of the bench is not loaded');
    const request = {
      ...{ office, period: periodOf(SMALL_YEAR), asOf: null, now: new Date(now) },
      ...{ tables: REPORT_TABLES, register: null },
    };
    const name = { what: 'every table of the contract, the year of 43 rows', target: null };
    await measureCount(system, request, name, report, quick);
  });
}

async function measureCount(
  { database }: System,
  request: CountRequest,
  name: Pick<Figure, 'what' | 'target'>,
  report: Report,
  quick: boolean,
): Promise<void> {
  const rounds = quick ? 3 : 7;
  const count = (): Promise<unknown> => countReport(database.app, request);
  await count();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(count));
  const slowest = printValue(Math.max(...times) / 1000, 's');
  const note = `median of ${rounds}, slowest ${slowest}`;
  report({ ...name, value: median(times) / 1000, unit: 's', note });
}

function periodOf(text: string): ReportPeriod {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}
