import type { CaseState } from '../complaint/case-state.ts';
import type { AccountId } from '../complaint/event.ts';
import { isCounted } from '../complaint/is-counted.ts';
import { FINISHED } from '../complaint/status-sets.ts';
import type { OfficeData } from '../office/office-data.ts';
import { type CaseActor, standingsOf } from '../people/case-actor.ts';
import { mayRead } from '../people/may.ts';
import { reminderRulesOf } from './reminder-rules.ts';

/** The round of calls for an urgent case that was made last; times in milliseconds. */
export type LastCall = { readonly round: number; readonly at: number };

/** An urgent case waits for somebody to accept it (rule 5). */
export function awaitsAcceptance(state: CaseState): boolean {
  const { marks, status } = state;
  return isCounted(state) && marks.urgent && marks.urgentAcceptedAt === null && !FINISHED.includes(status);
}

/**
 * The round that is due at `now`, at any hour, or null: the first at once, the next ones every so many minutes until somebody
 * accepts. A clock that went back further than that calls again; it never waits until it has caught up.
 */
export function urgentRound(
  state: CaseState,
  office: OfficeData,
  last: LastCall | null,
  now: number,
): number | null {
  if (!awaitsAcceptance(state)) return null;
  if (last === null) return 1;
  const every = reminderRulesOf(office).urgentEveryMinutes * 60_000;
  return Math.abs(now - last.at) >= every ? last.round + 1 : null;
}

/**
 * Who is called: the duty officers of its division, who are those that accept urgent cases there, and whoever disposes and
 * accepts (the coordinator). Nobody who may not read it. Where a division has no duty officer, all of the office's; where
 * nobody of them reads it, whoever disposes.
 */
export function urgentRecipients(
  state: CaseState,
  staff: readonly CaseActor[],
  office: OfficeData,
): readonly AccountId[] {
  const readers = staff.filter((one) => one.account !== null && mayRead(one, state));
  const unit = state.unit ?? office.services.find(({ key }) => key === state.service)?.unit ?? null;
  const onDuty = readers.filter((one) =>
    standingsOf(one, ['accept-urgent']).some(({ units }) => unit !== null && units.includes(unit)),
  );
  const accepting = readers.filter(({ may }) => may.has('accept-urgent'));
  const officers = onDuty.length > 0 ? onDuty : accepting;
  const coordinators = readers.filter(({ may }) => may.has('dispose') && may.has('accept-urgent'));
  const called = [...officers, ...coordinators];
  const last = called.length > 0 ? called : readers.filter(({ may }) => may.has('dispose'));
  return [...new Set(last.flatMap(({ account }) => account ?? []))];
}
