import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { countLimits } from './due-dates.ts';
import type { DeadlineMoved } from './event.ts';
import { promisedLimits } from './promised-limits.ts';
import type { MoveCause } from './vocabulary.ts';

/**
 * What a revised or newly loaded calendar changes on a case: one `deadline-moved` for each open limit that falls on
 * another instant; the former date stays in the history, and a limit stays as long as it was promised. Ended limits and closed cases are never touched (domain 4.2).
 */
export function moveDeadlines(
  state: CaseState,
  cause: MoveCause,
  { office, calendar, now }: Pick<Context, 'office' | 'calendar' | 'now'>,
): readonly DeadlineMoved[] {
  const counted = countLimits(promisedLimits(state, state, office, 'open'), state, office, calendar);
  return state.due.flatMap((old, index) => {
    const nth = state.due.slice(0, index).filter((limit) => limit.clock === old.clock).length;
    const anew = counted.filter((limit) => limit.clock === old.clock)[nth];
    if (anew === undefined || anew.dueAt === old.dueAt) return [];
    return [
      { type: 'deadline-moved', at: now, clock: old.clock, from: old.dueAt, to: anew.dueAt, cause },
    ] satisfies readonly DeadlineMoved[];
  });
}
