import { civilDateOf, epochDayOf, parseIsoDate } from '../../../domain/calendar/epoch-day.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import { CLOCKS, PRECISIONS, SEVERITIES } from '../../../domain/complaint/vocabulary.ts';
import { type DatedActs, SANCTIONS } from '../../../domain/reports/report-fact.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import { CURRENT_LINE } from '../store/facts-hash.ts';
import { STEP_COLUMNS } from '../store/step-fact-row.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import { skimTold, type ToldState, toldBy } from './told-state.ts';

export type StateRule =
  /** The folded state of a case cannot be read by PostgreSQL. */
  | 'state-unreadable'
  /** A column beside the sealed state says another thing than the state. */
  | 'column-differs'
  | 'fact-differs'
  /** What reports say of the past has a gap, overlaps, or begins or ends elsewhere than it should. */
  | 'fact-history'
  /** Who may not or may see the case is not whom the state names. */
  | 'people-differ'
  /** A text that the state refers to is not there. */
  | 'text-missing'
  /** Something was erased that the case's history does not know as erased. */
  | 'erasure-unknown';
export type StateFinding = { readonly rule: StateRule; readonly what: string; readonly count: number };

/** What stands beside a case, as it was read; `from` and `to` in milliseconds. */
export type BesideCase = {
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** Each text's id with whether it was erased. */
  readonly texts: ReadonlyMap<string, boolean>;
  readonly respondents: readonly string[];
  readonly readers: readonly string[];
  readonly erasedPeople: readonly string[];
  /** Null where the history is broken, which is told elsewhere: it says nothing of days then. */
  readonly acts: DatedActs | null;
  readonly codes: OfficeCodes;
};

/** A column of report_fact that the state alone tells, as a number: flags 0 or 1, instants in ms, days since 1970. */
type ToldFigure = {
  readonly column: string;
  readonly type: 'bool' | 'int16' | 'instant' | 'day';
  readonly told: (state: ToldState, zone: Zone) => number | null;
};
const TOLD: readonly ToldFigure[] = [
  { column: 'cancelled', type: 'bool', told: (state) => Number(state.cancelled) },
  { column: 'anonymous', type: 'bool', told: (state) => Number(state.anonymous) },
  { column: 'at_desk', type: 'bool', told: (state) => Number(state.atDesk) },
  { column: 'complainants', type: 'int16', told: (state) => state.complainants },
  { column: 'answered_at', type: 'instant', told: (state) => msOf(state.answeredAt) },
  { column: 'closed_at', type: 'instant', told: (state) => msOf(state.closedAt) },
  { column: 'severity_first', type: 'int16', told: (state) => codeIn(SEVERITIES, state.severityFirst) },
  { column: 'receipt_precision', type: 'int16', told: (state) => codeIn(PRECISIONS, state.precision) },
  { column: 'received_on', type: 'day', told: receivedDay },
  { column: 'due_at', type: 'instant', told: (state) => msOf(state.owedUntil) },
];
/** A column of report_fact that the history alone tells. */
const DATED: readonly (Pick<ToldFigure, 'column' | 'type'> & {
  readonly told: (acts: DatedActs) => number | null;
})[] = [
  { column: 'registered_on', type: 'day', told: ({ registeredOn }) => dayIn(registeredOn) },
  { column: 'found_on', type: 'day', told: ({ foundOn }) => dayIn(foundOn) },
  { column: 'sanction', type: 'int16', told: ({ sanction }) => codeIn(SANCTIONS, sanction) },
  { column: 'sanctioned_on', type: 'day', told: ({ sanctionedOn }) => dayIn(sanctionedOn) },
];

/**
 * Columns of complaint_case to be read behind `state`, then those of report_fact, null in a case without a fact, then
 * those of its register_entry, null in a case without a number.
 */
export const BESIDE_STATE: readonly string[] = [
  ...['recorded_at', 'received_at', 'ticket', 'due_clock', 'service', 'category', 'unit', 'place'],
  'restricted',
];
const KEYED = ['service', 'category', 'unit', 'place'] as const;
export const TOLD_COLUMNS: readonly string[] = [...CURRENT_LINE, ...STEP_COLUMNS].map(([name]) => name);
const TOLD_AT = TOLD.map((one) => ({ ...one, at: TOLD_COLUMNS.indexOf(one.column) }));
const DATED_AT = DATED.map((one) => ({ ...one, at: TOLD_COLUMNS.indexOf(one.column) }));
export const NUMBER_COLUMNS: readonly string[] = ['printed', 'given_at', 'cancelled_at'];

/** Half a character or a NUL as JSON escapes them, with an odd number of backslashes before. */
const BROKEN_ESCAPE = /(?<!\\)(\\\\)*\\u(d[89a-f]|0000)/i;

/**
 * Holds what the sealed state of a case tells against the columns, figures, people and texts beside it. `stateAt`:
 * where `state`, BESIDE_STATE and TOLD_COLUMNS begin in the row; `isSealed`: the seal over the state holds. Gives what
 * the state tells, null where it cannot be read.
 */
