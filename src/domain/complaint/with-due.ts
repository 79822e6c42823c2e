import { actorOfHistory } from '../people/case-actor.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { countLimits } from './due-dates.ts';
import type { ComplaintEvent, DueDate } from './event.ts';
import { promisedLimits } from './promised-limits.ts';

type CarriesDue = Extract<ComplaintEvent, { readonly due: readonly DueDate[] | null }>;

/** The entry with the due dates of the case as it will stand after it. A class or a correction counts ended clocks, too. */
export function withDue<E extends CarriesDue>(state: CaseState, event: E, context: Context): E {
  const { office, calendar } = context;
  const next = afterEvent(state, event, context);
  const recounts = (event.type === 'corrected' || event.type === 'classified') && !state.judged;
  const limits = promisedLimits(state, next, office, recounts ? 'all' : 'open');
  return { ...event, due: countLimits(limits, next, office, calendar) };
}

/** The state as it would be after this entry, to decide the next one of the same act on. */
export function afterEvent(state: CaseState, event: ComplaintEvent, context: Context): CaseState {
  const { now, actor } = context;
  return applyEvent(state, {
    seq: state.version + 1,
    recordedAt: now,
    actor: actorOfHistory(actor),
    event,
  });
}
