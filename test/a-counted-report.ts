import { fileURLToPath } from 'node:url';
import type { OfficeData, ReportKind } from '../src/domain/office/office-data.ts';
import { buildReportTree } from '../src/domain/reports/build-report-tree.ts';
import type { CountedReport } from '../src/domain/reports/check-report.ts';
import { type Balance, balanceTable } from '../src/domain/reports/count-balance.ts';
import { sanctionsTable } from '../src/domain/reports/count-sanctions.ts';
import { satisfactionTable } from '../src/domain/reports/count-satisfaction.ts';
import { countSopSteps, type SopStepCount, sopStepsTable } from '../src/domain/reports/count-sop-steps.ts';
import { type CountedTable, countTable } from '../src/domain/reports/count-table.ts';
import { figureBook, type RegisterTotals } from '../src/domain/reports/figure-book.ts';
import { casesPerMonth, type RegisterSheetRow } from '../src/domain/reports/register-sheet.ts';
import { restsOnOldRegister } from '../src/domain/reports/report-cell.ts';
import type { ReportFact } from '../src/domain/reports/report-fact.ts';
import { parsePeriod, type ReportPeriod } from '../src/domain/reports/report-period.ts';
import type { SecondCount } from '../src/domain/reports/second-count.ts';
import { AXIS_TABLES, tableShape } from '../src/domain/reports/table-shapes.ts';
import { sopEditions } from '../src/domain/sop/sop-editions.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import { cellsOf } from './cells-of.ts';

/** For tests: a case of Tabalong's register as reports count it, with some values of one's own. */
export function aFact(own: Partial<ReportFact> = {}): ReportFact {
  return {
    kind: 'pengaduan',
    channel: 'loket',
    service: 'bpnt',
    category: null,
    severityFirst: null,
    severity: null,
    status: 'closed',
    outcome: 'explained',
    unit: null,
    place: null,
    provenance: 'tanggap',
    precision: 'instant',
    receivedOn: '2023-03-06',
    counted: true,
    cancelled: false,
    anonymous: false,
    urgent: false,
    protected: false,
    complainants: 1,
    registerYear: null,
    registerNo: null,
    answeredAt: '2023-03-06T02:00:00.000Z',
    closedAt: '2023-03-06T02:00:00.000Z',
    answerWorkingDays: 0,
    dueAt: '2023-03-20T08:00:00.000Z',
    atDesk: true,
    recordingTime: '0',
    reactionTime: '0',
    finishTime: '0',
    registeredOn: own.provenance === 'register-lama' ? null : '2023-03-06',
    foundOn: null,
    sanction: null,
    sanctionedOn: null,
    answerWay: null,
    ...own,
  };
}

/** For tests: an office as its files say it. */
export async function officeFromFiles(slug: string): Promise<OfficeData> {
  const folder = fileURLToPath(new URL(`../offices/${slug}`, import.meta.url));
  const { office } = await loadOffice(folder);
  if (office === null) throw new Error(`${slug} does not load`);
  return office;
}

export function aPeriod(text: string): ReportPeriod {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}

/** For tests: the facts of a period counted in memory, as the store counts them. */
export function countFacts(
  facts: readonly ReportFact[],
  office: OfficeData,
  period: ReportPeriod,
  dated = period.to,
): CountedReport & {
  readonly total: number;
  readonly tables: readonly CountedTable[];
  readonly registerRows: readonly RegisterSheetRow[];
} {
  const inPeriod = facts.filter(({ receivedOn }) => receivedOn >= period.from && receivedOn <= period.to);
  const cells = cellsOf(inPeriod, `${period.to}T23:59:59.999Z`);
  const tables: CountedTable[] = AXIS_TABLES.map((id) => countTable(cells, tableShape(id, office, period)));
  const totals = totalsOf(inPeriod);
  const balance = balanceOf(inPeriod);
  const sopSteps = stepsOf(inPeriod, office);
  tables.push(
    balanceTable(balance),
    sopStepsTable(sopSteps),
    sanctionsTable(SANCTIONS),
    satisfactionTable(FACES),
  );
  return {
    total: totals.total,
    tables,
    balance,
    sopSteps,
    dated,
    book: figureBook(office, period, totals, tables, dated),
    registerMonths: casesPerMonth(registerRowsOf(inPeriod)),
    second: secondOf(inPeriod),
    registerRows: registerRowsOf(inPeriod),
  };
}

/** For tests: the annual report of these facts. */
export function reportOf(
  facts: readonly ReportFact[],
  office: OfficeData,
  period: ReportPeriod,
  kind: ReportKind = 'tahunan',
  {
    leftOut = false,
    asOf = null,
    dated = period.to,
  }: { readonly leftOut?: boolean; readonly asOf?: string | null; readonly dated?: string } = {},
) {
  const counted = countFacts(facts, office, period, dated);
  const template = office.reports.find((one) => one.kind === kind);
  if (template === undefined) throw new Error(`${office.slug} has no report ${kind}`);
  const built = buildReportTree({
    office,
    kind,
    period,
    template,
    tables: counted.tables,
    balance: counted.balance,
    sopSteps: counted.sopSteps,
    book: counted.book,
    registerRows: leftOut ? [] : counted.registerRows,
    registerLeftOut: leftOut,
    dated,
    madeAt: `${dated}T09:00:00.000Z`,
    asOf,
    paper: 'A4',
    emblemSvg: null,
  });
  if (!built.ok) throw new Error(JSON.stringify(built));
  return { tree: built.tree, counted };
}

