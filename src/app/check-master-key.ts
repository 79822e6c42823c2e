import type { Pool } from 'pg';
import { resealCases } from '../features/cases/store/reseal-cases.ts';
import { resealPeople } from '../features/people/reseal-people.ts';
import { readInstallation, writeInstallationOnce } from '../platform/database/installation.ts';
import { Fault } from '../platform/errors.ts';
import { type Keyring, keyFileName, lacksKey, loadKeyring, type MasterKey } from '../platform/keyring.ts';

const fact = 'master-key';

/**
 * Remembers the first master key's name in the database, and refuses with Fault 'wrong-key' when the keyring at
 * hand does not hold it: else new cases would be sealed with one key while the old ones need another.
 */
export async function checkMasterKey(owner: Pool, keyring: Keyring, now: number): Promise<void> {
  const lacking = await findLackingKey(owner, keyring.all);
  if (lacking !== undefined) throw wrongKey(lacking);
  await writeInstallationOnce(owner, fact, { id: keyring.current.id }, now);
}

/**
 * The keyring of this installation, checked. A new key is only ever made for a database that was made with none: where
 * the key file is gone, making another would hide the loss. Behind a new key accounts, roles, tokens and cases are sealed anew.
 */
export async function openMasterKeyring(
  owner: Pool,
  config: { readonly dataFolder: string; readonly masterKey: string | undefined },
  now: number,
): Promise<Keyring> {
  if (lacksKey(config.dataFolder, config.masterKey)) {
    const lacking = await findLackingKey(owner, []);
    if (lacking !== undefined) throw wrongKey(lacking);
  }
  const keyring = loadKeyring(config.dataFolder, config.masterKey);
  await checkMasterKey(owner, keyring, now);
  await resealPeople(owner, keyring, now);
  await resealCases(owner, keyring);
  return keyring;
}

function wrongKey(lacking: string): Fault {
  return new Fault(
    'wrong-key',
    `Kunci induk di sini bukan kunci basis data ini (diperlukan kunci ${lacking}).`,
    {
      remedy: `Kembalikan berkas ${keyFileName} ke folder data, atau isi TANGGAP_KEY dengan kunci yang dulu. Tanpa kunci itu identitas pelapor tidak dapat dibuka.`,
    },
  );
}

/** Name of the key that the database was made with when it is not among `held`; undefined = all is well. */
export async function findLackingKey(db: Pool, held: readonly MasterKey[]): Promise<string | undefined> {
  const id = (await readRememberedKey(db)) ?? (await readKeyOfHistory(db));
  return id === undefined || held.some((key) => key.id === id) ? undefined : id;
}

async function readRememberedKey(db: Pool): Promise<string | undefined> {
  const stored = await readInstallation(db, fact);
  return typeof stored === 'object' && stored !== null && 'id' in stored ? String(stored.id) : undefined;
}

/** What the history was linked with says more than nothing, where nobody remembered the key. */
async function readKeyOfHistory(db: Pool): Promise<string | undefined> {
  const { rows } = await db.query<{ key_id: string }>('select key_id from case_event limit 1');
  return rows[0]?.key_id;
}
