import { newRecordKey, open, seal, unwrapKey, wrapKey } from '../../../platform/crypto.ts';
import { blindIndexes, type Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import { findableValues, type Person, type PersonField, type PersonPart } from './person.ts';

/** Where somebody stands: a seal opens there and nowhere else. */
export type IdentityPlace = {
  readonly officeId: number;
  readonly caseId: string;
  readonly identityId: string;
};

/** An identity as the vault's row keeps it, with the hashes it is found by, one after the other. */
export type SealedIdentity = {
  readonly identityId: string;
  readonly part: PersonPart;
  readonly keyId: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
  readonly hashes: Buffer;
};

/** Seals a person under a key of his own (AES-256-GCM), which is wrapped by the master key. */
export function sealIdentity(
  keyring: Keyring,
  place: IdentityPlace,
  part: PersonPart,
  person: Person,
): SealedIdentity {
  const { current } = keyring;
  const context = contextOf(place);
  const recordKey = newRecordKey();
  const hashes = findableValues(person).map(({ field, value }) =>
    short(blindIndexes(keyring, place.officeId, field, value)[0]),
  );
  return {
    identityId: place.identityId,
    part,
    keyId: current.id,
    wrappedKey: wrapKey(current.forUse('wrap'), recordKey, context),
    sealed: seal(recordKey, JSON.stringify(person), context),
    hashes: Buffer.concat(hashes),
  };
}

/** Opens a row of the vault; null when its key was destroyed. Throws Fault 'seal-broken' or 'key-missing'. */
export function openIdentity(
  keyring: Keyring,
  place: IdentityPlace,
  row: {
    readonly keyId: string;
    readonly wrappedKey: Buffer | null;
    readonly sealed: Buffer | null;
  },
): Person | null {
  if (row.wrappedKey === null || row.sealed === null) return null;
  const context = contextOf(place);
  const recordKey = unwrapKey(keyring.find(row.keyId).forUse('wrap'), row.wrappedKey, context);
  return trustedJson<Person>(open(recordKey, row.sealed, context).toString('utf8'));
}

/** What both seals are bound to, so that nobody's can stand for another's or on another case. */
function contextOf({ officeId, caseId, identityId }: IdentityPlace): string {
  return `identity/${officeId}/${caseId}/${identityId}`;
}

/** Every hash under which a normalised value may stand: one for each key that this installation holds. */
export function lookupHashes(
  keyring: Keyring,
  officeId: number,
  field: PersonField,
  value: string,
): readonly Buffer[] {
  return blindIndexes(keyring, officeId, field, value).map(short);
}

const HASH_BYTES = 16;

/** Half the HMAC is plenty to tell the people of one office apart, and halves the index. */
function short(hash: Buffer | undefined): Buffer {
  if (hash === undefined) throw new Error('A keyring holds at least one key');
  return hash.subarray(0, HASH_BYTES);
}

/** The hashes of one identity, each by itself; none of one who was erased. */
export function splitHashes(hashes: Buffer | null): readonly Buffer[] {
  if (hashes === null) return [];
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, index) =>
    hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}
