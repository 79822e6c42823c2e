import type { SopProgress, SopStepProgress } from '../complaint/case-state.ts';
import type { Instant, RecordedEvent } from '../complaint/event.ts';
import type { Operation } from '../complaint/vocabulary.ts';
import { finishingOperation } from './finishing-operation.ts';
import { startsWithThePrevious } from './start-sop.ts';

/** Steps that an answer at the desk does not do away with (rule 4). */
const NEEDED_AT_DESK: ReadonlySet<Operation> = new Set([
  'intake',
  'register',
  'answer',
  'answer-at-desk',
  'close',
  'file',
  'issue-report',
]);

/**
 * The stopwatches after one more entry of the history. A step ends with the operation it is bound to, the first
 * time that is done; the next one starts there. An automatic acknowledgement ends nothing, a step done by the
 * system is marked, archiving starts at *Selesai* (rule 17).
 */
export function advanceSop(progress: SopProgress, recorded: RecordedEvent): SopProgress {
  const { event, actor } = recorded;
  const beside = actor.by === 'import' || (event.type === 'acknowledged' && event.automatic);
  if (beside) return progress;
  let next = progress;
  if (event.type === 'answered') {
    if (event.atDesk) next = skipTheStepsBetween(next);
    next = noteTheUnnamedAnswer(next, event.at);
  }
  const operation = finishingOperation(event.type);
  if (operation !== null && event.type !== 'received') {
    next = finishStep(next, operation, event.at, recorded);
    if (event.type === 'answered' && event.atDesk)
      next = finishStep(next, 'answer-at-desk', event.at, recorded);
  }
  const ends = event.type === 'closed' || event.type === 'withdrawn' || event.type === 'archived';
  return ends ? startFiling(next, event.at) : next;
}

function finishStep(
  progress: SopProgress,
  operation: Operation,
  at: Instant,
  recorded: RecordedEvent,
): SopProgress {
  const index = progress.steps.findIndex((step) => step.operation === operation && step.finishedAt === null);
  const step = progress.steps[index];
  if (step === undefined || step.mark === 'not-needed') return progress;
  const { actor } = recorded;
  const done: SopStepProgress = {
    ...step,
    startedAt: step.startedAt ?? (startsWithThePrevious(operation) ? lastEnd(progress, index) : null),
    finishedAt: at,
    mark: actor.by === 'system' ? 'automatic' : step.mark,
    by: { account: actor.account, role: actor.role, insteadOf: actor.insteadOf?.role ?? null },
  };
  const steps = progress.steps.with(index, done);
  const following = steps[index + 1];
  const begins =
    following !== undefined &&
    following.startedAt === null &&
    following.finishedAt === null &&
    following.mark === null &&
    startsWithThePrevious(following.operation);
  return { ...progress, steps: begins ? steps.with(index + 1, { ...following, startedAt: at }) : steps };
}

function lastEnd(progress: SopProgress, before: number): Instant | null {
  const ends = progress.steps.slice(0, before).flatMap((step) => step.finishedAt ?? []);
  return ends.reduce<Instant | null>((latest, end) => (latest === null || end > latest ? end : latest), null);
}

function skipTheStepsBetween(progress: SopProgress): SopProgress {
  const steps = progress.steps.map((step) =>
    step.finishedAt === null && !NEEDED_AT_DESK.has(step.operation)
      ? { ...step, startedAt: null, mark: 'not-needed' as const }
      : step,
  );
  return { ...progress, steps };
}

function noteTheUnnamedAnswer(progress: SopProgress, at: Instant): SopProgress {
  const named = progress.steps.some((step) => step.operation === 'answer');
  if (named || progress.answer !== null) return progress;
  return { ...progress, answer: { startedAt: lastEnd(progress, progress.steps.length), finishedAt: at } };
}

function startFiling(progress: SopProgress, at: Instant): SopProgress {
  const steps = progress.steps.map((step) =>
    step.operation === 'file' && step.finishedAt === null ? { ...step, startedAt: at } : step,
  );
  return { ...progress, steps };
}
