import type { Pool } from 'pg';
import { readInstallation, writeInstallationOnce } from '../platform/database/installation.ts';
import { Fault } from '../platform/errors.ts';
import { type Keyring, keyFileName, type MasterKey } from '../platform/keyring.ts';

const fact = 'master-key';

/**
 * Remembers the first master key's name in the database, and refuses with Fault 'wrong-key' when the keyring at
 * hand does not hold it: else new cases would be sealed with one key while the old ones need another.
 */
export async function checkMasterKey(owner: Pool, keyring: Keyring, now: number): Promise<void> {
  await writeInstallationOnce(owner, fact, { id: keyring.current.id }, now);
  const lacking = await findLackingKey(owner, keyring.all);
  if (lacking === undefined) return;
  throw new Fault(
    'wrong-key',
    `Kunci induk di sini bukan kunci basis data ini (diperlukan kunci ${lacking}).`,
    {
      remedy: `Kembalikan berkas ${keyFileName} ke folder data, atau isi TANGGAP_KEY dengan kunci yang dulu. Tanpa kunci itu identitas pelapor tidak dapat dibuka.`,
    },
  );
}

/** Name of the key that the database was made with when it is not among `held`; undefined = all is well. */
export async function findLackingKey(db: Pool, held: readonly MasterKey[]): Promise<string | undefined> {
  const stored = await readInstallation(db, fact);
  if (typeof stored !== 'object' || stored === null || !('id' in stored)) return undefined;
  return held.some((key) => key.id === stored.id) ? undefined : String(stored.id);
}
