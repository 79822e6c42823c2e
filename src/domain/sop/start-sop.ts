import type { SopProgress, SopStepProgress } from '../complaint/case-state.ts';
import type { Actor, Instant, Received } from '../complaint/event.ts';
import type { Operation } from '../complaint/vocabulary.ts';
import type { Sop } from '../office/office-data.ts';

/** The bindings of an SOP as `received` keeps them: what finishes step 1, step 2, …, as `office check` holds its numbers. */
export function sopStepsOf(sop: Sop): readonly Operation[] {
  return sop.steps.map((step) => step.operation);
}

/**
 * The stopwatches of a case that has just been written down. SOP time runs from recording, never from receipt
 * (rule 1). Steps bound to `intake` are finished by the record itself: the first when the clerk began to write,
 * the others when it was written; opening and writing in one act leave the first *tidak terukur*; what the public
 * or a machine sends in is *otomatis* (rule 17).
 */
export function startSop(received: Received, recordedAt: Instant, actor: Actor): SopProgress {
  const { formOpenedAt, writingBeganAt, sopSteps } = received;
  const byPerson = actor.by === 'staff';
  const oneAct = formOpenedAt === null || writingBeganAt === null;
  const by = { account: actor.account, role: actor.role, insteadOf: actor.insteadOf?.role ?? null };
  const steps: SopStepProgress[] = [];
  let intakes = 0;
  for (const [index, operation] of sopSteps.entries()) {
    const no = index + 1;
    if (operation !== 'intake' || intakes !== index) {
      const startedAt =
        index === intakes ? nextStart(intakes, formOpenedAt, writingBeganAt, recordedAt) : null;
      const runs = startedAt !== null && startsWithThePrevious(operation);
      steps.push({
        no,
        operation,
        startedAt: runs ? startedAt : null,
        finishedAt: null,
        mark: null,
        by: null,
      });
      continue;
    }
    intakes += 1;
    const first = index === 0;
    steps.push({
      no,
      operation,
      startedAt: first ? (oneAct ? null : formOpenedAt) : (writingBeganAt ?? formOpenedAt),
      finishedAt: first && !oneAct ? writingBeganAt : recordedAt,
      mark: byPerson ? (first && oneAct ? 'unmeasured' : null) : 'automatic',
      by,
    });
  }
  return { sop: received.sop, version: received.sopVersion, steps, answer: null };
}

/** Steps after Selesai wait for it, or for an issued report; all others begin where the one before ended. */
export function startsWithThePrevious(operation: Operation): boolean {
  return operation !== 'file' && operation !== 'issue-report';
}

/** After one intake step writing itself is the next step's beginning; after two the record is. */
function nextStart(
  intakes: number,
  formOpenedAt: Instant | null,
  writingBeganAt: Instant | null,
  recordedAt: Instant,
): Instant {
  return intakes > 1 ? recordedAt : (writingBeganAt ?? formOpenedAt ?? recordedAt);
}
