import type { CaseState } from './case-state.ts';
import { promiseFrom } from './clocks.ts';
import type { Context } from './context.ts';
import { judgedLimit } from './deadlines-of-case.ts';
import { countLimit, countLimits } from './due-dates.ts';
import { FROM_THE_RECEIPT } from './ended-limits.ts';
import type { DeadlineMoved } from './event.ts';
import { promisedLength } from './promised-length.ts';
import { promisedLimits } from './promised-limits.ts';
import type { MoveCause } from './vocabulary.ts';

/**
 * What a revised or newly loaded calendar changes on a case: one `deadline-moved` for each open limit that falls on
 * another instant; the former date stays in the history, and a limit stays as long as it was promised. Ended limits and
 * closed cases are never touched (domain 4.2).
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

/**
 * What another receipt changes on an answer that was given, a case that is over or one that became another kind: the
 * office's limit that judges it and every limit that had passed by then and runs from receipt are counted from the one
 * known now as its answering days are, as long as they were promised (rules 15, 36, 38).
 */
export function moveJudgedLimit(
  state: CaseState,
  cause: MoveCause,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): readonly DeadlineMoved[] {
  const from = promiseFrom(state);
  if (from === null) return [];
  const missed = (state.missed ?? []).filter(({ clock }) => FROM_THE_RECEIPT.has(clock));
  const judged = judgedLimit({ ...state, missed: [] });
  const ended = state.ended.filter((limit) => limit === judged && limit.clock === 'office');
  const moves = [...missed, ...ended].flatMap((limit): readonly DeadlineMoved[] => {
    const { dueAt } = countLimit({ ...limit, from, limit: promisedLength(limit) }, state, calendar);
    if (dueAt === limit.dueAt) return [];
    return [{ type: 'deadline-moved', at: now, clock: limit.clock, from: limit.dueAt, to: dueAt, cause }];
  });
  // One entry moves all that had the same date by the same clock.
  return moves.filter(
    (one, index) => moves.findIndex(({ clock, from }) => clock === one.clock && from === one.from) === index,
  );
}
