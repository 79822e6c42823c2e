import { actorOfHistory } from '../people/case-actor.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { countLimits } from './due-dates.ts';
import type { ComplaintEvent, DueDate } from './event.ts';
import { promisedLimits } from './promised-limits.ts';

type CarriesDue = Extract<ComplaintEvent, { readonly due: readonly DueDate[] | null }>;

/** The entry with the due dates of the case as it will stand after it. A class or a correction counts ended clocks too. */
export function withDue<E extends CarriesDue>(state: CaseState, event: E, context: Context): E {
  const { office, calendar } = context;
  const next = afterEvent(state, event, context);
  const counted = (which: 'open' | 'all') =>
    countLimits(promisedLimits(state, next, office, which), next, office, calendar);
  const open = counted('open');
  const recounts = event.type === 'corrected' || event.type === 'classified';
  if (!recounts || state.judged) return { ...event, due: open };
  // While the case is open only ended clocks are added: a limit that nobody owed in its time does not open now.
  const finished = next.status === 'answered' || next.status === 'closed' || next.status === 'filed';
  const known = new Set([...open, ...state.ended].map(({ clock }) => clock));
  const all = counted('all');
  return { ...event, due: all.filter(({ clock }) => finished || known.has(clock)) };
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
