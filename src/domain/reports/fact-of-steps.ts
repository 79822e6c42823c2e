import type { Calendar } from '../calendar/calendar.ts';
import type { SopProgress } from '../complaint/case-state.ts';
import type { Instant, RecordedEvent } from '../complaint/event.ts';
import { advanceSop } from '../sop/advance-sop.ts';
import { type SopRow, sopComparison } from '../sop/sop-comparison.ts';
import type { SopEdition } from '../sop/sop-editions.ts';
import { startSop } from '../sop/start-sop.ts';

/** What became of a step: its stopwatch, or why it has none (rules 4 and 17). */
export const STEP_ENDS = ['measured', 'beyond', 'automatic', 'unmeasured', 'not-needed'] as const;
export type StepEnd = (typeof STEP_ENDS)[number];

/** A step of a case that is over. It stays so for ever, hence it counts from `at` on and is known since `knownAt`. */
export type StepFact = {
  /** The key of a `SopEdition`. */
  readonly sop: string;
  /** 0 = the answer of an SOP that names no step for it. */
  readonly no: number;
  /** `beyond`: measured, and *melewati waktu baku* (rule 13). */
  readonly end: StepEnd;
  readonly unit: 'service-minute' | 'working-day';
  /** Null where it was not measured. */
  readonly took: number | null;
  readonly at: Instant;
  readonly knownAt: Instant;
};

/** The steps of a case that are over, against the standards of the edition of its SOP that the case began with. */
export function stepFacts(
  events: readonly RecordedEvent[],
  edition: Pick<SopEdition, 'key' | 'sop'> | undefined,
  calendar: Calendar,
): readonly StepFact[] {
  const ended = new Map<number, { readonly at: Instant; readonly knownAt: Instant }>();
  let progress: SopProgress | null = null;
  for (const recorded of events) {
    const { event, recordedAt } = recorded;
    progress =
      event.type === 'received'
        ? startSop(event, recordedAt, recorded.actor)
        : progress && advanceSop(progress, recorded);
    for (const no of endedSteps(progress)) {
      if (!ended.has(no)) ended.set(no, { at: endOf(progress, no) ?? event.at, knownAt: recordedAt });
    }
  }
  if (progress === null || edition === undefined) return [];
  return sopComparison(progress, edition.sop, calendar).flatMap((row) => {
    const times = ended.get(row.no ?? 0);
    return times === undefined ? [] : [{ sop: edition.key, ...stepOf(row), ...times }];
  });
}

function endedSteps(progress: SopProgress | null): readonly number[] {
  if (progress === null) return [];
  const ended = progress.steps.flatMap((step) =>
    step.finishedAt !== null || step.mark === 'not-needed' ? [step.no] : [],
  );
  return progress.answer === null ? ended : [...ended, 0];
}

function endOf(progress: SopProgress | null, no: number): Instant | null {
  if (no === 0) return progress?.answer?.finishedAt ?? null;
  return progress?.steps.find((step) => step.no === no)?.finishedAt ?? null;
}

function stepOf({
  no,
  mark,
  actual,
  standard,
  beyondStandard,
}: SopRow): Omit<StepFact, 'sop' | 'at' | 'knownAt'> {
  const measured = beyondStandard === true ? 'beyond' : 'measured';
  return {
    no: no ?? 0,
    end: mark ?? (actual === null ? 'unmeasured' : measured),
    unit: actual?.unit ?? (standard?.unit === 'working-day' ? 'working-day' : 'service-minute'),
    took: actual?.count ?? null,
  };
}
