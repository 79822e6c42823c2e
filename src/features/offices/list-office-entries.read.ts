import type { ClientBase } from 'pg';
import type { Keyring } from '../../platform/keyring.ts';
import type { OfficeEvent } from './append-office-event.ts';
import { type OfficeEntry, readOfficeChain } from './office-chain.read.ts';

type EntryOf<T extends OfficeEvent['type']> = Omit<OfficeEntry, 'event'> & {
  readonly event: Extract<OfficeEvent, { readonly type: T }>;
};

/**
 * The entries of these types in the order of the office's chain, which is linked from its first entry on. Throws as
 * `readOfficeChain` does.
 */
export async function listOfficeEntries<T extends OfficeEvent['type']>(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  types: readonly T[],
): Promise<readonly EntryOf<T>[]> {
  const wanted = new Set<string>(types);
  const isWanted = (entry: OfficeEntry): entry is OfficeEntry & EntryOf<T> => wanted.has(entry.event.type);
  return (await readOfficeChain(tx, keyring, officeId)).filter(isWanted);
}
