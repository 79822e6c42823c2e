import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import {
  type Axis,
  CUTS,
  PROMISE_KEYS,
  type PromiseKey,
  RESPONSE_KEYS,
  type ReportCell,
  type ResponseKey,
} from '../../domain/reports/report-cell.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { vocabularyWord } from '../cases/store/vocabulary-code.ts';
import type { OfficeCodes } from '../offices/office-codes.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';

const OLD_REGISTER = PROVENANCES.indexOf('register-lama');
const MONTH_ONLY = PRECISIONS.indexOf('month');
const at = (keys: readonly string[], key: ResponseKey | PromiseKey): number => keys.indexOf(key);
const response = (key: ResponseKey): number => at(RESPONSE_KEYS, key);
const promise = (key: PromiseKey): number => at(PROMISE_KEYS, key);

const FINISHED = [STATUSES.indexOf('closed'), STATUSES.indexOf('filed')].join(', ');
/** `restsOnOldRegister` of the domain. */
export const ON_OLD_REGISTER = `provenance = ${OLD_REGISTER} and answered_at is null`;
const UNMEASURED = `receipt_precision = ${MONTH_ONLY} or (${ON_OLD_REGISTER} and status in (${FINISHED}))`;

/** How each axis is read from a fact row, as a small number; the same rule as `cellsOf` in the domain. */
export const AXIS_SQL: Readonly<Record<Axis, string>> = {
  service: 'service',
  status: 'status',
  outcome: 'outcome',
  month: `(date_part('year', received_on) * 12 + date_part('month', received_on) - 1)::int`,
  channel: 'channel',
  severity: 'severity',
  response: `case
    when ${UNMEASURED} then ${response('not-recorded')}
    when answered_at is null then ${response('unanswered')}
    when answer_working_days is null then ${response('not-recorded')}
    when answer_working_days <= 5 then answer_working_days
    when answer_working_days <= 10 then ${response('6-10')}
    when answer_working_days <= 14 then ${response('11-14')}
    when answer_working_days <= 60 then ${response('15-60')}
    else ${response('61+')} end`,
  promise: `case
    when ${UNMEASURED} then ${promise('not-recorded')}
    when due_at is null then ${promise('unlimited')}
    when answered_at <= due_at then ${promise('on-time')}
    when answered_at is null and closed_at <= due_at then ${promise('unlimited')}
    when answered_at is not null or due_at <= $4 then ${promise('late')}
    else ${promise('not-yet-due')} end`,
  unit: 'unit',
  category: 'category',
  place: 'case when protected then null else place end',
};

/** Columns that the cuts need, so that the scan carries nothing else. */
const COLUMNS =
  'kind, provenance, service, status, outcome, received_on, channel, severity, receipt_precision, answered_at, answer_working_days, due_at, closed_at, unit, category, place, protected';

type CutRow = {
  readonly cut: number;
  readonly kind: number;
  readonly imported: boolean;
  readonly a: number | null;
  readonly b: number | null;
  readonly c: number | null;
  readonly count: number;
};

/**
 * Counts a period in one statement, hence over one snapshot: each cut of the axes grouped on its own, so that the number
 * of cells stays small however many cases there are.
 */
export async function readCells(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
  codes: OfficeCodes,
): Promise<readonly ReportCell[]> {
  const facts = factsAt({ moment, columns: COLUMNS });
  const cuts = CUTS.map((axes, cut) => {
    const [a, b, c] = [0, 1, 2].map((place) => {
      const axis = axes[place];
      return axis === undefined ? 'null::int' : `(${AXIS_SQL[axis]})::int`;
    });
    return `select ${cut} as cut, kind, (${ON_OLD_REGISTER}) as imported, ${a} as a, ${b} as b, ${c} as c, count(*)::int as count
      from ${facts} group by 2, 3, 4, 5, 6`;
  });
  const { rows } = await tx.query<CutRow>({
    text: cuts.join('\nunion all\n'),
    values: [...factValues(officeId, period.from, period.to, moment)],
    // Planned for the period at hand: a month goes by the index, ten years by the table.
    name: '',
  });
  return rows.map((row) => cellOf(row, codes));
}

function cellOf(row: CutRow, codes: OfficeCodes): ReportCell {
  const values = [row.a, row.b, row.c];
  return {
    cut: row.cut,
    kind: vocabularyWord(KINDS, row.kind),
    imported: row.imported,
    keys: (CUTS[row.cut] ?? []).map((axis, place) => axisWord(axis, values[place] ?? null, codes)),
    count: row.count,
  };
}

function axisWord(axis: Axis, code: number | null, codes: OfficeCodes): string | null {
  if (code === null) return null;
  switch (axis) {
    case 'status':
      return vocabularyWord(STATUSES, code);
    case 'outcome':
      return vocabularyWord(OUTCOMES, code);
    case 'channel':
      return vocabularyWord(CHANNELS, code);
    case 'severity':
      return vocabularyWord(SEVERITIES, code);
    case 'response':
      return vocabularyWord(RESPONSE_KEYS, code);
    case 'promise':
      return vocabularyWord(PROMISE_KEYS, code);
    case 'month':
      return `${Math.floor(code / 12)}-${String((code % 12) + 1).padStart(2, '0')}`;
    case 'service':
    case 'category':
    case 'unit':
    case 'place':
      return codes.keyOf(axis, code) ?? `#${code}`;
  }
}
