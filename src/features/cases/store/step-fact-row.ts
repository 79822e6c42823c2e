import { STEP_ENDS, type StepEnd, type StepFact } from '../../../domain/reports/fact-of-steps.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import type { Columns } from './columns.ts';
import { FACT_COLUMNS } from './fact-row.ts';
import { vocabularyCode, vocabularyWord } from './vocabulary-code.ts';

/** The finished steps of a case, in its current row of report_fact only. */
export const STEP_COLUMNS: Columns = [
  ['step_codes', 'bigint[]'],
  ['step_at', 'timestamptz[]'],
  ['step_known', 'timestamptz[]'],
];

/** Everything that the current row says of a case, in the order of `factRow` and then `stepFactRow`. */
export const CURRENT_FACT_COLUMNS: Columns = [...FACT_COLUMNS, ...STEP_COLUMNS];

export const UNITS = ['service-minute', 'working-day'] as const;

/** Places of a packed step, by multiplication: its number goes beyond the 32 bits that shifting keeps. */
const [UNIT, END, NO, SOP] = [2 ** 24, 2 ** 25, 2 ** 28, 2 ** 36];

/**
 * The values of STEP_COLUMNS. A step is one number, so that a report groups millions of them by one comparison; when
 * each was known stands only where it is another time than its end. Steps of an SOP without a number are left out.
 */
export function stepFactRow(steps: readonly StepFact[], { codeOf }: OfficeCodes): readonly unknown[] {
  const numbered = steps.flatMap((step) => {
    const sop = codeOf('sop', step.sop);
    return sop === null ? [] : [{ ...step, code: packStep(step, sop) }];
  });
  const late = numbered.some(({ at, knownAt }) => at !== knownAt);
  return [
    numbered.map(({ code }) => code),
    numbered.map(({ at }) => at),
    late ? numbered.map(({ knownAt }) => knownAt) : null,
  ];
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
