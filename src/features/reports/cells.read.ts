import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PROVENANCES,
  SEVERITIES,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import type { CountedStep } from '../../domain/reports/count-sop-steps.ts';
import {
  type Axis,
  CHANGE_KEYS,
  CUTS,
  PROMISE_KEYS,
  RESPONSE_KEYS,
  type ReportCell,
  WAY_KEYS,
} from '../../domain/reports/report-cell.ts';
import { ELAPSED_KEYS } from '../../domain/reports/report-fact.ts';
import { periodInstants, type ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { vocabularyWord } from '../cases/store/vocabulary-code.ts';
import type { Office } from '../offices/office.read.ts';
import type { OfficeCodes } from '../offices/office-codes.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';
import { codesAt, countedSteps, MARKS_OF_CASE, marksAt, type StepCells } from './finished-steps.ts';
import {
  axesOfPromise,
  axisCode,
  COURSE_BITS,
  CUT_COLUMNS,
  isImported,
  kindCode,
  markOf,
  PROMISE_AT,
} from './packed-cut.ts';

/** `restsOnOldRegister` of the domain. */
export const ON_OLD_REGISTER = `provenance = ${PROVENANCES.indexOf('register-lama')} and answered_at is null and closed_at is null`;

/** Cases that share all their marks (`markOf`), in the count of the register or out of it. */
export type MarkCell = { readonly packed: number; readonly count: number; readonly complainants: number };

export type CountedCells = {
  readonly cells: readonly ReportCell[];
  readonly marks: readonly MarkCell[];
  /** Empty where they were not asked for. */
  readonly steps: readonly CountedStep[];
  /** Numbers given in the period, from the register's own entries (rule 11); 0 where they were not asked for. */
  readonly numbersGiven: number;
};

/** What is counted beside the axes, on another core where there is much to read. */
export type Beside = { readonly steps: boolean; readonly numbers: boolean };

/** `step_marks`: of the cut of the course, what its cases' steps without a stopwatch have in common. */
type CutRow = MarkCell & { readonly cut: number; readonly step_marks: number };

const PROMISE_CUT = CUT_COLUMNS.indexOf('cut_promise');
/** In the place of a cut: steps that are counted one by one. */
const STEPS = CUT_COLUMNS.length;
const NUMBERS = STEPS + 1;

/**
 * Counts a period in one statement, hence over one snapshot, and its axes in one reading of the facts: each cut is one
 * number of the row, grouped on its own, so that the number of cells stays small however many cases there are. The
 * marks of finished steps stand above the course; stopwatches and numbers are readings beside it.
 */
export async function readCells(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
  beside: Beside,
): Promise<CountedCells> {
  const { codes } = office;
  const { rows } = await tx.query<CutRow>({
    text: cellsText(moment, beside),
    values: [
      ...factValues(office.officeId, period.from, period.to, moment),
      ...(beside.numbers ? numbersValues(office, period) : []),
    ],
    // Planned for the period at hand: a month goes by the index, ten years by the table.
    name: '',
  });
  const ofSteps = rows.filter(({ cut }) => cut === STEPS);
  const ofCuts = rows.filter(({ cut }) => cut < STEPS);
  return {
    cells: withoutMarks(ofCuts.filter(isCounted)).map((row) => cellOf(row, codes)),
    marks: ofCuts.filter((row) => row.cut === PROMISE_CUT),
    steps: countedSteps(marksOf(ofCuts), ofSteps, codes),
    numbersGiven: rows.find(({ cut }) => cut === NUMBERS)?.count ?? 0,
  };
}

/** The statement of `readCells`. Only parts that give the same types does PostgreSQL read side by side. */
export function cellsText(moment: ReadingMoment, beside: Beside): string {
  const outside = factsAt({
    moment,
    columns: `${PROMISE_AT}::bigint as cut_promise`,
    where: 'not counted',
  });
  const parts = [
    cutsText(moment, beside.steps),
    `select ${PROMISE_CUT}, cut_promise, 0::bigint, count(*)::int, 0 from ${outside} group by 2`,
    beside.steps
      ? [`select ${STEPS}, code, 0::bigint, count(*)::int, 0 from ${codesAt(moment)} group by 2`]
      : [],
    beside.numbers ? [`select ${NUMBERS}, 0::bigint, 0::bigint, count(*)::int, 0 from ${NUMBERS_GIVEN}`] : [],
  ];
  return parts.flat().join(' union all ');
}

/** $4 is the instant of reading, $5 that of knowledge: a number counts by its own day, whenever its case was received. */
const NUMBERS_GIVEN = `register_entry
  where office_id = $1 and year between $6 and $7 and given_at >= $8 and given_at < $9 and given_at <= $5`;

function numbersValues({ zone }: Office, period: ReportPeriod): readonly unknown[] {
  const { start, end } = periodInstants(period, zone);
  return [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4)), new Date(start), new Date(end)];
}

