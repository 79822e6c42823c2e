import type { CaseState } from './case-state.ts';
import { closedEvent, type PendingSaid } from './closed-event.ts';
import { confirmationWindowEnd } from './confirmation-window.ts';
import type { Context } from './context.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import { timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import type { Instant, TextId } from './event.ts';
import { gate } from './gate.ts';
import type { ClosedBy, Outcome } from './vocabulary.ts';

export type CloseCommand = WrittenLater & {
  readonly outcome: Outcome;
  /** Left out: the office. */
  readonly closedBy?: ClosedBy;
  readonly pending?: PendingSaid | null;
  readonly narrative?: TextId | null;
};

/**
 * *Selesai* with an outcome (law 4, rule 26). On a case that is *pending-elsewhere* it sets the final outcome.
 * `silence` only after proven delivery and the whole window, `complainant` only after his confirmation, both at the
 * time for which it is written down.
 */
export function decideClose(state: CaseState, command: CloseCommand, context: Context): Decision {
  const closed = gate(state, 'close', context.actor);
  if (closed !== null) return closed;
  const time = timeAfterAnswer(state, command, context);
  if (!time.ok) return time;
  const { outcome, closedBy = 'office', pending = null, narrative = null } = command;
  const who = byWhom(state, closedBy, time.at, context);
  if (who !== null) return who;
  const end = closedEvent(state, { outcome, closedBy, pending, narrative }, time.said, context);
  return end.ok ? accept(end.event) : end;
}

function byWhom(state: CaseState, closedBy: ClosedBy, at: Instant, context: Context): Refused | null {
  if (context.actor.by === 'system' && closedBy !== 'silence') {
    return refuse({ refusal: 'not-permitted', operation: 'close' });
  }
  if (closedBy === 'complainant') {
    const confirmed = state.confirmedAt !== null && state.confirmedAt <= at;
    return confirmed ? null : refuse({ refusal: 'not-confirmed-by-complainant' });
  }
  if (closedBy === 'office') return null;
  if (state.answer === null) return refuse({ refusal: 'no-answer' });
  if (state.answer.deliveredAt === null)
    return refuse({ refusal: 'delivery-not-proven', way: state.answer.way });
  const until = confirmationWindowEnd(state, context.office, context.calendar);
  return until === null || at <= until ? refuse({ refusal: 'window-still-open', until }) : null;
}
