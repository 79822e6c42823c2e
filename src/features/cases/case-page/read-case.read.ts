import type { ClientBase, Pool } from 'pg';
import { type AvailableAction, availableActions } from '../../../domain/complaint/available-actions.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import type { DueDate, RecordedEvent } from '../../../domain/complaint/event.ts';
import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseRef, readHistory } from '../store/load-case.read.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { maskPerson } from '../vault/mask-person.ts';
import type { Person, PersonPart } from '../vault/person.ts';
import { openIdentity } from '../vault/vault.ts';

/** A text of a case; `body` null = erased. */
export type CaseText = {
  readonly textId: string;
  readonly purpose: string;
  readonly body: string | null;
  readonly author: string | null;
  readonly writtenAt: string;
};

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

/** The state of a case without locking it, or null. */
export async function findCase(
  tx: Pick<ClientBase | Pool, 'query'>,
  officeId: number,
  ref: CaseRef,
): Promise<{
  readonly caseId: string;
  readonly state: CaseState;
} | null> {
  const [column, value] = 'ticket' in ref ? ['ticket', ref.ticket] : ['case_id', ref.caseId];
  const { rows } = await tx.query<{ case_id: string; state: CaseState }>(
    `select case_id, state from complaint_case where office_id = $1 and ${column} = $2`,
    [officeId, value],
  );
  const row = rows[0];
  return row === undefined ? null : { caseId: row.case_id, state: row.state };
}

export async function readTexts(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<ReadonlyMap<string, CaseText>> {
  const { rows } = await tx.query<{
    text_id: string;
    purpose: string;
    body: string | null;
    author: string | null;
    written_at: Date;
  }>(
    'select text_id, purpose, body, author, written_at from case_text where office_id = $1 and case_id = $2',
    [officeId, caseId],
  );
  return new Map(
    rows.map((row) => [
      row.text_id,
      {
        textId: row.text_id,
        purpose: row.purpose,
        body: row.body,
        author: row.author,
        writtenAt: row.written_at.toISOString(),
      },
    ]),
  );
}

export type OpenedPerson = {
  readonly identityId: string;
  readonly part: PersonPart;
  /** Null when erased. */
  readonly person: Person | null;
};

/** Everybody of a case, opened; the caller answers for who sees it. */
export async function readPeople(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseId: string,
): Promise<readonly OpenedPerson[]> {
  const { rows } = await tx.query<{
    identity_id: string;
    part: PersonPart;
    key_id: string;
    wrapped_key: Buffer | null;
    sealed: Buffer | null;
  }>(
    `select identity_id, part, key_id, wrapped_key, sealed from identity
      where office_id = $1 and case_id = $2 order by created_at, identity_id`,
    [officeId, caseId],
  );
  return rows.map((row) => ({
    identityId: row.identity_id,
    part: row.part,
    person: openIdentity(keyring, officeId, {
      identityId: row.identity_id,
      keyId: row.key_id,
      wrappedKey: row.wrapped_key,
      sealed: row.sealed,
    }),
  }));
}
