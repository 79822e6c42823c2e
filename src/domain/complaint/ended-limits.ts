import { formatLimit } from '../calendar/format-limit.ts';
import type { CaseState, EndedLimit } from './case-state.ts';
import { PPID_EXTENDED, PPID_EXTENSION_CAUSE, promiseFrom } from './clocks.ts';
import { hadPassed, passedLimits } from './deadlines-of-case.ts';
import type { ComplaintEvent, DeadlineMoved, DueDate, EventType, Instant, RecordedEvent } from './event.ts';
import { ANSWERED_OR_FINISHED } from './status-sets.ts';
import { CLOCKS, type Clock, type MoveCause } from './vocabulary.ts';

/** Which clocks an entry ends, before its own `due` list says which are open afterwards (rules 13, 14, 36). */
const ENDS: Partial<Readonly<Record<EventType, readonly Clock[]>>> = {
  verified: ['statute-response'],
  completed: ['statute-completion'],
  'answer-approved': ['statute-decision'],
  answered: CLOCKS,
  closed: CLOCKS,
  withdrawn: CLOCKS,
  archived: CLOCKS,
  'transfer-confirmed': CLOCKS,
};

export type Limits = { readonly due: readonly DueDate[]; readonly ended: readonly EndedLimit[] };

/**
 * Open and ended limits after an entry. An entry that carries a `due` list gives the open limits whole; limits whose
 * clock it ends move to `ended` with its time. A correction or a class gives all limits counted anew, those of ended
 * clocks included: these take the new date in `ended` and do not open again (rules 11, 15). Without a list nothing moves.
 */
export function limitsAfter(state: CaseState, event: ComplaintEvent): Limits {
  if (event.type === 'deadline-moved') return movedLimits(state, event);
  const given = 'due' in event ? event.due : null;
  if (event.type === 'reopened' && state.answeredAt === null) return openAgain(state, event.due);
  if ((event.type === 'corrected' || event.type === 'classified') && event.due !== null) {
    return recounted(state, event.due);
  }
  // The decision is withdrawn with its draft: what ended with it runs on.
  if (event.type === 'answer-returned') return openAgain(state, event.due, ENDS['answer-approved']);
  const clocks = endedBy(event);
  const ending = state.due.filter((limit) => clocks.includes(limit.clock));
  const ended = event.type === 'answered' ? endedByFirst(state, event.at) : state.ended;
  return {
    due: given ?? state.due.filter((limit) => !clocks.includes(limit.clock)),
    ended: ending.length === 0 ? ended : [...ended, ...ending.map((one) => endedAt(one, event.at))],
  };
}

/**
 * The limits that had passed when a class or a correction made it another kind, which may promise less or nothing: a
 * promise that was broken is not taken back (rule 15). By when it was written down, not by when it is said to have been.
 */
export function missedAfter(
  state: CaseState,
  { kind }: Pick<CaseState, 'kind'>,
  { event, recordedAt }: RecordedEvent,
): readonly EndedLimit[] {
  const { missed = [] } = state;
  if (event.type === 'deadline-moved' && OF_THE_RECEIPT.has(event.cause)) {
    return moved(missed, event, promiseFrom(state));
  }
  // Somebody has said at last whether it is complete: nothing waits for that any more.
  if (event.type === 'verified') return missed.filter(({ clock }) => clock !== 'statute-response');
  if (state.kind === kind) return missed;
  const endedAt = state.answeredAt ?? state.closedAt ?? recordedAt;
  const passed = passedLimits(state, recordedAt).filter(
    ({ clock }) => !isAmong(missed.filter(hadPassed), clock),
  );
  return [
    ...missed.filter((limit) => hadPassed(limit) || !isAmong(passed, limit.clock)),
    ...passed.map(({ clock, limit, from, dueAt, basis, waiting }) => ({
      ...{ clock, limit, from, dueAt, basis, waiting },
      endedAt,
    })),
  ];
}

function isAmong(limits: readonly DueDate[], clock: Clock): boolean {
  return limits.some((limit) => limit.clock === clock);
}

