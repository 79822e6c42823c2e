import type { CaseState, EndedLimit } from './case-state.ts';
import { BINDING_CLOCKS } from './clocks.ts';
import type { DueDate, Instant } from './event.ts';
import { isCounted } from './is-counted.ts';
import { ANSWERED_OR_FINISHED } from './status-sets.ts';

/**
 * The one date that staff see and past which the case is late: the nearest that binds (rules 13, 14); of the classes
 * the first, since on-time is judged by it (rule 15). Null when nothing binding runs or all of it waits.
 */
export function nearestDue(state: CaseState): DueDate | null {
  if (!isCounted(state)) return null;
  let nearest: DueDate | null = null;
  for (const limit of bindingLimits(state)) {
    if (limit.dueAt === null) continue;
    if (nearest === null || nearest.dueAt === null || limit.dueAt < nearest.dueAt) nearest = limit;
  }
  return nearest;
}

/** Every limit that was promised and binds as the case stands: by these people are reminded (rule 13). */
export function bindingLimits(state: CaseState): readonly DueDate[] {
  return [...stillMissed(state), ...judgedOpen(state)];
}

/** Limits that staff see: the open ones, and beside them those that had passed when it became another kind. */
export function standingLimits(state: CaseState): readonly DueDate[] {
  const isOpen = ({ clock, dueAt }: DueDate): boolean =>
    state.due.some((limit) => limit.clock === clock && limit.dueAt === dueAt);
  return [...stillMissed(state).filter((limit) => !isOpen(limit)), ...state.due];
}

/**
 * The limit by which the case counts as answered in time: the office's, else the 60 days of a pengaduan and nothing else,
 * not the PPID's either (rule 36); null = tanpa batas, or not begun. One that had passed when it
 * became another kind stays it (rule 15). What a reopening counts anew is a date to work by: the first answer, which came
 * before it, is not judged by it (rule 36).
 */
export function judgedLimit({
  ended,
  due,
  missed: broken = [],
  answeredAt,
}: Pick<CaseState, 'ended' | 'due' | 'missed' | 'answeredAt'>): DueDate | null {
  const missed = broken.filter(hadPassed);
  const all: readonly DueDate[] = [...ended, ...due];
  const judges = ({ from }: DueDate): boolean => answeredAt === null || from <= answeredAt;
  return (
    missed.find((limit) => limit.clock === 'office') ??
    missed.find((limit) => limit.clock === 'statute-decision') ??
    all.find((limit) => limit.clock === 'office' && judges(limit)) ??
    all.find((limit) => limit.clock === 'statute-decision') ??
    null
  );
}

/** The limits that bind and have passed at that instant, or had when it was answered or ended; none once it is judged. */
export function passedLimits(state: CaseState, at: Instant): readonly DueDate[] {
  if (state.judged) return [];
  const end = state.answeredAt ?? state.closedAt ?? at;
  const judged = judgedLimit(state);
  const binding = new Set([...(judged === null ? [] : [judged]), ...judgedOpen(state)]);
  return [...binding].filter(({ dueAt }) => dueAt !== null && dueAt < end);
}

/** An answer ends them, too; what a reopening counts anew stands alone. */
function stillMissed({ missed = [], judged, status }: CaseState): readonly DueDate[] {
  return judged || ANSWERED_OR_FINISHED.includes(status) ? [] : missed.filter(hadPassed);
}

/** Whether a limit had passed by the end of its clock; of one that waits for its calendar nobody says that it had not. */
export function hadPassed({ dueAt, endedAt }: EndedLimit): boolean {
  return dueAt === null || dueAt < endedAt;
}

/** Statutes, PPID and the first class; the second class stands beside and judges nothing (rule 15). */
function judgedOpen(state: CaseState): readonly DueDate[] {
  const first = state.due.findIndex((limit) => limit.clock === 'office');
  return state.due.filter(
    (limit, index) => BINDING_CLOCKS.has(limit.clock) && (limit.clock !== 'office' || index === first),
  );
}
