import type { CaseState } from './case-state.ts';
import { BINDING_CLOCKS } from './clocks.ts';
import type { DueDate, Instant } from './event.ts';

/** The one date that staff see: the nearest that binds (rule 14); null when nothing binding runs or all of it waits. */
export function nearestDue(state: CaseState): DueDate | null {
  if (isOut(state)) return null;
  let nearest: DueDate | null = null;
  for (const limit of state.due) {
    if (!BINDING_CLOCKS.has(limit.clock) || limit.dueAt === null) continue;
    if (nearest === null || nearest.dueAt === null || limit.dueAt < nearest.dueAt) nearest = limit;
  }
  return nearest;
}

/** *Terlambat*: an open limit promised to the complainant has passed (rule 13). Answered in the due instant is on time. */
export function isLate(state: CaseState, now: Instant): boolean {
  if (isOut(state)) return false;
  return judgedOpen(state).some(({ dueAt }) => dueAt !== null && now > dueAt);
}

export type OnTime = 'on-time' | 'late' | 'not-yet-due' | 'unlimited' | 'not-recorded';

/**
 * Rule 36: judged by the limit of the first class (rule 15), else of the office, else the statute's 60 days for
 * pengaduan. Rows of an old register whose times nobody recorded are `not-recorded`.
 */
export function onTimeOf(state: CaseState, now: Instant): OnTime {
  const limit = judgedLimit(state);
  if (state.provenance === 'register-lama' && state.answeredAt === null && state.status === 'closed') {
    return 'not-recorded';
  }
  if (limit === null || limit.dueAt === null) return 'unlimited';
  if (state.answeredAt !== null) return state.answeredAt <= limit.dueAt ? 'on-time' : 'late';
  // Withdrawn or archived before its limit: nothing was owed any more.
  if (state.closedAt !== null && state.closedAt <= limit.dueAt) return 'unlimited';
  return now > limit.dueAt ? 'late' : 'not-yet-due';
}

/** The limit by which the case counts as answered in time; null = tanpa batas, or not begun. */
export function judgedLimit(state: CaseState): DueDate | null {
  const all: readonly DueDate[] = [...state.ended, ...state.due];
  return (
    all.find((limit) => limit.clock === 'office') ??
    all.find((limit) => limit.clock === 'statute-decision') ??
    null
  );
}

/** Statutes, PPID and the first class; the second class stands beside and judges nothing (rule 15). */
function judgedOpen(state: CaseState): readonly DueDate[] {
  const first = state.due.findIndex((limit) => limit.clock === 'office');
  return state.due.filter(
    (limit, index) => BINDING_CLOCKS.has(limit.clock) && (limit.clock !== 'office' || index === first),
  );
}

function isOut(state: CaseState): boolean {
  return state.cancelled || state.mergedInto !== null;
}
