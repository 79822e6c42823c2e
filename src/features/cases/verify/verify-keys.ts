import type { KeyObject } from 'node:crypto';
import { openHmac } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';

/** The chain keys of an installation by their ids, the current first; plain data, so that a thread can be given them. */
export type ChainKeys = readonly { readonly id: string; readonly key: KeyObject }[];

/** A link or seal over the parts as text, a letter a byte. */
export type Mac = (...parts: readonly (string | Uint8Array)[]) => string;
/** Null where this installation does not hold the key. */
export type MacFinder = (keyId: string) => Mac | null;

export function chainKeysOf(keyring: Keyring): ChainKeys {
  return keyring.all.map(({ id, forUse }) => ({ id, key: forUse('chain') }));
}

/** `currentId`: the only key that the row of a case may be sealed with. */
export type Macs = {
  readonly find: MacFinder;
  readonly all: readonly Mac[];
  readonly currentId: string | undefined;
};

export function openMacs(keys: ChainKeys): Macs {
  const known = keys.map(({ id, key }) => [id, openHmac(key)] as const);
  const byId = new Map(known);
  return { find: (id) => byId.get(id) ?? null, all: known.map(([, mac]) => mac), currentId: keys[0]?.id };
}
