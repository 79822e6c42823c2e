import type { CaseState } from './case-state.ts';
import { PPID_EXTENSION_CAUSE } from './clocks.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { dueDatesAt } from './due-dates.ts';
import type { DeadlineMoved } from './event.ts';
import { gate } from './gate.ts';

/**
 * Seven working days more for a formal request for information, once, before its ten have passed (UU 14/2008 ps. 22).
 * For those who may answer.
 */
export function decideExtendRequest(state: CaseState, context: Context): Decision {
  const { office, calendar, now, actor } = context;
  const closed = gate(state, 'extend-request', actor);
  if (closed !== null) return closed;
  const running = state.due.find((limit) => limit.clock === 'ppid');
  if (running === undefined) {
    return refuse({ refusal: 'not-now', operation: 'extend-request', because: 'clock-not-open' });
  }
  if (running.dueAt !== null && now > running.dueAt) {
    return refuse({ refusal: 'window-over', until: running.dueAt });
  }
  const extended = dueDatesAt({ ...state, ppidExtendedAt: now }, office, calendar);
  const moved: DeadlineMoved = {
    type: 'deadline-moved',
    at: now,
    clock: 'ppid',
    from: running.dueAt,
    to: extended.find((limit) => limit.clock === 'ppid')?.dueAt ?? null,
    cause: PPID_EXTENSION_CAUSE,
  };
  return accept(moved);
}
