import type { Keyring } from '../../../platform/keyring.ts';
import { findableValues, type Person } from '../vault/person.ts';
import { lookupHashes } from '../vault/vault.ts';
import type { PersonHash } from './candidates.read.ts';

/** Every hash under which these people may stand elsewhere; numbers are normalised, +62, 0 and 62 alike. */
export function personHashes(
  keyring: Keyring,
  officeId: number,
  people: readonly Person[],
): readonly PersonHash[] {
  return people.flatMap((person) =>
    findableValues(person).flatMap(({ field, value }) =>
      lookupHashes(keyring, officeId, field, value).map((hash) => ({
        hash,
        trait: field,
        word: person.name ?? '',
      })),
    ),
  );
}
