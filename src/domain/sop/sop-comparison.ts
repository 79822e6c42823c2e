import type { Calendar } from '../calendar/calendar.ts';
import { computeDue } from '../calendar/compute-due.ts';
import type { Limit } from '../calendar/limit.ts';
import { elapsedServiceMinutes } from '../calendar/service-time.ts';
import { answeringWorkingDays } from '../calendar/working-days.ts';
import type { SopProgress, SopStepProgress } from '../complaint/case-state.ts';
import type { Instant } from '../complaint/event.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import type { Operation } from '../complaint/vocabulary.ts';
import type { Sop, SopStep } from '../office/office-data.ts';

export type SopRow = {
  /** Null: the answer of an SOP that names no step for it, shown *tanpa waktu baku* (rule 17). */
  readonly no: number | null;
  readonly activity: string | null;
  readonly operation: Operation;
  readonly standard: Limit | null;
  readonly standardPrinted: string | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly mark: SopStepProgress['mark'];
  readonly by: SopStepProgress['by'];
  /** Null: not finished, marked, or its year is not loaded. Working days: 0 = the same working day. */
  readonly actual: { readonly count: number; readonly unit: 'service-minute' | 'working-day' } | null;
  /** *Melewati waktu baku*; never *terlambat* and never in on-time (rule 13). Null: not to be said. */
  readonly beyondStandard: boolean | null;
};

/**
 * Standard against actual, step by step, in the office's own service time. `now` also measures the step that is
 * running. A step that this version of the SOP does not bind so has no standard time.
 */
export function sopComparison(
  progress: SopProgress,
  sop: Sop,
  calendar: Calendar,
  now: Instant | null = null,
): readonly SopRow[] {
  const rows = progress.steps.map((step) => {
    const of = sop.steps.find((one) => one.no === step.no && one.operation === step.operation) ?? null;
    return stepRow(step, of, calendar, now);
  });
  if (progress.answer === null) return rows;
  const { startedAt, finishedAt } = progress.answer;
  const mark = unmeasured(startedAt, finishedAt);
  const unnamed: SopRow = {
    ...blank('answer'),
    startedAt,
    finishedAt,
    mark,
    actual:
      startedAt === null || mark !== null ? null : measure(startedAt, finishedAt, 'service-minute', calendar),
  };
  const filing = rows.findIndex((row) => row.operation === 'file');
  return filing === -1 ? [...rows, unnamed] : [...rows.slice(0, filing), unnamed, ...rows.slice(filing)];
}

function stepRow(step: SopStepProgress, of: SopStep | null, calendar: Calendar, now: Instant | null): SopRow {
  const { no, operation, startedAt, finishedAt, by } = step;
  const mark = step.mark ?? unmeasured(startedAt, finishedAt);
  const standard = of?.standard ?? null;
  const row: SopRow = {
    ...blank(operation),
    no,
    activity: of?.activity ?? null,
    standard,
    standardPrinted: of?.standardPrinted ?? null,
    startedAt,
    finishedAt,
    mark,
    by,
  };
  const end = finishedAt ?? now;
  if (startedAt === null || end === null || mark !== null) return row;
  const unit = standard?.unit === 'working-day' ? 'working-day' : 'service-minute';
  const actual = measure(startedAt, end, unit, calendar);
  return {
    ...row,
    actual,
    beyondStandard: standard === null ? null : isBeyond(startedAt, end, standard, calendar),
  };
}

/**
 * Stopwatches run from recording (rule 1): what was done before that and written down later is *tidak terukur*, not
 * done in no time.
 */
function unmeasured(startedAt: Instant | null, finishedAt: Instant | null): 'unmeasured' | null {
  return startedAt !== null && finishedAt !== null && finishedAt < startedAt ? 'unmeasured' : null;
}

function blank(operation: Operation): SopRow {
  return {
    no: null,
    activity: null,
    operation,
    standard: null,
    standardPrinted: null,
    startedAt: null,
    finishedAt: null,
    mark: null,
    by: null,
    actual: null,
    beyondStandard: null,
  };
}

function measure(
  from: Instant,
  to: Instant,
  unit: 'service-minute' | 'working-day',
  calendar: Calendar,
): SopRow['actual'] {
  const [start, end] = [instantMs(from), instantMs(to)];
  if (unit === 'working-day') {
    const counted = answeringWorkingDays(calendar, start, end);
    return counted.ok ? { count: counted.days, unit } : null;
  }
  const elapsed = elapsedServiceMinutes(calendar, start, end);
  return elapsed.ok ? { count: elapsed.minutes, unit } : null;
}

function isBeyond(from: Instant, to: Instant, standard: Limit, calendar: Calendar): boolean | null {
  const due = computeDue(calendar, instantMs(from), standard);
  return due.ok ? instantMs(to) > due.due : null;
}
