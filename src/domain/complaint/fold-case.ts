import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { RecordedEvent } from './event.ts';

/**
 * Which fold this is. It goes up with every change by which a history that is already written gives another state, a
 * member more or another value of one, or other figures of it. The first start behind it writes each case anew from its
 * history (`refoldCases`, decision 0026). 2: figures tell in which way a complaint was answered (rule 25).
 */
export const FOLD = 2;

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
