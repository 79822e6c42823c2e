import { STEP_ENDS, type StepEnd, type StepFact } from '../../../domain/reports/fact-of-steps.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import type { Columns } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';
import { vocabularyCode, vocabularyWord } from './vocabulary-code.ts';

/** The finished steps of a case, in its current row of report_fact only. */
export const STEP_COLUMNS: Columns = [
  ['steps_until', 'timestamptz'],
  ['step_marks', 'bigint'],
  ['step_codes', 'bigint[]'],
  ['marked_codes', 'bigint[]'],
  ['step_at', 'timestamptz[]'],
  ['step_known', 'timestamptz[]'],
];

/** Everything that the current row says of a case, in the order of `factRow` and then `stepFactRow`. */
export const CURRENT_FACT_COLUMNS: Columns = [...FACT_COLUMNS, ...STEP_COLUMNS];

export const UNITS = ['service-minute', 'working-day'] as const;

/** Places of a packed step, by multiplication: its number goes beyond the 32 bits that shifting keeps. */
const [UNIT, END, NO, SOP] = [2 ** 24, 2 ** 25, 2 ** 28, 2 ** 36];

/**
 * The steps of one SOP without a stopwatch, together in one number: the SOP, then a digit a step, 0 where the step has
 * none of these ends. They are few mixtures over any number of cases, so that a report groups them with its axes.
 */
const MARKS: readonly StepEnd[] = ['automatic', 'unmeasured', 'not-needed'];
const [MARK_SOPS, MARK_DIGIT, MARKED_STEPS] = [2 ** 8, 2 ** 2, 13];

/**
 * The values of STEP_COLUMNS. A step is one number, so that a report groups millions of them by one comparison; when
 * each was known stands only where it is another time than its end. Steps of an SOP without a number are left out.
 * What finds no place in `step_marks` stands among the codes that are counted one by one.
 */
export function stepFactRow(steps: readonly StepFact[], { codeOf }: OfficeCodes): readonly unknown[] {
  const numbered = steps.flatMap((step) => {
    const sop = codeOf('sop', step.sop);
    return sop === null ? [] : [{ ...step, sop, code: packStep(step, sop) }];
  });
  const isMarked = (step: { readonly sop: number; readonly no: number; readonly end: StepEnd }): boolean =>
    markDigit(step.end) > 0 &&
    step.no < MARKED_STEPS &&
    step.sop < MARK_SOPS &&
    step.sop === numbered[0]?.sop;
  const marked = numbered.filter(isMarked);
  const single = numbered.filter((step) => !isMarked(step));
  const marks = marked.reduce(
    (sum, { no, end }) => sum + markDigit(end) * markPlace(no),
    marked[0]?.sop ?? 0,
  );
  const all = [...single, ...marked];
  const late = all.some(({ at, knownAt }) => at !== knownAt);
  return [
    all.flatMap(({ at, knownAt }) => [at, knownAt]).reduce(later, '-infinity'),
    marks,
    single.map(({ code }) => code),
    marked.map(({ code }) => code),
    all.map(({ at }) => at),
    late ? all.map(({ knownAt }) => knownAt) : null,
  ];
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function markPlace(no: number): number {
  return MARK_SOPS * MARK_DIGIT ** no;
}
function markDigit(end: StepEnd): number {
  return MARKS.indexOf(end) + 1;
}

export type MarkedStep = Pick<PackedStep, 'sop' | 'no' | 'end'>;

/** The steps in a number of `step_marks`. */
export function unpackMarks(marks: number): readonly MarkedStep[] {
  const sop = marks % MARK_SOPS;
  return Array.from({ length: MARKED_STEPS }, (_, no) => no).flatMap((no) => {
    const end = MARKS[(Math.floor(marks / markPlace(no)) % MARK_DIGIT) - 1];
    return end === undefined ? [] : [{ sop, no, end }];
  });
}

/** What a packed step `code` says, as SQL, in the order of UNITS and STEP_ENDS. */
export const STEP_PLACES = {
  number: '(code >> 28)',
  end: '((code >> 25) & 7)',
  unit: '((code >> 24) & 1)',
} as const;

/** A step of an SOP in `STEP_PLACES.number`. */
export function stepNumber(sop: number, no: number): number {
  return (no * NO + sop * SOP) / NO;
}

function packStep({ no, end, unit, took }: StepFact, sop: number): number {
  const minutes = Math.min(took ?? 0, UNIT - 1);
  return (
    minutes + vocabularyCode(UNITS, unit) * UNIT + vocabularyCode(STEP_ENDS, end) * END + no * NO + sop * SOP
  );
}

/** A step as the store packs it, without its times. */
export type PackedStep = {
  readonly sop: number;
  readonly no: number;
  readonly end: StepEnd;
  readonly unit: StepFact['unit'];
  readonly took: number;
};

export function unpackStep(code: number): PackedStep {
  const digit = (place: number, next: number): number => Math.floor((code % next) / place);
  return {
    sop: Math.floor(code / SOP),
    no: digit(NO, SOP),
    end: vocabularyWord(STEP_ENDS, digit(END, NO)),
    unit: vocabularyWord(UNITS, digit(UNIT, END)),
    took: code % UNIT,
  };
}
