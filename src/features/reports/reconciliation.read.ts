import type { Reconciliation } from '../../domain/reports/count-balance.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';
import type { CountedCells, MarkCell } from './cells.read.ts';
import { factsAt, knownUntil, type ReadingMoment } from './facts-at.ts';
import { markOf, NUMBERED_ELSEWHERE } from './packed-cut.ts';

/** Cases whose number belongs to another month than their receipt, by what lies in the period. */
type Apart = {
  readonly received_in: boolean;
  readonly numbered_in: boolean;
  readonly counted: boolean;
  readonly cancelled: boolean;
  readonly count: number;
};

/**
 * Rule 11: the numbers given in the period beside the cases received in it. The numbers come from the register's own
 * entries, everything else from the facts, so that the two can contradict each other.
 */
export async function readReconciliation(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
  { marks, numbersGiven }: CountedCells,
): Promise<Reconciliation> {
  const apart = await readApart(tx, office, period, moment);
  const countApart = (fits: (one: Apart) => boolean): number =>
    apart.filter(fits).reduce((sum, { count }) => sum + count, 0);
  /** Numbered in the period, in the month of receipt or in another of its months. */
  const here = (counted: boolean, cancelled: boolean): number =>
    countMarks(marks, { numbered: 1, counted: Number(counted), cancelled: Number(cancelled) }) +
    countApart(
      (one) => one.received_in && one.numbered_in && one.counted === counted && one.cancelled === cancelled,
    );
  return {
    numbersGiven,
    cancelled: here(false, true),
    merged: here(false, false),
    receivedElsewhere: countApart((one) => !one.received_in && one.numbered_in),
    numberedElsewhere: countApart((one) => one.received_in && !one.numbered_in && one.counted),
    imported: countMarks(marks, { numbered: 0, counted: 1, oldRegister: 1 }),
    notYetRegistered: countMarks(marks, { numbered: 0, counted: 1, oldRegister: 0 }),
  };
}

function countMarks(
  marks: readonly MarkCell[],
  wanted: Partial<Readonly<Record<'numbered' | 'counted' | 'cancelled' | 'oldRegister', number>>>,
): number {
  const { numbered, counted, cancelled, oldRegister } = wanted;
  const fits = (packed: number): boolean =>
    (numbered === undefined || markOf(packed, 'numbered') === numbered) &&
    (counted === undefined || markOf(packed, 'counted') === counted) &&
    (cancelled === undefined || markOf(packed, 'cancelled') === cancelled) &&
    (oldRegister === undefined || markOf(packed, 'oldRegister') === oldRegister);
  return marks.filter(({ packed }) => fits(packed)).reduce((sum, { count }) => sum + count, 0);
}

/** A number stands over the whole time of its case: read from the latest that is known, whatever the period's end. */
async function readApart(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<readonly Apart[]> {
  const known = knownUntil(moment);
  const facts = factsAt({
    moment: { ...moment, effectiveAt: known },
    columns: 'received_on, registered_on, counted, cancelled',
    where: NUMBERED_ELSEWHERE,
  });
  const { rows } = await tx.query<Apart>({
    text: `select received_on between $6 and $7 as received_in, registered_on between $6 and $7 as numbered_in,
        counted, cancelled, count(*)::int as count
      from ${facts} where received_on between $6 and $7 or registered_on between $6 and $7 group by 1, 2, 3, 4`,
    values: [office.officeId, '0001-01-01', '9999-12-31', known, known, period.from, period.to],
    name: '',
  });
  return rows;
}
