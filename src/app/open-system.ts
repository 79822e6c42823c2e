import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refoldCases } from '../features/cases/acts/refold-cases.ts';
import { loadReferenceCalendar } from '../features/offices/load-reference-calendar.ts';
import { type Offices, openOffices } from '../features/offices/office.read.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database/open-database.ts';
import type { Keyring } from '../platform/keyring.ts';
import { openKeyringAsItStands, openMasterKeyring } from './check-master-key.ts';

/** What every process of Tanggap opens: settings, keys, a migrated database, the calendar, the offices. */
export type System = {
  readonly config: Config;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly offices: Offices;
  readonly close: () => Promise<void>;
};

/** The folder of this installation, where `offices/` and `db/` stand. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
export const OFFICES_FOLDER = join(PROJECT_FOLDER, 'offices');

/**
 * Opens the installation that the environment names; the caller closes it. `now` in milliseconds. Throws Fault
 * 'wrong-key' when the key at hand is not the one that the database was made with. `asItStands`: for who
 * only looks, so that seals, states and calendar are neither made anew nor filled up before.
 */
export async function openSystem(
  now: number,
  config: Config = readConfig(),
  { asItStands = false }: { readonly asItStands?: boolean } = {},
): Promise<System> {
  const database = await openDatabase(config);
  try {
    const open = asItStands ? openKeyringAsItStands : openMasterKeyring;
    const keyring = await open(database.owner, config, now);
    // A database that was made or raised just now has no calendar yet to be looked at.
    const isRaised = (database.migration?.applied.length ?? 0) > 0;
    if (!asItStands || isRaised) await loadReferenceCalendar(database.owner, now);
    const offices = openOffices(database.app, keyring);
    if (!asItStands) await refoldCases({ pool: database.app, keyring }, database.owner, offices, now);
    return {
      config,
      database,
      keyring,
      offices,
      close: database.close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
