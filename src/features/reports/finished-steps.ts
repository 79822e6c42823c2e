import type { CountedStep } from '../../domain/reports/count-sop-steps.ts';
import { unpackMarks, unpackStep } from '../cases/store/step-fact-row.ts';
import type { OfficeCodes } from '../offices/office-codes.ts';
import { factsAt, inThePast, type ReadingMoment } from './facts-at.ts';

/**
 * The steps of a case that were over at $4 as known at $5, from its current row (`factsAt`, `ofCase`). Nearly always
 * that is all of them, which one comparison tells; else each is asked by its own times.
 */
const ALL_OVER = 'steps_until <= $4';

export const MARKS_OF_CASE = 'steps_until, step_marks';
export const STEPS_OF_CASE = 'steps_until, step_codes, marked_codes, step_at, step_known';

/** `step_marks` where all steps were over, else 0. */
export function marksAt(moment: ReadingMoment): string {
  return inThePast(moment) ? `case when ${ALL_OVER} then step_marks else 0 end` : 'step_marks';
}

/**
 * The codes of the steps that `marksAt` does not tell of, as a FROM item. Side by side in one list, the arrays are
 * taken apart together and on any core; asked by a subquery for each case they would not be.
 */
export function codesAt(moment: ReadingMoment): string {
  const facts = factsAt({ moment, columns: 'counted', ofCase: STEPS_OF_CASE });
  if (!inThePast(moment)) return `(select unnest(step_codes) as code from ${facts}) s`;
  return `(select code from (select
        unnest(case when ${ALL_OVER} then step_codes else step_codes || marked_codes end) as code,
        unnest(case when ${ALL_OVER} then null else step_at end) as at,
        unnest(case when ${ALL_OVER} then null else coalesce(step_known, step_at) end) as known
      from ${facts}) s where at is null or (at <= $4 and known <= $5)) s`;
}

/** Cases by a number of `marksAt`, or by a code of `codesAt`. */
export type StepCells = { readonly packed: number; readonly count: number };

/** The cases of each step, its end and its time, by the edition of their SOP. */
export function countedSteps(
  marks: readonly StepCells[],
  codes: readonly StepCells[],
  { keyOf }: OfficeCodes,
): readonly CountedStep[] {
  const ofSop = (sop: number, step: Omit<CountedStep, 'sop'>): readonly CountedStep[] => {
    const id = keyOf('sop', sop);
    return id === null ? [] : [{ ...step, sop: id }];
  };
  return [
    ...marks.flatMap(({ packed, count }) =>
      unpackMarks(packed).flatMap(({ sop, no, end }) =>
        ofSop(sop, { no, end, unit: 'service-minute', took: 0, count }),
      ),
    ),
    ...codes.flatMap(({ packed, count }) => {
      const { sop, no, end, unit, took } = unpackStep(packed);
      return ofSop(sop, { no, end, unit, took, count });
    }),
  ];
}
