import type { ClientBase } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Person, PersonPart } from './person.ts';
import { openIdentity } from './vault.ts';

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
  return (await readPeopleOf(tx, keyring, officeId, [caseId])).get(caseId) ?? [];
}

/** The same for several cases, read at once; a case without anybody is not among them. */
export async function readPeopleOf(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenedPerson[]>> {
  const { rows } = await tx.query<{
    case_id: string;
    identity_id: string;
    part: PersonPart;
    key_id: string;
    wrapped_key: Buffer | null;
    sealed: Buffer | null;
  }>(
    `select case_id, identity_id, part, key_id, wrapped_key, sealed from identity
      where office_id = $1 and case_id = any ($2::uuid[]) order by created_at, identity_id`,
    [officeId, caseIds],
  );
  const people = new Map<string, OpenedPerson[]>();
  for (const { case_id: caseId, identity_id: identityId, key_id: keyId, ...row } of rows) {
    const { part, wrapped_key: wrappedKey, sealed } = row;
    const place = { officeId, caseId, identityId };
    const person = openIdentity(keyring, place, { keyId, wrappedKey, sealed });
    people.set(caseId, [...(people.get(caseId) ?? []), { identityId, part, person }]);
  }
  return people;
}
