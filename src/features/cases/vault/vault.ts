import type { KeyObject } from 'node:crypto';
import { newRecordKey, open, seal, unwrapKey, wrapKey } from '../../../platform/crypto.ts';
import { blindIndexes, type Keyring } from '../../../platform/keyring.ts';
import { findableValues, type Person, type PersonField, type PersonPart } from './person.ts';

/** An identity as the vault's row keeps it, with the hashes it is found by (16 bytes each). */
export type SealedIdentity = {
  readonly identityId: string;
  readonly part: PersonPart;
  readonly keyId: string;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
  readonly hashes: readonly Buffer[];
};

/** Seals a person under a key of his own (AES-256-GCM), which is wrapped by the master key. */
export function sealIdentity(
  keyring: Keyring,
  officeId: number,
  identity: { readonly identityId: string; readonly part: PersonPart; readonly person: Person },
): SealedIdentity {
  const { current } = keyring;
  const context = contextOf(officeId, identity.identityId);
  const recordKey = newRecordKey();
  const hashes = findableValues(identity.person).map(({ field, value }) =>
    short(blindIndexes(keyring, officeId, field, value)[0]),
  );
  return {
    identityId: identity.identityId,
    part: identity.part,
    keyId: current.id,
    wrappedKey: wrapKey(current.forUse('wrap'), recordKey, context),
    sealed: seal(recordKey, JSON.stringify(identity.person), context),
    hashes,
  };
}

/** Opens a row of the vault; null when its key was destroyed. Throws Fault 'seal-broken' or 'key-missing'. */
export function openIdentity(
  keyring: Keyring,
  officeId: number,
  row: {
    readonly identityId: string;
    readonly keyId: string;
    readonly wrappedKey: Buffer | null;
    readonly sealed: Buffer | null;
  },
): Person | null {
  if (row.wrappedKey === null || row.sealed === null) return null;
  const context = contextOf(officeId, row.identityId);
  const recordKey = unwrapKey(keyring.find(row.keyId).forUse('wrap'), row.wrappedKey, context);
  const person: Person = JSON.parse(open(recordKey, row.sealed, context).toString('utf8'));
  return person;
}

/** Whether a person's seal opens with his own key and that with the wrapping key; nobody is read. */
export function holdsIdentity(
  wrapping: KeyObject,
  officeId: number,
  identityId: string,
  wrappedKey: Uint8Array,
  sealed: Uint8Array,
): boolean {
  const context = Buffer.from(contextOf(officeId, identityId));
  try {
    open(unwrapKey(wrapping, wrappedKey, context), sealed, context);
    return true;
  } catch {
    return false;
  }
}

/** What a seal is bound to, so that nobody's can stand for another's. */
function contextOf(officeId: number, identityId: string): string {
  return `identity/${officeId}/${identityId}`;
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

/** Half the HMAC is plenty to tell the people of one office apart, and halves the index. */
function short(hash: Buffer | undefined): Buffer {
  if (hash === undefined) throw new Error('A keyring holds at least one key');
  return hash.subarray(0, 16);
}
