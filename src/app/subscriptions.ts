import type { Subscriptions } from '../features/cases/store/move-outbox.ts';

/**
 * What follows what: names of tasks that are told of an event after its commit, by the type of the event. A task is
 * told where the event stands (office, case, number) and reads the rest itself; it may be told twice. The work of
 * each name stands in schedule.ts. Nothing follows yet; anchors need no line here: every event waits for the next one.
 */
export const SUBSCRIPTIONS: Subscriptions = {};
