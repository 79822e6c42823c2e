import type { CaseState } from '../complaint/case-state.ts';
import type { AccountId } from '../complaint/event.ts';
import { BEFORE_THE_UNIT } from '../complaint/status-sets.ts';
import type { OfficeData } from '../office/office-data.ts';
import { type CaseActor, type Standing, standingsOf } from '../people/case-actor.ts';
import { isOfItsUnit, mayRead, restrictedReaders } from '../people/may.ts';
import type { Audience } from './case-reminders.ts';

/**
 * Who is told of a case: nobody who may not read it now, and so never the terlapor nor whoever stands in for him (rules 6,
 * 27, 28). Of a restricted case those who are named for it. Where nobody who has it can be told, whoever disposes.
 */
export function noticeRecipients(
  state: CaseState,
  audience: Audience,
  staff: readonly CaseActor[],
  office: OfficeData,
): readonly AccountId[] {
  const readers = staff.filter((one) => one.account !== null && mayRead(one, state));
  if (audience !== 'handlers') return accountsOf(readers.filter((one) => holds(one, audience.roles, state)));
  const handlers = readers.filter((one) => handles(one, state));
  const told = handlers.length > 0 ? handlers : readers.filter((one) => disposes(one, office));
  return accountsOf(told.length > 0 ? told : readers.filter(({ may }) => may.has('dispose')));
}

function handles(actor: CaseActor, state: CaseState): boolean {
  const { account } = actor;
  if (account === null) return false;
  if (state.marks.restricted) {
    const named = restrictedReaders(state);
    return named.length > 0 ? named.includes(account) : actor.may.has('review/decide');
  }
  if (state.owner !== null) return account === state.owner;
  if (state.unit === null || BEFORE_THE_UNIT.includes(state.status)) return actor.may.has('verify');
  return standingsOf(actor, ['submit-answer']).some((one) => one.units.length > 0 && isOfItsUnit(one, state));
}

/** By this role, above the units or in the one that has the case. */
function holds(actor: CaseActor, roles: readonly string[], state: CaseState): boolean {
  return (actor.held ?? [actor]).some(
    (one) => one.role !== null && roles.includes(one.role) && isForItsUnit(one, state),
  );
}

function isForItsUnit(one: Standing, state: CaseState): boolean {
  return one.units.length === 0 || isOfItsUnit(one, state);
}

function disposes(actor: CaseActor, { clocks }: OfficeData): boolean {
  return (actor.held ?? [actor]).some(({ role }) => role === clocks.disposedBy);
}

function accountsOf(actors: readonly CaseActor[]): readonly AccountId[] {
  return [...new Set(actors.flatMap(({ account }) => account ?? []))];
}
