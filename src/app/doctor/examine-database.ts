import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { officeDiffers } from '../../features/offices/office.read.ts';
import { readDifferingOffices } from '../../features/offices/office-digest.ts';
import type { Config } from '../../platform/config.ts';
import { findPendingMigrations } from '../../platform/database/migrate.ts';
import { type Database, openDatabase } from '../../platform/database/open-database.ts';
import { errorCode, Fault } from '../../platform/errors.ts';
import { keyFileName, loadKeyring } from '../../platform/keyring.ts';
import { findLackingKey } from '../check-master-key.ts';
import { CLOCKS_APART, readNewestWriting } from '../read-newest-writing.ts';
import { ANCHORS_STAND_STILL, readWaiting } from '../read-waiting.ts';
import { clockFinding } from './examine-machine.ts';
import { type Finding, lack, lackOf, note, ok } from './finding.ts';

/** Looks at the database without changing it; an embedded server is started for it when none runs. */
export async function examineDatabase(config: Config, now: number): Promise<Finding[]> {
  let database: Database;
  try {
    database = await openDatabase(config, { migrate: false, appConnections: 1, ownerConnections: 1 });
  } catch (error) {
    return [lackOf('database', withoutSecrets(error, config), connectionRemedy(config))];
  }
  try {
    return await examineOpen(config, database, now);
  } catch (error) {
    return [lackOf('database', withoutSecrets(error, config), connectionRemedy(config))];
  } finally {
    await database.close();
  }
}