/** What no fact tells: decisions and answers at the counter. */
const SANCTIONS = { decided: 3, none: 2, pending: 1 };
const FACES: ReadonlyMap<string, number> = new Map([
  ['very-satisfied', 5],
  ['satisfied', 4],
  ['dissatisfied', 2],
  ['very-dissatisfied', 1],
]);

/** Rule 11: a number that was cancelled; what had none leaves no trace. */
function isBatal({ cancelled, registeredOn }: ReportFact): boolean {
  return cancelled && registeredOn !== null;
}

/** The public edition of the register: what is counted, and the cancelled numbers with their mark. */
function registerRowsOf(facts: readonly ReportFact[]): readonly RegisterSheetRow[] {
  return facts
    .filter((fact) => fact.counted || isBatal(fact))
    .map(({ receivedOn, counted, status }, index) => ({
      receivedOn,
      month: receivedOn.slice(0, 7),
      number: String(index + 1),
      cancelled: !counted,
      withheld: false,
      ...{ kind: 'Pengaduan', channel: 'Loket', service: 'BPNT', place: '–' },
      status,
      statusPrinted: 'Selesai',
      outcome: '–',
    }));
}

/** Each own case was received at the counter in seven minutes, and nothing else of it was measured. */
function stepsOf(facts: readonly ReportFact[], office: OfficeData): readonly SopStepCount[] {
  const count = facts.filter((fact) => fact.counted && fact.provenance === 'tanggap').length;
  const step = { no: 1, end: 'measured', unit: 'service-minute', took: 7 } as const;
  const editions = sopEditions([{ version: 1, sops: office.sops, since: '' }], () => '');
  return countSopSteps(count === 0 ? [] : [{ sop: 'langsung@1', ...step, count }], editions);
}

/** A balance of cases that all came in the period, and were numbered in it or not at all: nothing was left from before. */
function balanceOf(facts: readonly ReportFact[]): Balance {
  const count = (fits: (fact: ReportFact) => boolean): number => facts.filter(fits).length;
  const isFinished = ({ status }: ReportFact): boolean => status === 'closed' || status === 'filed';
  const isOwn = ({ provenance }: ReportFact): boolean => provenance === 'tanggap';
  const hasNumber = ({ registeredOn }: ReportFact): boolean => registeredOn !== null;
  return {
    opening: 0,
    received: count((fact) => fact.counted),
    reopened: 0,
    finished: count((fact) => fact.counted && isFinished(fact)),
    oldRegister: 0,
    notRecorded: count((fact) => fact.counted && fact.status === 'not-recorded'),
    closing: count((fact) => fact.counted && !isFinished(fact) && fact.status !== 'not-recorded'),
    reconciliation: {
      numbersGiven: count(hasNumber),
      cancelled: count(isBatal),
      merged: count((fact) => hasNumber(fact) && !fact.counted && !fact.cancelled),
      receivedElsewhere: 0,
      numberedElsewhere: 0,
      imported: count((fact) => fact.counted && !hasNumber(fact) && !isOwn(fact)),
      notYetRegistered: count((fact) => fact.counted && !hasNumber(fact) && isOwn(fact)),
    },
  };
}

/** The same facts counted one by one. */
function secondOf(facts: readonly ReportFact[]): SecondCount {
  const counted = facts.filter((fact) => fact.counted);
  const rows = new Map<string, number>();
  for (const { receivedOn, channel, service } of counted) {
    const keys = [`by-month/${receivedOn.slice(0, 7)}`, `by-channel/${channel}`];
    for (const key of [...keys, `by-service/${service ?? 'belum-ditetapkan'}`])
      rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return { total: counted.length, rows, formerClosing: 0 };
}

function totalsOf(facts: readonly ReportFact[]): RegisterTotals {
  const counted = facts.filter((fact) => fact.counted);
  const count = (fits: (fact: ReportFact) => boolean): number => counted.filter(fits).length;
  const imported = count(restsOnOldRegister);
  return {
    total: counted.length,
    imported,
    own: counted.length - imported,
    cancelled: facts.filter(isBatal).length,
    merged: facts.filter((fact) => !fact.counted && !fact.cancelled).length,
    complainants: counted.reduce((sum, fact) => sum + fact.complainants, 0),
    anonymous: count((fact) => fact.anonymous),
    protected: count((fact) => fact.protected),
    urgent: count((fact) => fact.urgent),
    'at-desk': count((fact) => fact.atDesk),
    doubts: 0,
  };
}
