import type { Reconciliation } from '../../domain/reports/count-balance.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';
import type { CountedCells, MarkCell } from './cells.read.ts';
import { factsAt, knownUntil, type ReadingMoment } from './facts-at.ts';
import { markOf, NUMBERED_ELSEWHERE } from './packed-cut.ts';
import {
  isInPart,
  type NumberStanding,
  type RECONCILIATION_PARTS,
  STANDING_COLUMNS,
} from './reconciliation-parts.ts';

type Standings = NumberStanding & { readonly count: number };

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
  const standings = [...marks.flatMap(ofOneMonth), ...(await readApart(tx, office, period, moment))];
  const count = (part: (typeof RECONCILIATION_PARTS)[number]): number =>
    standings.reduce((sum, one) => sum + (isInPart(part, one) ? one.count : 0), 0);
  return {
    numbersGiven,
    cancelled: count('cancelled'),
    merged: count('merged'),
    receivedElsewhere: count('received-elsewhere'),
    numberedElsewhere: count('numbered-elsewhere'),
    imported: count('imported'),
    notYetRegistered: count('not-yet-registered'),
  };
}

/** What was received in the period with the number of that month or none; the others are read apart. */
function ofOneMonth({ packed, count }: MarkCell): readonly Standings[] {
  const numbered = markOf(packed, 'numbered');
  if (numbered === 2) return [];
  return [
    {
      received_here: true,
      numbered: numbered === 1 ? 'here' : 'never',
      counted: markOf(packed, 'counted') === 1,
      cancelled: markOf(packed, 'cancelled') === 1,
      old_register: markOf(packed, 'oldRegister') === 1,
      count,
    },
  ];
}

/** A number stands over the whole time of its case: read from the latest that is known, whatever the period's end. */
async function readApart(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<readonly Standings[]> {
  const known = knownUntil(moment);
  const facts = factsAt({
    moment: { ...moment, effectiveAt: known },
    columns: 'received_on, registered_on, counted, cancelled, provenance',
    where: NUMBERED_ELSEWHERE,
  });
  const { rows } = await tx.query<Standings>({
    text: `select ${STANDING_COLUMNS}, count(*)::int as count
      from ${facts} where received_on between $6 and $7 or registered_on between $6 and $7 group by 1, 2, 3, 4, 5`,
    values: [office.officeId, '0001-01-01', '9999-12-31', known, known, period.from, period.to],
    name: '',
  });
  return rows;
}
