import { NOT_KNOWN_OPEN } from '../../domain/complaint/status-sets.ts';
import { STATUSES } from '../../domain/complaint/vocabulary.ts';
import type { Balance, Reconciliation } from '../../domain/reports/count-balance.ts';
import { periodInstants, type ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';
import { BALANCE_LINES } from './balance-lines.ts';
import { type CountedCells, ON_OLD_REGISTER } from './cells.read.ts';
import { earlier, factsAt, factValues, knownUntil, type ReadingMoment } from './facts-at.ts';
import { readReconciliation } from './reconciliation.read.ts';

export const IS_OPEN = `status not in (${NOT_KNOWN_OPEN.map((one) => STATUSES.indexOf(one)).join(', ')})`;
export const IS_UNRECORDED = `status = ${STATUSES.indexOf('not-recorded')}`;
/** Before every case. */
export const FIRST_DAY = '0001-01-01';
const DAY_MS = 86_400_000;

/** What happened in the period to cases that were received before it; each number is counted by its own condition. */
export type Carried = {
  readonly opening: number;
  readonly finished: number;
  readonly old_register: number;
  readonly not_recorded: number;
  readonly still_open: number;
  readonly reopened: number;
};

/** Cases received in the period, as they stand at its end. */
type OwnCount = { open: number; finished: number; oldRegister: number; notRecorded: number };

/**
 * Work done in the period whenever it was received (rule 36): opening + received + open again − finished − finished by
 * the old register − of a status that it does not tell = closing. No line is worked out of the others, so that the
 * report's check may hold them together.
 * Each line is counted from where the cases stood at the last instant before the period and at its end; what the old
 * register calls finished has no date and stands on a line of its own (rule 37). Of the cases from before only the
 * open ones are looked at, of those received in the period the cells tell all.
 */
export async function readBalance(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
  counted: CountedCells,
): Promise<Balance> {
  const before = await readCarried(tx, office, period, moment);
  const own: OwnCount = { open: 0, finished: 0, oldRegister: 0, notRecorded: 0 };
  for (const { cut, keys, imported, count } of counted.cells) {
    if (cut !== 0) continue;
    const [, status] = keys;
    if (NOT_KNOWN_OPEN.every((one) => one !== status)) own.open += count;
    else if (status === 'not-recorded') own.notRecorded += count;
    else if (imported) own.oldRegister += count;
    else own.finished += count;
  }
  return balanceOf(before, own, await readReconciliation(tx, office, period, moment, counted));
}

export function balanceOf(before: Carried, own: OwnCount, reconciliation: Reconciliation): Balance {
  return {
    opening: before.opening,
    received: own.open + own.finished + own.oldRegister + own.notRecorded,
    reopened: before.reopened,
    finished: before.finished + own.finished,
    oldRegister: before.old_register + own.oldRegister,
    notRecorded: before.not_recorded + own.notRecorded,
    closing: before.still_open + own.open,
    reconciliation,
  };
}

/** Counted by `BALANCE_LINES`, of the open ones before and of the open ones at the end, each read for itself. */
export async function readCarried(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<Carried> {
  const formerEnd = new Date(periodInstants(period, office.zone).start - 1);
  const former = { ...moment, effectiveAt: formerEnd };
  const openBefore = factsAt({
    moment: former,
    columns: 'case_id',
    where: `counted and ${IS_OPEN}`,
    at: '$6',
  });
  const atTheEnd = factsAt({
    moment,
    columns: `${IS_OPEN} as open, ${IS_UNRECORDED} as unrecorded, (${ON_OLD_REGISTER}) as imported`,
    where: 'counted and case_id = b.case_id',
  });
  const openAtTheEnd = factsAt({ moment, columns: 'case_id', where: `counted and ${IS_OPEN}` });
  const counted = (line: keyof typeof BALANCE_LINES): string =>
    `(count(*) filter (where ${BALANCE_LINES[line]}))::int`;
  // "in" is looked up in a hash; as a join the guess of few rows became a loop over both, twenty times as slow.
  const { rows } = await tx.query<Carried>({
    text: `with b as materialized (select f.case_id from ${openBefore})
      select * from (
        select ${counted('opening')} as opening, ${counted('finished')} as finished,
          ${counted('old-register')} as old_register, ${counted('not-recorded')} as not_recorded
        from (select true as before, true as was_open, e.open, e.unrecorded, e.imported
          from b left join lateral (select * from ${atTheEnd}) e on true) s
      ) was_open, (
        select ${counted('closing')} as still_open, ${counted('reopened')} as reopened
        from (select true as before, case_id in (select case_id from b) as was_open, true as open
          from ${openAtTheEnd}) s
      ) is_open`,
    values: [
      ...factValues(office.officeId, FIRST_DAY, dayBefore(period.from), moment),
      earlier(formerEnd, knownUntil(moment)),
    ],
    name: '',
  });
  const [carried] = rows;
  if (carried === undefined) throw new Error('an aggregate gave no row');
  return carried;
}

/** The last day on which a case could have been received to stand in the opening balance. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
