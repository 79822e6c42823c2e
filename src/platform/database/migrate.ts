import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { errorCode, Fault } from '../errors.ts';
import { advisoryLock } from './advisory-locks.ts';
import { connectOnce, type Locate } from './pool.ts';
import { areRolesPresent, ensureRoles } from './roles.ts';

export interface Migration {
  /** '0001_foundation' */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrationReport {
  /** Names run just now, in order. */
  readonly applied: readonly string[];
  /** False when the roles could not be made: everything works, but the grants protect nothing. */
  readonly rolesPresent: boolean;
}

/** Where the plain SQL files stand: db/migrations of the project. */
const migrationsFolder = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

/** One migration of a database at a time, whoever starts it. */
const migrationLock = advisoryLock('migrate');

/** Which files ran; it stands before the first of them. */
const LEDGER = `CREATE TABLE IF NOT EXISTS schema_migration (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;
const LEDGER_GRANT = 'GRANT SELECT ON schema_migration TO tanggap_app';

/**
 * Brings the database of `owner` up to the files of `folder`, forward only, each file in one transaction.
 * `appLogin` is the login of the application, made a member of tanggap_app when it is another role.
 * Refuses with a Fault: 'schema-newer' (a file after ours was run), 'migration-changed' (a run file reads differently
 * now, or is gone), 'migration-order' (a new file stands before one that was run).
 */
export async function migrate(
  owner: Locate,
  options: { readonly folder?: string; readonly appLogin?: string | undefined } = {},
): Promise<MigrationReport> {
  const files = readMigrations(options.folder ?? migrationsFolder);
  const client = await connectOnce(owner, 'tanggap-migrate');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const rolesPresent = await ensureRoles(client, options.appLogin);
    await client.query(LEDGER);
    const pending = findPending(files, await readApplied(client));
    for (const file of pending) await run(client, file, rolesPresent);
    await client.query(adaptToRoles(LEDGER_GRANT, rolesPresent));
    return { applied: pending.map((file) => file.name), rolesPresent };
  } finally {
    await client.end();
  }
}

/**
 * Makes all that `migrate` makes in an empty database where `client` stands: in the first schema of its search path and
 * in the caller's transaction. So a migration names no schema but in the body of a function.
 */
export async function bringSchema(client: ClientBase): Promise<void> {
  const rolesPresent = await areRolesPresent(client);
  const files = readMigrations().map(({ sql }) => sql);
  for (const sql of [LEDGER, ...files, LEDGER_GRANT]) await client.query(adaptToRoles(sql, rolesPresent));
}

/** The files of a folder in order of their names; line ends do not count in the checksum. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name: name.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Names of the files that a database still lacks; throws the same Faults as `migrate`. Empty = up to date. */
export async function findPendingMigrations(
  client: Pick<ClientBase, 'query'>,
  folder: string = migrationsFolder,
): Promise<string[]> {
  return findPending(readMigrations(folder), await readApplied(client)).map((file) => file.name);
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

async function readApplied(client: Pick<ClientBase, 'query'>): Promise<Applied[]> {
  try {
    const { rows } = await client.query<Applied>('SELECT name, checksum FROM schema_migration ORDER BY name');
    return rows;
  } catch (error) {
    if (errorCode(error) === '42P01') return [];
    throw error;
  }
}

function findPending(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(files.map((file) => [file.name, file]));
  const newest = files.at(-1)?.name ?? '';
  for (const row of applied) {
    const file = known.get(row.name);
    if (file === undefined && row.name > newest) {
      throw new Fault('schema-newer', `Basis data ini dipakai oleh Tanggap yang lebih baru (${row.name}).`, {
        remedy: 'Pasang versi Tanggap yang terbaru, atau pulihkan cadangan dari versi ini.',
      });
    }
    if (file?.checksum !== row.checksum) {
      throw new Fault(
        'migration-changed',
        `Berkas db/migrations/${row.name}.sql ${file === undefined ? 'tidak ada lagi' : 'berubah'} sesudah dijalankan.`,
        {
          remedy:
            'Kembalikan isi berkas itu; perubahan skema ditulis di berkas baru. Data yang dibuat dengan salinan kerja sebelum rilis pertama tidak dapat dibawa ke versi ini: mulai dengan folder data yang baru.',
        },
      );
    }
  }
  const done = new Set(applied.map((row) => row.name));
  const last = applied.at(-1)?.name ?? '';
  const pending = files.filter((file) => !done.has(file.name));
  const early = pending.find((file) => file.name < last);
  if (early) {
    throw new Fault(
      'migration-order',
      `Berkas db/migrations/${early.name}.sql mendahului ${last} yang sudah dijalankan.`,
      {
        remedy: 'Beri berkas itu nomor yang lebih besar.',
      },
    );
  }
  return pending;
}

async function run(client: ClientBase, file: Migration, rolesPresent: boolean): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(adaptToRoles(file.sql, rolesPresent));
    await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Fault(
      'migration-failed',
      `Migrasi ${file.name} gagal: ${cause instanceof Error ? cause.message : cause}`,
      {
        remedy:
          'Tidak ada yang berubah. Jalankan "npm run doctor" dan periksa versi serta hak pada basis data.',
        cause,
      },
    );
  }
}

/** Without the two roles a grant would fail: what is granted to the application goes to everybody who may connect. */
function adaptToRoles(sql: string, rolesPresent: boolean): string {
  if (rolesPresent) return sql;
  return sql.replaceAll(/\btanggap_app\b/g, 'public').replaceAll(/\btanggap_owner\b/g, 'current_user');
}
