import type { CaseState } from './case-state.ts';
import { confirmationWindowEnd } from './confirmation-window.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Reopened, TextId } from './event.ts';
import { gate } from './gate.ts';
import { withDue } from './with-due.ts';

export type ReopenCommand = { readonly reason: TextId | null };

/**
 * Opens an answered or closed case again: the complainant within the office's window, the office at any time, both
 * with a reason. The first answer stays judged as it was; the office's limit is counted anew as a date to work by.
 */
export function decideReopen(state: CaseState, command: ReopenCommand, context: Context): Decision {
  const { actor, now, office, calendar } = context;
  const closed = gate(state, 'reopen', actor);
  if (closed !== null) return closed;
  if (command.reason === null) return refuse({ refusal: 'reason-required' });
  const byComplainant = actor.by === 'complainant';
  const until = byComplainant ? confirmationWindowEnd(state, office, calendar) : null;
  if (until !== null && now > until) return refuse({ refusal: 'window-over', until });
  const reopened: Reopened = {
    type: 'reopened',
    at: now,
    reason: command.reason,
    by: byComplainant ? 'complainant' : 'office',
    due: [],
  };
  return accept(withDue(state, reopened, context));
}
