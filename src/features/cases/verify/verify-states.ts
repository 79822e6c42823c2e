import { civilDateOf, epochDayOf, parseIsoDate } from '../../../domain/calendar/epoch-day.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { CLOCKS, PRECISIONS, SEVERITIES } from '../../../domain/complaint/vocabulary.ts';
import { type DatedActs, SANCTIONS } from '../../../domain/reports/report-fact.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';
import { FACT, NUMBER, ROW } from './case-streams.ts';
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
};
/** What tells the meaning of a row besides its state. */
export type RowFrame = {
  readonly zone: Zone;
  readonly codes: OfficeCodes;
  /** Null where the history is broken, which is told elsewhere: it says nothing of days then. */
  readonly acts: DatedActs | null;
};
export type StateReport = (rule: StateRule, what: string, count?: number) => void;

type FigureType = 'bool' | 'int16' | 'instant' | 'day';
const figureAt = FACT.figures.at;
/** Figures of a case that its state alone tells, as numbers: flags 0 or 1, instants in ms, days since 1970. */
const TOLD: readonly {
  readonly at: number;
  readonly type: FigureType;
  readonly told: (state: ToldState, zone: Zone) => number | null;
}[] = [
  { at: figureAt('cancelled'), type: 'bool', told: (state) => Number(state.cancelled) },
  { at: figureAt('anonymous'), type: 'bool', told: (state) => Number(state.anonymous) },
  { at: figureAt('at_desk'), type: 'bool', told: (state) => Number(state.atDesk) },
  { at: figureAt('complainants'), type: 'int16', told: (state) => state.complainants },
  { at: figureAt('answered_at'), type: 'instant', told: (state) => msOf(state.answeredAt) },
  { at: figureAt('closed_at'), type: 'instant', told: (state) => msOf(state.closedAt) },
  { at: figureAt('severity_first'), type: 'int16', told: (state) => codeIn(SEVERITIES, state.severityFirst) },
  { at: figureAt('receipt_precision'), type: 'int16', told: (state) => codeIn(PRECISIONS, state.precision) },
  { at: figureAt('received_on'), type: 'day', told: receivedDay },
  { at: figureAt('due_at'), type: 'instant', told: (state) => msOf(state.owedUntil) },
];
/** Figures that the history alone tells. */
const DATED: readonly {
  readonly at: number;
  readonly type: FigureType;
  readonly told: (acts: DatedActs) => number | null;
}[] = [
  { at: figureAt('registered_on'), type: 'day', told: ({ registeredOn }) => dayIn(registeredOn) },
  { at: figureAt('found_on'), type: 'day', told: ({ foundOn }) => dayIn(foundOn) },
  { at: figureAt('sanction'), type: 'int16', told: ({ sanction }) => codeIn(SANCTIONS, sanction) },
  { at: figureAt('sanctioned_on'), type: 'day', told: ({ sanctionedOn }) => dayIn(sanctionedOn) },
];
/** Columns that hold the number of one of the office's own keys. */
const KEYED = [
  { axis: 'service', at: ROW.service },
  { axis: 'category', at: ROW.category },
  { axis: 'unit', at: ROW.unit },
  { axis: 'place', at: ROW.place },
] as const;

/** Half a character or a NUL as JSON escapes them, with an odd number of backslashes before. */
const BROKEN_ESCAPE = /(?<!\\)(\\\\)*\\u(d[89a-f]|0000)/i;

/**
 * Holds what the sealed state of a case tells against the columns, figures, people and texts beside it. `isSealed`: the
 * seal over the state holds. Gives what the state tells, null where it cannot be read.
 */
export function judgeState(
  rows: CopiedRows,
  isSealed: boolean,
  frame: RowFrame,
  beside: BesideCase,
  report: StateReport,
): ToldState | null {
  const text = rows.utf8(ROW.state);
  try {
    const state = (isSealed ? skimTold(text) : null) ?? toldBy(trustedJson<CaseState>(text));
    if (typeof state.ticket === 'string' && !(text.includes('\\u') && BROKEN_ESCAPE.test(text))) {
      judgeColumns(rows, state, frame, report);
      judgeFigures(rows, state, frame, report);
      judgeStretches(rows, state, beside, report);
      judgePeople(rows.bool(ROW.restricted), state, beside, report);
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
 * Whether the number says what its case says: as printed, BATAL or not, the day it was given. One that is missing, or
 * another case's, is counted with the register as a whole.
 */
export function isNumberOf(state: ToldState, rows: CopiedRows, { zone, acts }: RowFrame): boolean {
  if (rows.isNull(NUMBER.printed)) return true;
  return (
    rows.utf8(NUMBER.printed) === state.printed &&
    rows.isNull(NUMBER.cancelledAt) === !state.cancelled &&
    (acts === null || localDay(rows.instant(NUMBER.givenAt), zone) === dayIn(acts.registeredOn))
  );
}

function judgeColumns(rows: CopiedRows, state: ToldState, { codes }: RowFrame, report: StateReport): void {
  const isSame =
    rows.instant(ROW.recordedAt) === msOf(state.recordedAt) &&
    rows.instant(ROW.receivedAt) === msOf(state.receivedAt) &&
    rows.latin1(ROW.ticket) === state.ticket &&
    figureIn(rows, ROW.dueClock, 'int16') === codeIn(CLOCKS, state.dueClock);
  if (!isSame) report('column-differs', 'complaint_case');
  // Both are under the seal; what stands between them is not.
  const isNamed = KEYED.every(({ axis, at }) => {
    const code = figureIn(rows, at, 'int16');
    return code === null || codes.keyOf(axis, code) === state.keys[axis];
  });
  if (!isNamed) report('column-differs', 'office_code');
}

function judgeFigures(
  rows: CopiedRows,
  state: ToldState,
  { zone, acts }: RowFrame,
  report: StateReport,
): void {
  if (rows.isNull(FACT.from)) return;
  if (TOLD.some(({ at, type, told }) => figureIn(rows, at, type) !== told(state, zone))) {
    report('fact-differs', 'report_fact beside the state');
  }
  if (acts !== null && DATED.some(({ at, type, told }) => figureIn(rows, at, type) !== told(acts))) {
    report('fact-differs', 'report_fact beside the history');
  }
}

/** What reports say of the past runs from the receipt to the current figures, which run on. */
function judgeStretches(
  rows: CopiedRows,
  state: ToldState,
  { stretches }: BesideCase,
  report: StateReport,
): void {
  const isFact = !rows.isNull(FACT.from);
  const current = isFact ? rows.instant(FACT.from) : Number.NaN;
  const broken = brokenStretches(stretches, current);
  if (broken > 0) report('fact-history', 'report_fact_past', broken);
  const first = stretches.length === 0 ? current : Math.min(...stretches.map(({ from }) => from));
  if (isFact && first !== msOf(state.receivedAt)) {
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
  report: StateReport,
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

function judgeTexts(state: ToldState, { texts, erasedPeople }: BesideCase, report: StateReport): void {
  for (const id of state.texts) if (!texts.has(id)) report('text-missing', 'case_text');
  for (const [id, isErased] of texts) {
    if (isErased && !state.erased.includes(id)) report('erasure-unknown', 'case_text');
  }
  for (const id of erasedPeople) if (!state.erased.includes(id)) report('erasure-unknown', 'identity');
}

function figureIn(rows: CopiedRows, column: number, type: FigureType): number | null {
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
