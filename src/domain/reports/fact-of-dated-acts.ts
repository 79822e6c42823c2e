import type { Calendar } from '../calendar/calendar.ts';
import { localDate } from '../calendar/instant.ts';
import type { Day, Instant, RecordedEvent } from '../complaint/event.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import type { DatedActs } from './report-fact.ts';

/** A case that has neither number nor finding. */
export const NO_DATED_ACTS: DatedActs = {
  registeredOn: null,
  foundOn: null,
  sanction: null,
  sanctionedOn: null,
};

/** The events that `datedActs` reads; a history of these alone gives the same. */
export const DATED_EVENTS = ['registered', 'investigation-found', 'sanction-recorded'] as const;

/** The acts of a history that reports count by their own day (rules 11 and 29), in the office's zone. */
export function datedActs(
  events: readonly Pick<RecordedEvent, 'event'>[],
  { zone }: Pick<Calendar, 'zone'>,
): DatedActs {
  const dayOf = (at: Instant): Day => localDate(instantMs(at), zone);
  let acts = NO_DATED_ACTS;
  for (const { event } of events) {
    if (event.type === 'registered') acts = { ...acts, registeredOn: dayOf(event.at) };
    if (event.type === 'investigation-found' && event.finding !== 'not-proven') {
      acts = { ...acts, foundOn: dayOf(event.at) };
    }
    if (event.type === 'sanction-recorded') {
      const { sanction } = event;
      acts = { ...acts, sanction: sanction?.degree ?? 'none', sanctionedOn: sanction?.on ?? dayOf(event.at) };
    }
  }
  return acts;
}
