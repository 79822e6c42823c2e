import { type Axis, CUTS } from '../../domain/reports/report-cell.ts';

/**
 * Where a value stands in a packed column of report_fact, as db/migrations/0003_figures.sql and 0015_answer_ways.sql generate it: first bit and
 * width.
 */
type Place = readonly [shift: number, bits: number];

/** In the order of CUTS. Every one begins with the kind and with whether the case rests on the old register only. */
export const CUT_COLUMNS = ['cut_course', 'cut_receipt', 'cut_promise', 'cut_place', 'cut_answer'] as const;

const KIND: Place = [0, 3];
const IMPORTED: Place = [3, 1];

/** Office keys and words that a case may lack stand one higher, 0 being none. */
const AXES: Readonly<Record<Axis, { readonly place: Place; readonly from: number }>> = {
  service: { place: [4, 16], from: 1 },
  status: { place: [20, 4], from: 0 },
  outcome: { place: [24, 5], from: 1 },
  /** Months since the year 0 less those before 1900. */
  month: { place: [4, 12], from: -22_800 },
  channel: { place: [16, 6], from: 0 },
  severity: { place: [4, 4], from: 1 },
  response: { place: [8, 4], from: 0 },
  promise: { place: [12, 3], from: 0 },
  recording: { place: [22, 3], from: 0 },
  reaction: { place: [15, 3], from: 0 },
  finish: { place: [18, 3], from: 0 },
  unit: { place: [4, 16], from: 1 },
  category: { place: [20, 16], from: 1 },
  place: { place: [36, 16], from: 1 },
  way: { place: [4, 3], from: 0 },
  change: { place: [7, 2], from: 0 },
};

/** What `cut_promise` holds beside its axes: what totals count. */
export const MARKS = {
  anonymous: [21, 1],
  protected: [22, 1],
  urgent: [23, 1],
  atDesk: [24, 1],
  counted: [25, 1],
  cancelled: [26, 1],
  oldRegister: [27, 1],
  /** 0 without a register number, 1 numbered in the month of receipt, 2 in another. */
  numbered: [28, 2],
} as const satisfies Readonly<Record<string, Place>>;

/** `cut_promise` of a row numbered in another month than it was received in; a partial index stands on it. */
export const NUMBERED_ELSEWHERE = `cut_promise >= ${2 * 2 ** MARKS.numbered[0]}`;

/**
 * Cancelled after it had taken a number, which stays in the register as *BATAL* (rules 9, 11). What had none, above all a
 * row of an import that was taken back, stands in no register and no report.
 */
export const IS_BATAL = '(cancelled and registered_on is not null)';

/** The first bit that `cut_course` leaves free. */
export const COURSE_BITS = 29;

/**
 * `cut_promise` at the instant $4: what is owed and not yet due becomes late by time alone, from 2 to 1 of PROMISE_KEYS.
 */
export const PROMISE_AT = `(cut_promise - ((owed_until <= $4)::int << ${AXES.promise.place[0]}))`;

/** The code of an axis as SQL over a fact row; null where the case has none. */
export function axisSql(axis: Axis): string {
  const { place, from } = AXES[axis];
  const [shift, bits] = place;
  const cut = CUTS.findIndex((axes) => axes.some((one) => one === axis));
  const column = axis === 'promise' ? PROMISE_AT : CUT_COLUMNS[cut];
  const digit = `(${column} >> ${shift}) & ${2 ** bits - 1}`;
  return from === 1 ? `nullif(${digit}, 0) - 1` : `(${digit}) - ${from}`;
}

/** The code of an axis in a packed number of its cut; null where the cases have none. */
export function axisCode(packed: number, axis: Axis): number | null {
  const { place, from } = AXES[axis];
  const digit = digitOf(packed, place);
  return from === 1 && digit === 0 ? null : digit - from;
}

export function kindCode(packed: number): number {
  return digitOf(packed, KIND);
}
export function isImported(packed: number): boolean {
  return digitOf(packed, IMPORTED) === 1;
}
/** `cut_promise` without its marks: what stands before the first of them. */
export function axesOfPromise(packed: number): number {
  return packed % 2 ** MARKS.anonymous[0];
}
export function markOf(packed: number, mark: keyof typeof MARKS): number {
  return digitOf(packed, MARKS[mark]);
}

/** By division: places beyond the 32nd bit are out of the reach of shifting. */
function digitOf(packed: number, [shift, bits]: Place): number {
  return Math.floor(packed / 2 ** shift) % 2 ** bits;
}
