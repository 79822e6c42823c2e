import type { Subscriptions } from '../features/cases/store/move-outbox.ts';

/**
 * What follows what: names of tasks that are told of an event after its commit, by the type of the event. A task is
 * told where the events of a batch stand (office, case, number) and reads the rest itself; it may be told twice. The work of
 * each name stands in schedule.ts. Anchors need no line here: every event waits for the next one.
 */
export const SUBSCRIPTIONS: Subscriptions = {
  // Word to the complainant, and calls for what is urgent (rules 5, 7).
  received: ['tell-at-once'],
  marked: ['tell-at-once'],
  asked: ['tell-at-once'],
  verified: ['tell-at-once'],
  answered: ['tell-at-once'],
  // A finished case of which something is still awaited comes back on its day (rules 23, 26, 30).
  closed: ['tell-at-once', 'watch-cases'],
  'document-deferred': ['watch-cases'],
  'duty-opened': ['watch-cases'],
};
