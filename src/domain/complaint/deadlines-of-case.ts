import type { CaseState } from './case-state.ts';
import { BINDING_CLOCKS } from './clocks.ts';
import type { DueDate } from './event.ts';
import { isCounted } from './is-counted.ts';

/**
 * The one date that staff see and past which the case is late: the nearest that binds (rules 13, 14); of the classes
 * the first, since on-time is judged by it (rule 15). Null when nothing binding runs or all of it waits.
 */
export function nearestDue(state: CaseState): DueDate | null {
  if (!isCounted(state)) return null;
  let nearest: DueDate | null = null;
  for (const limit of judgedOpen(state)) {
    if (limit.dueAt === null) continue;
    if (nearest === null || nearest.dueAt === null || limit.dueAt < nearest.dueAt) nearest = limit;
  }
  return nearest;
}

/**
 * The limit by which the case counts as answered in time; null = tanpa batas, or not begun. What a reopening counts
 * anew is a date to work by: the first answer, which came before it, is not judged by it (rule 36).
 */
export function judgedLimit({
  ended,
  due,
  answeredAt,
}: Pick<CaseState, 'ended' | 'due' | 'answeredAt'>): DueDate | null {
  const all: readonly DueDate[] = [...ended, ...due];
  const judges = ({ from }: DueDate): boolean => answeredAt === null || from <= answeredAt;
  return (
    all.find((limit) => limit.clock === 'office' && judges(limit)) ??
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