/** How many cases have each number of `step_marks`: few mixtures, however many courses. */
function marksOf(rows: readonly CutRow[]): readonly StepCells[] {
  const cells = new Map<number, number>();
  for (const { step_marks: marks, count } of rows) {
    if (marks > 0) cells.set(marks, (cells.get(marks) ?? 0) + count);
  }
  return [...cells].map(([packed, count]) => ({ packed, count }));
}

function cutsText(moment: ReadingMoment, withSteps: boolean): string {
  const course = withSteps ? `cut_course + (${marksAt(moment)} << ${COURSE_BITS})` : 'cut_course::bigint';
  const facts = factsAt({
    moment,
    columns: `${course} as cut_course, cut_receipt, ${PROMISE_AT} as cut_promise, cut_place, cut_answer, complainants`,
    ...(withSteps && { ofCase: MARKS_OF_CASE }),
  });
  const cuts = CUT_COLUMNS.join(', ');
  return `select case ${CUT_COLUMNS.map((column, cut) => `when ${column} is not null then ${cut}`).join(' ')} end as cut,
      coalesce(cut_course & ${2 ** COURSE_BITS - 1}, ${cuts}) as packed,
      coalesce(cut_course >> ${COURSE_BITS}, 0) as step_marks,
      count(*)::int as count, sum(complainants)::int as complainants
    from ${facts} group by grouping sets (${CUT_COLUMNS.map((column) => `(${column})`).join(', ')})`;
}

type PackedRow = MarkCell & { readonly cut: number };

/** The cut of promises also tells what is in no count. */
function isCounted(row: PackedRow): boolean {
  return row.cut !== PROMISE_CUT || markOf(row.packed, 'counted') === 1;
}

/** The cuts of course and promise have a row for each mix of marks too; the axes alone make a cell. */
function withoutMarks(rows: readonly PackedRow[]): readonly PackedRow[] {
  return CUT_COLUMNS.flatMap((_, cut) => {
    const cells = new Map<number, PackedRow>();
    for (const row of rows) {
      if (row.cut !== cut) continue;
      const packed = cut === PROMISE_CUT ? axesOfPromise(row.packed) : row.packed;
      cells.set(packed, { ...row, packed, count: row.count + (cells.get(packed)?.count ?? 0) });
    }
    return [...cells.values()];
  });
}

function cellOf({ cut, packed, count }: PackedRow, codes: OfficeCodes): ReportCell {
  return {
    cut,
    kind: vocabularyWord(KINDS, kindCode(packed)),
    imported: isImported(packed),
    keys: (CUTS[cut] ?? []).map((axis) => axisWord(axis, axisCode(packed, axis), codes)),
    count,
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
    case 'recording':
    case 'reaction':
    case 'finish':
      return vocabularyWord(ELAPSED_KEYS, code);
    case 'way':
      return vocabularyWord(WAY_KEYS, code);
    case 'change':
      return vocabularyWord(CHANGE_KEYS, code);
    case 'month':
      return `${Math.floor(code / 12)}-${String((code % 12) + 1).padStart(2, '0')}`;
    case 'service':
    case 'category':
    case 'unit':
    case 'place':
      return codes.keyOf(axis, code) ?? `#${code}`;
  }
}