async function examineOpen(config: Config, database: Database, now: number): Promise<Finding[]> {
  const started = Date.now();
  const { rows } = await database.owner.query<{
    version: number;
    encoding: string;
    clock: Date;
    words: string;
  }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_version') AS words,
            current_setting('server_encoding') AS encoding, clock_timestamp() AS clock`,
  );
  const server = rows[0];
  if (!server) return [];
  const clockNow = now + (Date.now() - started);
  const schema = await examineSchema(database.owner);
  return [
    ok(
      'database',
      config.database.kind === 'embedded'
        ? 'Basis data bawaan dapat dijalankan.'
        : 'Server basis data terjangkau.',
    ),
    examineVersion(server),
    clockFinding(Math.abs(server.clock.getTime() - clockNow) / 1000, 'jam basis data'),
    schema.finding,
    ...(schema.current
      ? [
          await examineKey(config, database.owner),
          await examineLastWriting(database.owner, now),
          await examineWaiting(database.owner),
          await examineOffices(database.owner),
        ]
      : []),
    await examineGrantWall(config, database),
  ].filter((finding) => finding !== undefined);
}

function examineVersion(server: { version: number; words: string; encoding: string }): Finding {
  if (server.version < 15) {
    return lack(
      'database-version',
      `PostgreSQL ${server.words} terlalu lama.`,
      'Pakai PostgreSQL 15 atau yang lebih baru.',
    );
  }
  if (server.encoding !== 'UTF8') {
    return lack(
      'database-version',
      `Basis data memakai ${server.encoding}.`,
      'Buat basis data dengan ENCODING UTF8.',
    );
  }
  return ok('database-version', `PostgreSQL ${server.words}.`);
}

async function examineSchema(owner: Pool): Promise<{ readonly finding: Finding; readonly current: boolean }> {
  try {
    const pending = await findPendingMigrations(owner);
    const finding =
      pending.length === 0
        ? ok('schema', 'Skema basis data sesuai versi ini.')
        : note(
            'schema',
            `Skema belum terkini; akan dijalankan: ${pending.join(', ')}.`,
            'Dijalankan sendiri oleh npm start, atau: npm run migrate',
          );
    return { finding, current: pending.length === 0 };
  } catch (error) {
    return { finding: lackOf('schema', error), current: false };
  }
}

async function examineKey(config: Config, owner: Pool): Promise<Finding> {
  // Loading would make a key file that is not there, and a fresh key is the last thing wanted now.
  const missing = config.masterKey === undefined && !existsSync(join(config.dataFolder, keyFileName));
  const keyring = missing ? undefined : loadKeyring(config.dataFolder, config.masterKey);
  const lacking = await findLackingKey(owner, keyring?.all ?? []);
  if (lacking === undefined) return ok('master-key', 'Kunci induk cocok dengan basis data.');
  return lack(
    'master-key',
    `Basis data dibuat dengan kunci induk ${lacking}, ${keyring ? `yang ada di sini ${keyring.current.id}` : 'yang tidak ada di sini'}.`,
    'Kembalikan berkas kunci yang dulu ke folder data, atau isi TANGGAP_KEY. Jangan menulis data baru sebelum itu.',
  );
}

/** Something recorded in the future means that the clock once ran ahead, or now runs behind. */
async function examineLastWriting(owner: Pool, now: number): Promise<Finding | undefined> {
  const ahead = (await readNewestWriting(owner)) - now;
  return ahead > CLOCKS_APART ? clockFinding(ahead / 1000, 'catatan terakhir di basis data') : undefined;
}

async function examineWaiting(owner: Pool): Promise<Finding> {
  const { anchors, outbox } = await readWaiting(owner);
  const longest = Math.max(anchors, outbox);
  if (longest < ANCHORS_STAND_STILL) return ok('worker', 'Tidak ada yang menunggu pekerja latar.');
  return lack(
    'worker',
    `Riwayat sudah ${Math.floor(longest / 60)} menit menunggu pekerja latar: ${anchors >= outbox ? 'penjangkaran' : 'pemberitahuan'} tertinggal.`,
    'Jalankan "npm start" (atau layanan pekerja, bila dipisah) dan biarkan berjalan; bila sudah berjalan, lihat lognya.',
  );
}

/** What differs from its chain is not opened (`office.read.ts`). */
async function examineOffices(owner: Pool): Promise<Finding | undefined> {
  const differing = await readDifferingOffices(owner);
  if (differing.length === 0) return undefined;
  return lack('offices', officeDiffers().message, officeDiffers().remedy ?? '');
}

/** The application's login must not be able to do more than its grants (design law 7). */
async function examineGrantWall(config: Config, database: Database): Promise<Finding> {
  const { rows } = await database.app.query<{ free: boolean; owns: boolean; present: boolean }>(
    `SELECT bool_or(rolname = session_user AND (rolsuper OR rolbypassrls)) AS free,
            bool_or(rolname = 'tanggap_app') AS present,
            EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                     AND pg_has_role(session_user, c.relowner, 'MEMBER')) AS owns
       FROM pg_roles`,
  );
  const wall = rows[0];
  const one = config.database.kind === 'server' && config.database.appUrl === config.database.ownerUrl;
  if (wall?.present && !wall.free && !wall.owns && !one) {
    return ok('grant-wall', 'Aplikasi hanya dapat menambah riwayat, tidak mengubahnya (dinding hak aktif).');
  }
  return lack(
    'grant-wall',
    'Dinding hak tidak ada: login aplikasi juga dapat mengubah riwayat.',
    [
      'Sebagai administrator PostgreSQL buat dua login, lalu isi DATABASE_URL (aplikasi) dan DATABASE_OWNER_URL (pemilik):',
      `  CREATE ROLE tanggap_owner LOGIN PASSWORD '…'; CREATE ROLE tanggap_app LOGIN PASSWORD '…' NOSUPERUSER NOBYPASSRLS;`,
      '  ALTER DATABASE <nama> OWNER TO tanggap_owner;  -- sebelum start pertama',
    ].join('\n'),
  );
}

function connectionRemedy(config: Config): string {
  return config.database.kind === 'embedded'
    ? 'Lihat server.log di folder data/postgres, atau pakai server sendiri lewat DATABASE_URL.'
    : 'Periksa DATABASE_URL dan DATABASE_OWNER_URL: nama server, port, nama basis data, nama dan sandi.';
}

/** A driver's message may name the login; the address with its password must not be printed. */
function withoutSecrets(error: unknown, config: Config): Error {
  if (error instanceof Fault) return error;
  const text =
    error instanceof Error ? error.message || (errorCode(error) ?? 'tidak terjangkau') : String(error);
  if (config.database.kind === 'embedded') return new Error(`Basis data tidak dapat dibuka: ${text}.`);
  const { appUrl, ownerUrl } = config.database;
  const told = text.replaceAll(appUrl, '…').replaceAll(ownerUrl, '…');
  return new Error(`Server basis data tidak terjangkau: ${told}.`);
}
