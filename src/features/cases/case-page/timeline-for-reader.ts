import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { entriesOfClosedLane } from '../../../domain/complaint/closed-lane.ts';
import type { RecordedEvent } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';

/** An entry of the closed lane that this reader could not read when it was written: that there is one, and when. */
export type WithheldEntry = Pick<RecordedEvent, 'seq' | 'recordedAt'>;

export type TimelineForReader = {
  readonly timeline: readonly RecordedEvent[];
  readonly withheld: readonly WithheldEntry[];
  /** Which of its entries were written in the closed lane of a case that is open now: no paper tells them to others. */
  readonly lane: ReadonlySet<number>;
};

/** What of a history is for this reader: what was written in the closed lane stays with its readers (rule 27). */
export function timelineForReader(
  history: readonly RecordedEvent[],
  state: CaseState,
  actor: CaseActor,
): TimelineForReader {
  if (state.marks.restricted) return { timeline: history, withheld: [], lane: new Set() };
  const lane = entriesOfClosedLane(history);
  const keeps = ({ seq }: RecordedEvent) => lane.get(seq)?.some((then) => mayRead(actor, then)) ?? true;
  return {
    timeline: history.filter(keeps),
    withheld: history.filter((one) => !keeps(one)).map(({ seq, recordedAt }) => ({ seq, recordedAt })),
    lane: new Set(lane.keys()),
  };
}

/** What a case is about stands in every list: only what was written besides stays in the lane. */
export function textsNamedIn<Text>(
  timeline: readonly RecordedEvent[],
  { matter }: CaseState,
  texts: ReadonlyMap<string, Text>,
): ReadonlyMap<string, Text> {
  const told = JSON.stringify(timeline);
  return new Map([...texts].filter(([id]) => id === matter || told.includes(id)));
}
