import type { EventType, Instant, RecordedEvent } from './event.ts';

/** Steps that presuppose everything recorded before them: nothing earlier in the history happened after these. */
const PRESUPPOSES: ReadonlySet<EventType> = new Set([
  'answered',
  'closed',
  'withdrawn',
  'archived',
  'reopened',
]);

const FROM_THE_BEGINNING: ReadonlySet<EventType> = new Set(['received', 'imported-from-register']);

/**
 * When each entry took effect, in the order of the history: by its own time, but never before the receipt, never
 * before the entry that it follows, and never after an answer or an end that was recorded later with an earlier
 * time (an answer of 30 December written down on 5 January makes the disposisi written on 3 January older too).
 */
export function effectiveTimes(events: readonly RecordedEvent[], receivedAt: Instant): readonly Instant[] {
  // The receipt as it is known now; an imported row has its register's status from the beginning (rule 37).
  const times = events.map(({ event }) => (FROM_THE_BEGINNING.has(event.type) ? receivedAt : event.at));
  let bound: Instant | null = null;
  for (let index = times.length - 1; index >= 0; index--) {
    const own = times[index] ?? receivedAt;
    const time: Instant = bound !== null && own > bound ? bound : own;
    times[index] = time;
    const type = events[index]?.event.type;
    if (type !== undefined && PRESUPPOSES.has(type)) bound = time;
  }
  let latest = receivedAt;
  return times.map((time) => {
    if (time > latest) latest = time;
    return latest;
  });
}
