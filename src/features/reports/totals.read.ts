import { PROVENANCES } from '../../domain/complaint/vocabulary.ts';
import type { RegisterTotals } from '../../domain/reports/figure-book.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { MarkCell } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import { isImported, type MARKS, markOf } from './packed-cut.ts';

/**
 * Counts that stand outside the tables: people, marks, and what is in no count (rules 3, 6, 11, 37); from the same
 * cells as the tables, but for the doubts.
 */
export async function readTotals(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
  marks: readonly MarkCell[],
): Promise<RegisterTotals> {
  const inCount = marks.filter(({ packed }) => markOf(packed, 'counted') === 1);
  const outside = marks.filter(({ packed }) => markOf(packed, 'counted') === 0);
  const marked = (mark: keyof typeof MARKS): number =>
    sum(inCount.filter(({ packed }) => markOf(packed, mark) === 1));
  const hasOld = marks.some(({ packed }) => markOf(packed, 'oldRegister') === 1);
  const imported = sum(inCount.filter(({ packed }) => isImported(packed)));
  const cancelled = outside.filter(({ packed }) => markOf(packed, 'cancelled') === 1);
  const merged = outside.filter(({ packed }) => markOf(packed, 'cancelled') === 0);
  return {
    total: sum(inCount),
    imported,
    own: sum(inCount) - imported,
    // What never had a number was never in the register (rules 9, 11).
    cancelled: sum(cancelled.filter(({ packed }) => markOf(packed, 'numbered') > 0)),
    merged: sum(merged),
    complainants: inCount.reduce((total, { complainants }) => total + complainants, 0),
    anonymous: marked('anonymous'),
    protected: marked('protected'),
    urgent: marked('urgent'),
    'at-desk': marked('atDesk'),
    doubts: hasOld ? await readDoubts(tx, officeId, period, moment) : 0,
  };
}

function sum(cells: readonly MarkCell[]): number {
  return cells.reduce((total, { count }) => total + count, 0);
}

/** Rows of old registers in this period, imported by then and not cancelled, about which the import had a doubt. */
async function readDoubts(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<number> {
  const where = `not cancelled and provenance = ${PROVENANCES.indexOf('register-lama')}`;
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from ${factsAt({ moment, columns: 'case_id', where })}
      join register_import_row r on r.office_id = $1 and r.case_id = f.case_id
      where jsonb_array_length(r.doubts) > 0`,
    values: [...factValues(officeId, period.from, period.to, moment)],
    name: '',
  });
  return rows[0]?.count ?? 0;
}
