import type { Pool } from 'pg';
import { resealCases } from '../features/cases/store/reseal-cases.ts';
import { resealLetters } from '../features/papers/letter-template.store.ts';
import { resealPeople } from '../features/people/reseal-people.ts';
import { advisoryLock } from '../platform/database/advisory-locks.ts';
import {
  readInstallation,
  writeInstallation,
  writeInstallationOnce,
} from '../platform/database/installation.ts';
import { APP_CONNECTIONS, OWNER_CONNECTIONS } from '../platform/database/open-database.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { Fault } from '../platform/errors.ts';
import { type Keyring, keyFileName, lacksKey, loadKeyring, type MasterKey } from '../platform/keyring.ts';

const FIRST_KEY = 'master-key';
const SEALED_UNDER = 'sealed-under';
const RESEAL_LOCK = advisoryLock('reseal');

/**
 * Remembers the first master key's name in the database, and refuses with Fault 'wrong-key' when the keyring at
 * hand does not hold it: else new cases would be sealed with one key while the old ones need another.
 */
export async function checkMasterKey(owner: Pool, keyring: Keyring, now: number): Promise<void> {
  const lacking = await findLackingKey(owner, keyring.all);
  if (lacking !== undefined) throw wrongKey(lacking);
  const first = (await readFirstKey(owner)) ?? keyring.current.id;
  await writeInstallationOnce(owner, FIRST_KEY, { id: first }, now);
}

/**
 * The keyring of this installation, checked. A new key is only ever made for a database that was made with none: where
 * the key file is gone, making another would hide the loss. Behind a new key accounts, roles, tokens and cases are
 * sealed anew.
 */
export async function openMasterKeyring(owner: Pool, config: KeyPlace, now: number): Promise<Keyring> {
  const keyring = await loadChecked(owner, config, now);
  await sealAnew(owner, keyring, now);
  return keyring;
}

/**
 * The same for who only looks: nothing is sealed anew. Behind a new key that nothing was started with yet the key under
 * which everything stands is the current one of this ring, and comes first.
 */
export async function openKeyringAsItStands(owner: Pool, config: KeyPlace, now: number): Promise<Keyring> {
  const keyring = await loadChecked(owner, config, now);
  const current = keyring.find((await readSealedUnder(owner)) ?? keyring.current.id);
  return { ...keyring, current, all: [current, ...keyring.all.filter((key) => key !== current)] };
}

type KeyPlace = { readonly dataFolder: string; readonly masterKey: string | undefined };

async function loadChecked(owner: Pool, config: KeyPlace, now: number): Promise<Keyring> {
  if (lacksKey(config.dataFolder, config.masterKey)) {
    const lacking = await findLackingKey(owner, []);
    if (lacking !== undefined) throw wrongKey(lacking);
  }
  const keyring = loadKeyring(config.dataFolder, config.masterKey);
  await checkMasterKey(owner, keyring, now);
  return keyring;
}

/**
 * Once for each new master key: what stood sealed under the key before it is sealed under the new one, all or none. Which
 * key that is, the installation remembers, where the application cannot write: what any other key sealed, a former one
 * that others know among them, is taken up neither now nor at a later change. Throws Fault 'still-running' while
 * another process of Tanggap is connected: what it went on sealing under its key no door would open afterwards.
 */
function sealAnew(owner: Pool, keyring: Keyring, now: number): Promise<void> {
  return inTransaction(
    owner,
    async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [RESEAL_LOCK]);
      const id = (await readSealedUnder(tx)) ?? keyring.current.id;
      if (id !== keyring.current.id) {
        const former = keyring.all.find((key) => key.id === id);
        if (former === undefined) throw wrongKey(id);
        if (await isAnotherConnected(tx)) throw stillRunning();
        await resealPeople(tx, former, keyring);
        await resealLetters(tx, former, keyring);
        await resealCases(tx, former, keyring);
      }
      await writeInstallation(tx, SEALED_UNDER, { id: keyring.current.id }, now);
    },
    { long: true },
  );
}

/** Any connection of a pool but this one; who starts at the same moment waits for the lock and seals nothing. */
async function isAnotherConnected(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and application_name = any ($1) and wait_event is distinct from 'advisory' limit 1`,
    [[APP_CONNECTIONS, OWNER_CONNECTIONS]],
  );
  return rowCount !== 0;
}

function stillRunning(): Fault {
  return new Fault(
    'still-running',
    'Kunci induk baru belum dipakai: proses Tanggap lain masih menyala dengan kunci sebelumnya.',
    {
      remedy: 'Hentikan semua proses Tanggap, juga pekerja dan di komputer lain, lalu nyalakan satu dahulu.',
    },
  );
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

/** Name of a key that the database needs and `held` lacks: the one it was made with, or the one it is sealed under now. */
export async function findLackingKey(db: Pool, held: readonly MasterKey[]): Promise<string | undefined> {
  const needed = [await readFirstKey(db), await readName(db, SEALED_UNDER)];
  return needed.find((id) => id !== undefined && !held.some((key) => key.id === id));
}

/** What the history was linked with says more than nothing, where nobody remembered the key. */
async function readFirstKey(db: Pick<Pool | Tx, 'query'>): Promise<string | undefined> {
  const remembered = await readName(db, FIRST_KEY);
  if (remembered !== undefined) return remembered;
  const { rows } = await db.query<{ key_id: string }>('select key_id from case_event limit 1');
  return rows[0]?.key_id;
}

/** Name of the key under which everything is sealed; undefined for an installation that has nothing yet. */
async function readSealedUnder(db: Pick<Pool | Tx, 'query'>): Promise<string | undefined> {
  return (await readName(db, SEALED_UNDER)) ?? readFirstKey(db);
}

async function readName(db: Pick<Pool | Tx, 'query'>, fact: string): Promise<string | undefined> {
  const stored = await readInstallation(db, fact);
  return typeof stored === 'object' && stored !== null && 'id' in stored ? String(stored.id) : undefined;
}
