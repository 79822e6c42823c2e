import { type AvailableAction, availableActions } from '../../../domain/complaint/available-actions.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import type { DueDate, RecordedEvent } from '../../../domain/complaint/event.ts';
import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseRef, findCase, readHistory } from '../store/load-case.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { maskPerson } from '../vault/mask-person.ts';
import type { Person, PersonPart } from '../vault/person.ts';
import { readPeople } from '../vault/read-people.ts';
import { type CaseText, readTexts } from '../vault/read-texts.ts';

/** A person of a case with what may be shown without a reason: masked, or null when erased. */
export type MaskedPerson = {
  readonly identityId: string;
  readonly part: PersonPart;
  readonly masked: Person | null;
};

export type CaseReading = {
  readonly caseId: string;
  /** For `If-Match`. */
  readonly version: number;
  readonly state: CaseState;
  readonly timeline: readonly RecordedEvent[];
  /** By text id, as the events name them. */
  readonly texts: ReadonlyMap<string, CaseText>;
  readonly people: readonly MaskedPerson[];
  /** The one date that staff see; null = nothing binds or it waits. */
  readonly nearestDue: DueDate | null;
  readonly actions: readonly AvailableAction[];
  /** Rule 32: this reader handles the open case and may see contacts without a reason. */
  readonly handlesIt: boolean;
};

/**
 * A case for a page, or null when it is missing or not for this reader: the two are one answer. Reading a protected
 * or restricted case is logged (rules 6, 27). `now` in milliseconds.
 */
export function readCase(
  desk: CaseDesk,
  office: Office,
  ref: CaseRef,
  actor: CaseActor,
  now: number,
): Promise<CaseReading | null> {
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const found = await findCase(tx, office.officeId, ref);
    if (found === null || !mayRead(actor, found.state)) return null;
    const { caseId, state } = found;
    const [timeline, texts, people] = await Promise.all([
      readHistory(tx, office.officeId, caseId),
      readTexts(tx, office.officeId, caseId),
      readPeople(tx, desk.keyring, office.officeId, caseId),
    ]);
    if (state.marks.protected || state.marks.restricted) {
      await logAccess(tx, office.officeId, {
        accessId: desk.newId(),
        at: now,
        actor,
        action: 'case-read',
        caseId,
      });
    }
    return {
      caseId,
      version: state.version,
      state,
      timeline,
      texts,
      people: people.map(({ person, ...rest }) => ({
        ...rest,
        masked: person === null ? null : maskPerson(person),
      })),
      nearestDue: nearestDue(state),
      actions: availableActions(state, actor),
      handlesIt: handlesCase(actor, state),
    };
  });
}

/** Rule 32: who works on an open case; not where opening somebody takes a second person. */
export function handlesCase(actor: CaseActor, state: CaseState): boolean {
  if (needsSecondPerson(state) || actor.account === null || !mayRead(actor, state)) return false;
  if (state.closedAt !== null || state.cancelled || state.mergedInto !== null) return false;
  const own = actor.account === state.owner || actor.units.some((unit) => unit === state.unit);
  const receives = state.unit === null && (actor.may.has('register') || actor.may.has('verify'));
  return own || receives || actor.may.has('dispose');
}
