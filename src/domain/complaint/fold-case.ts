import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { RecordedEvent } from './event.ts';

/**
 * What a case is now: its whole history folded in the order of `seq`. A history that does not begin with
 * `received`, or whose numbers do not follow each other, is a fault.
 */
export function foldCase(events: readonly RecordedEvent[]): CaseState {
  let state: CaseState | null = null;
  for (const recorded of events) state = applyEvent(state, recorded);
  if (state === null) throw new Error('A case without history cannot be folded');
  return state;
}
