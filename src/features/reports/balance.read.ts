import { STATUSES } from '../../domain/complaint/vocabulary.ts';
import type { CountedTable } from '../../domain/reports/count-table.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';

const FINISHED = [STATUSES.indexOf('closed'), STATUSES.indexOf('filed')].join(', ');
const BEFORE_ALL_TIME = '0001-01-01';

type Movement = {
  readonly before: boolean;
  readonly open_then: boolean | null;
  readonly open_now: boolean;
  readonly imported: boolean;
  readonly count: number;
};

/**
 * Work done in the period whenever it was received (rule 36): opening + received + reopened − finished = closing.
 * Each line is counted from where the cases stood at the beginning and at the end; what the old register calls
 * finished has no date and stands on a line of its own (rule 37).
 */
export async function readBalance(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  start: Date,
  moment: ReadingMoment,
): Promise<CountedTable> {
  const known = moment.knownAt ?? moment.now;
  const closing = factsAt({
    moment,
    columns: `case_id, received_on, status not in (${FINISHED}) as open_now, (${ON_OLD_REGISTER}) as imported`,
  });
  const opening = factsAt({
    moment: { ...moment, effectiveAt: start },
    columns: `case_id, status not in (${FINISHED}) as open_then`,
    alias: 'b',
    to: '$7',
    at: '$6',
  });
  const { rows } = await tx.query<Movement>({
    text: `select f.received_on < $8 as before, b.open_then, f.open_now, f.imported, count(*)::int as count
      from ${closing} left join ${opening} on b.case_id = f.case_id group by 1, 2, 3, 4`,
    values: [
      ...factValues(officeId, BEFORE_ALL_TIME, period.to, moment),
      start < known ? start : known,
      dayBefore(period.from),
      period.from,
    ],
    name: '',
  });
  const count = (fits: (row: Movement) => boolean): number =>
    rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
  const lines = [
    ['opening', 'Sisa dari masa sebelumnya', count((row) => row.before && row.open_then === true)],
    ['received', 'Diterima dalam masa ini', count((row) => !row.before)],
    [
      'reopened',
      'Dibuka kembali dalam masa ini',
      count((row) => row.before && row.open_then !== true && row.open_now),
    ],
    ['finished', 'Selesai dalam masa ini', count((row) => finishes(row) && !row.imported)],
    [
      'old-register',
      'Selesai menurut register lama, tanpa tanggal',
      count((row) => finishes(row) && row.imported),
    ],
    ['closing', 'Sisa pada akhir masa', count((row) => row.open_now)],
  ] as const;
  return {
    id: 'balance',
    rows: lines.map(([key, label, value]) => ({ key, label, count: value, imported: 0, tenths: null })),
    total: count((row) => row.open_now),
    denominator: 0,
    imported: 0,
    kinds: [],
    ofCases: false,
  };
}

/** Open at the beginning or received since, and no longer open at the end. */
function finishes(row: Movement): boolean {
  return !row.open_now && (!row.before || row.open_then === true);
}

/** The last day on which a case could have been received to stand in the opening balance. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
