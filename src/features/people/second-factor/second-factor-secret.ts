import { open, seal, sha256 } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';

type Whose = { readonly officeId: number; readonly account: string };

/** Bytes of a secret: as many as the hash behind the codes has (RFC 4226). */
export const SECRET_BYTES = 20;
/** The name of the key stands before what it sealed. */
const KEY_BYTES = 4;

/** As it lies in the row of its account, and opens on no other. */
export function sealSecret(keyring: Keyring, whose: Whose, secret: Uint8Array): Buffer {
  const { current } = keyring;
  return Buffer.concat([
    Buffer.from(current.id, 'hex'),
    seal(current.forUse('wrap'), secret, contextOf(whose)),
  ]);
}

/** The secret again. Throws Fault 'key-missing' or 'seal-broken'. */
export function openSecret(keyring: Keyring, whose: Whose, stored: Buffer): Buffer {
  const key = keyring.find(stored.subarray(0, KEY_BYTES).toString('hex'));
  return open(key.forUse('wrap'), stored.subarray(KEY_BYTES), contextOf(whose));
}

/** What the office's chain keeps of a stored secret. */
export function digestOfSecret(stored: Buffer): string {
  return sha256(stored).toString('hex');
}

function contextOf({ officeId, account }: Whose): string {
  return `second-factor/${officeId}/${account}`;
}
