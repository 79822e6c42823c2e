import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Corrected, RespondentRef } from '../../../domain/complaint/event.ts';
import type { ReporterRole } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { leavesNobody } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { type OperationResult, runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseRef } from '../store/load-case.read.ts';
import { relationOf } from '../store/relation.ts';
import { readThoseAbove } from '../store/those-above.read.ts';
import type { Keeper } from '../vault/keeper.ts';
import type { PersonPart } from '../vault/person.ts';
import { type NamedPerson, personOf } from '../vault/person-of.ts';

export type PersonCorrection = {
  readonly part: PersonPart;
  /** Whose data were wrong; null = somebody who was forgotten. */
  readonly identityId: string | null;
  readonly person: NamedPerson;
  /** Account of a terlapor who works here: the wall around the case rises with the correction (rule 28). */
  readonly staffId?: string | null;
  /** As whom a complainant stands. */
  readonly as: ReporterRole;
  readonly reason: string | undefined;
};

export type CorrectPersonRequest = {
  readonly office: Office;
  readonly ref: CaseRef;
  readonly actor: CaseActor;
  readonly correction: PersonCorrection;
  readonly expectedVersion: number;
  readonly idempotency: { readonly key: string; readonly body: string } | null;
};

/**
 * Mends name or contacts of somebody on the case, or adds somebody who was forgotten (rule 11): a new identity takes
 * the place of the former, which stays in the vault as the old value. Refuses as `correct` does, with
 * `case-not-found` when nobody of that identity stands on the case, and with `nobody-left` (below). `now` in milliseconds.
 */
export async function correctPerson(
  desk: CaseDesk,
  request: CorrectPersonRequest,
  now: number,
): Promise<OperationResult> {
  const { correction, ...rest } = request;
  const reading = await readCase(desk, request.office, request.ref, request.actor, now);
  if (reading === null) return { ok: false, refusal: 'case-not-found' };
  const { state } = reading;
  if (correction.identityId !== null && !standsAs(state, correction)) {
    return { ok: false, refusal: 'case-not-found' };
  }
  if (await shutsAllOut(desk, request, state, now)) return { ok: false, refusal: 'nobody-left' };
  const command = (keep: Keeper) => ({
    changes: changesOf(state, correction, keep),
    reason: keep.text('reason', correction.reason),
  });
  // The version is that of the page: whoever changed the list of people in between is not overwritten.
  return runOperation(desk, { ...rest, operation: 'correct', command }, now);
}

/**
 * Rule 28: whether a terlapor named by account would leave nobody above the units to whom the case is open. An intake is
 * never refused for this; its page and the administrator are told (`those-above.read.ts`).
 */
async function shutsAllOut(
  desk: CaseDesk,
  { office, actor, correction }: CorrectPersonRequest,
  state: CaseState,
  now: number,
): Promise<boolean> {
  const { part, identityId, staffId = null } = correction;
  if (part !== 'respondent' || staffId === null) return false;
  const others = state.people.respondents.filter(
    ({ identity }) => identityId === null || identity !== identityId,
  );
  const respondents = [...others, { identity: identityId, account: staffId, unit: null }];
  const above = await withOffice(desk.pool, office.officeId, (tx) =>
    readThoseAbove(tx, desk.keyring, office, now),
  );
  return leavesNobody({ ...state, people: { ...state.people, respondents } }, actor, above);
}

function standsAs({ people }: CaseState, { part, identityId }: PersonCorrection): boolean {
  return people[LISTS[part]].some((one) => one.identity === identityId);
}

const LISTS = { reporter: 'reporters', concern: 'concerns', respondent: 'respondents' } as const;

function changesOf(
  { people }: CaseState,
  { part, identityId, person, staffId = null, as }: PersonCorrection,
  keep: Keeper,
): Corrected['changes'] {
  if (part === 'respondent') {
    const named = Object.values(person).some(Boolean);
    const identity = named ? keep.person(part, personOf(person)) : null;
    return {
      respondents: placed(people.respondents, identityId, (former): RespondentRef => {
        const { account = null, unit = null, ...rest } = former ?? {};
        return { ...rest, identity: identity ?? former?.identity ?? null, account: staffId ?? account, unit };
      }),
    };
  }
  const identity = keep.person(part, personOf(person));
  switch (part) {
    case 'reporter':
      return { reporters: placed(people.reporters, identityId, () => ({ identity, as })) };
    case 'concern': {
      const relation = person.relation ? relationOf(person.relation) : null;
      return { concerns: placed(people.concerns, identityId, () => ({ identity, relation })) };
    }
  }
}

/** The list with one in the place of the former, or at its end. */
function placed<T extends { readonly identity: string | null }>(
  list: readonly T[],
  identityId: string | null,
  make: (former: T | null) => T,
): readonly T[] {
  if (identityId === null) return [...list, make(null)];
  return list.map((one) => (one.identity === identityId ? make(one) : one));
}