export function judgeState(
  rows: CopiedRows,
  stateAt: number,
  isSealed: boolean,
  zone: Zone,
  beside: BesideCase,
  report: (rule: StateRule, what: string, count?: number) => void,
): ToldState | null {
  const text = rows.utf8(stateAt);
  try {
    const state = (isSealed ? skimTold(text) : null) ?? toldBy(JSON.parse(text));
    if (typeof state.ticket === 'string' && !(text.includes('\\u') && BROKEN_ESCAPE.test(text))) {
      judgeColumns(rows, stateAt + 1, state, zone, beside, report);
      judgePeople(rows.bool(stateAt + BESIDE_STATE.length), state, beside, report);
      judgeTexts(state, beside, report);
      return state;
    }
  } catch {
    // A value of another kind than the program writes: the row's seal is broken as well.
  }
  report('state-unreadable', 'complaint_case');
  return null;
}

/**
 * Whether the number at `at` (NUMBER_COLUMNS) says what its case says: as printed, BATAL or not, the day it was given. One
 * that is missing, or another case's, is counted with the register as a whole.
 */
export function isNumberOf(
  state: ToldState,
  rows: CopiedRows,
  at: number,
  zone: Zone,
  acts: DatedActs | null,
): boolean {
  if (rows.isNull(at)) return true;
  return (
    rows.utf8(at) === state.printed &&
    rows.isNull(at + 2) === !state.cancelled &&
    (acts === null || localDay(rows.instant(at + 1), zone) === dayIn(acts.registeredOn))
  );
}

function judgeColumns(
  rows: CopiedRows,
  at: number,
  state: ToldState,
  zone: Zone,
  { stretches, acts, codes }: BesideCase,
  report: (rule: StateRule, what: string, count?: number) => void,
): void {
  const receivedAt = msOf(state.receivedAt);
  const isSame =
    rows.instant(at) === msOf(state.recordedAt) &&
    rows.instant(at + 1) === receivedAt &&
    rows.latin1(at + 2) === state.ticket &&
    figureIn(rows, at + 3, 'int16') === codeIn(CLOCKS, state.dueClock);
  if (!isSame) report('column-differs', 'complaint_case');
  // Both are under the seal; what stands between them is not.
  const isNamed = KEYED.every((axis, index) => {
    const code = figureIn(rows, at + 4 + index, 'int16');
    return code === null || codes.keyOf(axis, code) === state.keys[axis];
  });
  if (!isNamed) report('column-differs', 'office_code');
  const factAt = at + BESIDE_STATE.length;
  const isFact = !rows.isNull(factAt);
  const current = isFact ? rows.instant(factAt) : Number.NaN;
  const wrong = brokenStretches(stretches, current);
  if (wrong > 0) report('fact-history', 'report_fact_past', wrong);
  if (!isFact) return;
  if (TOLD_AT.some(({ at, type, told }) => figureIn(rows, factAt + at, type) !== told(state, zone))) {
    report('fact-differs', 'report_fact beside the state');
  }
  if (
    acts !== null &&
    DATED_AT.some(({ at, type, told }) => figureIn(rows, factAt + at, type) !== told(acts))
  ) {
    report('fact-differs', 'report_fact beside the history');
  }
  const first = stretches.length === 0 ? current : Math.min(...stretches.map(({ from }) => from));
  if (first !== receivedAt) {
    report('fact-history', 'report_fact_past from the receipt on');
  }
}

/** How many of the known stretches do not end where the next one, at last the current fact, begins. */
function brokenStretches(stretches: BesideCase['stretches'], current: number): number {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  const isBroken = ({ from, to }: { from: number; to: number }, index: number): boolean =>
    from >= to || to !== (sorted[index + 1]?.from ?? current);
  return sorted.filter(isBroken).length;
}

function judgePeople(
  isRestricted: boolean,
  state: ToldState,
  { respondents, readers }: BesideCase,
  report: (rule: StateRule, what: string, count?: number) => void,
): void {
  if (!hasSame(state.respondents, respondents)) report('people-differ', 'case_respondent');
  if (!isRestricted) {
    if (readers.length > 0) report('people-differ', 'case_reader of an open case', readers.length);
  } else if (!hasSame(state.readers, readers)) report('people-differ', 'case_reader');
}

/** Whether two lists without doubles hold the same. */
function hasSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function judgeTexts(
  state: ToldState,
  { texts, erasedPeople }: BesideCase,
  report: (rule: StateRule, what: string, count?: number) => void,
): void {
  for (const id of state.texts) if (!texts.has(id)) report('text-missing', 'case_text');
  for (const [id, isErased] of texts) {
    if (isErased && !state.erased.includes(id)) report('erasure-unknown', 'case_text');
  }
  for (const id of erasedPeople) if (!state.erased.includes(id)) report('erasure-unknown', 'identity');
}

function figureIn(rows: CopiedRows, column: number, type: ToldFigure['type']): number | null {
  if (rows.isNull(column)) return null;
  return type === 'bool' ? Number(rows.bool(column)) : rows[type](column);
}

function msOf(at: string | null): number | null {
  return at === null ? null : Date.parse(at);
}

function dayIn(day: string | null): number | null {
  return day === null ? null : parseIsoDate(day);
}

function codeIn<W extends string>(words: readonly W[], word: W | null): number | null {
  return word === null ? null : vocabularyCode(words, word);
}

/** Of a receipt of which only the month is known: its first day. */
function receivedDay({ receivedAt, precision }: ToldState, zone: Zone): number {
  const day = localDay(Date.parse(receivedAt), zone);
  if (precision !== 'month') return day;
  const { year, month } = civilDateOf(day);
  return epochDayOf(year, month, 1);
}
