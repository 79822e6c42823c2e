import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { ComplaintEvent, RecordedEvent } from './event.ts';

/**
 * Entries that were written while the case was *terbatas*, by their `seq`, each with the states whose readers keep it
 * after the mark is taken off again: as it stood when the entry was written, and when the lane was opened, or now
 * (rule 27). The head's decision that closes the lane belongs to it, the entry that opens it again does not.
 */
export function entriesOfClosedLane(
  history: readonly RecordedEvent[],
): ReadonlyMap<number, readonly CaseState[]> {
  const kept = new Map<number, readonly CaseState[]>();
  if (!history.some(({ event }) => closes(event))) return kept;
  let stretch: { readonly seq: number; readonly state: CaseState }[] = [];
  const keep = () => {
    const last = stretch.at(-1);
    for (const { seq, state } of stretch) kept.set(seq, last === undefined ? [state] : [state, last.state]);
    stretch = [];
  };
  let state: CaseState | null = null;
  let former: RecordedEvent | null = null;
  for (const recorded of history) {
    state = applyEvent(state, recorded);
    if (state.marks.restricted) {
      if (
        stretch.length === 0 &&
        former?.event.type === 'review-decided' &&
        former.event.decision === 'audit'
      )
        stretch.push({ seq: former.seq, state });
      stretch.push({ seq: recorded.seq, state });
    } else keep();
    former = recorded;
  }
  keep();
  return kept;
}

function closes(event: ComplaintEvent): boolean {
  return event.type === 'marked' && event.mark === 'restricted' && event.on;
}
