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
