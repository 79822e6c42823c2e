import type { Pool } from 'pg';
import { localDate } from '../../domain/calendar/instant.ts';
import type { ReportTable } from '../../domain/office/office-data.ts';
import type { CountedReport } from '../../domain/reports/check-report.ts';
import { type Balance, balanceTable } from '../../domain/reports/count-balance.ts';
import { sanctionsTable } from '../../domain/reports/count-sanctions.ts';
import { satisfactionTable } from '../../domain/reports/count-satisfaction.ts';
import { countSopSteps, type SopStepCount, sopStepsTable } from '../../domain/reports/count-sop-steps.ts';
import { type CountedTable, countTable, cutTotals } from '../../domain/reports/count-table.ts';
import { figureBook, type RegisterTotals } from '../../domain/reports/figure-book.ts';
import { casesPerMonth, type RegisterSheetRow } from '../../domain/reports/register-sheet.ts';
import { periodInstants, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { AXIS_TABLES, closedLabel, tableShape } from '../../domain/reports/table-shapes.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Viewer } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import { readBalance } from './balance.read.ts';
import { readCells } from './cells.read.ts';
import { type ReadingMoment, readingMoment } from './facts-at.ts';
import { readRegisterRows } from './register-rows.read.ts';
import { readSanctions } from './sanctions.read.ts';
import { readSecondCount } from './second-count.read.ts';
import { readTotals } from './totals.read.ts';

export type CountRequest = {
  readonly office: Office;
  readonly period: ReportPeriod;
  /** Only what Tanggap had recorded then; null = everything recorded (rule 36). */
  readonly asOf: Date | null;
  readonly now: Date;
  readonly tables: readonly ReportTable[];
  /** The rows of the register too, for its appendices, each under the seal that these keys give; null = none. */
  readonly register: Keyring | null;
  readonly viewer?: Viewer | null;
  /** For the check before issuing: the period counted a second time, in another way. */
  readonly twice?: boolean;
};

/** A period as the register counts it: all of it read from one snapshot. */
export type Counted = CountedReport & {
  readonly total: number;
  readonly totals: RegisterTotals;
  /** Null where the table was not asked for. */
  readonly balance: Balance | null;
  /** Standard against actual, step by step; empty where the table was not asked for. */
  readonly sopSteps: readonly SopStepCount[];
  readonly registerRows: readonly RegisterSheetRow[];
  readonly moment: ReadingMoment;
};

/**
 * Counts a period of one office in one read-only transaction, so that tables, totals and registers cannot come from
 * two states of the store. Throws when two cuts of the same cases hold different numbers: that is a fault of ours.
 */
export function countReport(pool: Pool, request: CountRequest): Promise<Counted> {
  const { office, period, now, asOf } = request;
  const { end } = periodInstants(period, office.zone);
  const moment = readingMoment(end, now, asOf);
  const dated = localDate((asOf ?? now).getTime(), office.zone);
  return withOffice(
    pool,
    office.officeId,
    async (tx) => {
      const tellsClasses =
        office.data.classes.length > 0 && CLASS_TABLES.some((id) => request.tables.includes(id));
      const asked = (id: ReportTable): boolean =>
        request.tables.includes(id) || (id === 'by-class-change' && tellsClasses);
      const beside = { steps: asked('sop-steps'), numbers: asked('balance') };
      const counted = await readCells(tx, office, period, moment, beside);
      const { cells, marks } = counted;
      const totals = await readTotals(tx, office.officeId, period, moment, marks);
      for (const held of cutTotals(cells)) {
        if (held !== totals.total) throw new Error(`a cut holds ${held} cases of ${totals.total}`);
      }
      const tables: CountedTable[] = AXIS_TABLES.filter(asked).map((id) =>
        sayRegister(countTable(cells, tableShape(id, office.data, period, office.named))),
      );
      const balance = asked('balance') ? await readBalance(tx, office, period, moment, counted) : null;
      if (balance !== null) tables.push(balanceTable(balance));
      const sopSteps = beside.steps ? countSopSteps(counted.steps, office.sopEditions) : [];
      if (beside.steps) tables.push(sopStepsTable(sopSteps));
      if (asked('sanctions')) {
        tables.push(sanctionsTable(await readSanctions(tx, { office, period, moment })));
      }
      // Nothing asks for satisfaction yet: rule 40's questions come with the survey.
      if (asked('satisfaction')) tables.push(satisfactionTable());
      const registerRows =
        request.register === null
          ? []
          : await readRegisterRows(tx, request.register, office, period, moment, request.viewer ?? null);
      return {
        total: totals.total,
        totals,
        tables,
        balance,
        sopSteps,
        dated,
        book: figureBook(office.data, period, totals, tables, dated),
        registerRows,
        registerMonths: casesPerMonth(registerRows),
        second:
          request.twice === true
            ? await readSecondCount(tx, { office, period, moment }, asked('balance'))
            : null,
        moment,
      };
    },
    { isolation: 'repeatable read', readOnly: true, long: true },
  );
}

/** Tables that say how many classes were changed (rule 15). */
const CLASS_TABLES: readonly ReportTable[] = ['by-severity', 'on-time'];

function sayRegister(table: CountedTable): CountedTable {
  if (table.id !== 'by-status') return table;
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.key === 'closed' ? { ...row, label: closedLabel(row.count, row.imported) } : row,
    ),
  };
}