/** An answer that was given before the one known so far: what ended with that one ended with this (rule 36). */
function endedByFirst({ ended, answeredAt, verification }: CaseState, at: Instant): readonly EndedLimit[] {
  if (answeredAt === null || at >= answeredAt) return ended;
  return ended.map((limit) => {
    const verified = limit.clock === 'statute-response' && verification.verifiedAt !== null;
    return limit.endedAt === answeredAt && !verified ? endedAt(limit, at) : limit;
  });
}

/** What is complete waits for nothing more, also where it was found complete and another's to answer (rule 24). */
function endedBy(event: ComplaintEvent): readonly Clock[] {
  const complete = event.type === 'verified' && event.completeness === 'complete';
  return [...(ENDS[event.type] ?? []), ...(complete ? (['statute-completion'] as const) : [])];
}

/** Ended without an answer and opened again: nothing was judged, so the limits of these clocks that run on have not ended. */
function openAgain({ ended }: CaseState, due: readonly DueDate[], clocks: readonly Clock[] = CLOCKS): Limits {
  const runs = (clock: Clock) => clocks.includes(clock) && due.some((limit) => limit.clock === clock);
  return { due, ended: ended.filter(({ clock }) => !runs(clock)) };
}

function endedAt(limit: DueDate, at: Instant): EndedLimit {
  return { ...limit, endedAt: at };
}

/** Calendar and hours move what is open; another receipt also moves what the answer is judged by, and when it began. */
function movedLimits(state: CaseState, event: DeadlineMoved): Limits {
  const { due, ended } = state;
  const from = OF_THE_RECEIPT.has(event.cause) ? promiseFrom(state) : null;
  const judged = from === null ? ended : moved(ended, event, from);
  // What a reopening counted anew runs from there.
  return judged === ended
    ? { due: moved(due, event, state.judged ? null : from), ended }
    : { due, ended: judged };
}

const OF_THE_RECEIPT: ReadonlySet<MoveCause> = new Set(['merge', 'unmerge', 'correction']);
export const FROM_THE_RECEIPT: ReadonlySet<Clock> = new Set(['statute-response', 'ppid', 'sp4n', 'office']);

function moved<L extends DueDate>(
  limits: readonly L[],
  { clock, from, to, cause }: DeadlineMoved,
  receipt: Instant | null,
): readonly L[] {
  const index = limits.findIndex((limit) => limit.clock === clock && limit.dueAt === from);
  const limit = limits[index];
  if (limit === undefined) return limits;
  const extended = cause === PPID_EXTENSION_CAUSE ? { limit: formatLimit(PPID_EXTENDED) } : {};
  const began = receipt !== null && FROM_THE_RECEIPT.has(clock) ? { from: receipt } : {};
  const waiting = to === null ? 'calendar' : null;
  return limits.with(index, { ...limit, ...extended, ...began, dueAt: to, waiting });
}

/**
 * What a correction or a class says was so all the time, for limits of another kind, too: when each clock ended is read
 * from what was done. The complainant's 30 days to complete run from each notice of its own: they stand as they ended.
 */
function recounted(state: CaseState, given: readonly DueDate[]): Limits {
  if (state.judged) return { due: given, ended: state.ended };
  const finished = ANSWERED_OR_FINISHED.includes(state.status);
  const finishedAt = finished ? (state.answeredAt ?? state.closedAt) : null;
  const endOf: Partial<Readonly<Record<Clock, Instant | null>>> = {
    'statute-response': state.verification.verifiedAt,
    'statute-decision': state.decidedAt,
  };
  const due: DueDate[] = [];
  const ended = state.ended.filter(({ clock }) => clock === 'statute-completion');
  for (const limit of given) {
    const at = endOf[limit.clock] ?? (limit.clock === 'statute-completion' ? null : finishedAt);
    if (at !== null) ended.push(endedAt(limit, at));
    else if (!finished) due.push(limit);
  }
  return { due, ended };
}
