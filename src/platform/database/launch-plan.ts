import { accessSync, constants, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { lchown } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../errors.ts';
import { useServerInstead } from './postgres-binaries.ts';

/** The user "nobody": PostgreSQL refuses to run as root, so root hands it to him. */
const nobody = 65_534;

export interface LaunchPlan {
  /** Words put before the command. */
  readonly prefix: readonly string[];
  /** Ids to spawn with, and owner of the cluster's files; undefined = leave as they are. */
  readonly spawnAs: number | undefined;
  readonly ownerOfFiles: number | undefined;
}

/**
 * How PostgreSQL is started here: as the user himself; by root as "nobody" when he can reach the folders;
 * by root inside a user namespace when the folders are closed to others (a clone in /root).
 * Throws Fault 'postgres-root' when root can do neither.
 */
export function planLaunch(
  folders: readonly string[],
  uid: number | undefined = process.getuid?.(),
  findProgram: (name: string) => string | undefined = findOnPath,
): LaunchPlan {
  if (uid !== 0) return { prefix: [], spawnAs: undefined, ownerOfFiles: undefined };
  if (folders.every(isOpenToOthers)) return { prefix: [], spawnAs: nobody, ownerOfFiles: nobody };
  const unshare = findProgram('unshare');
  if (unshare) {
    const prefix = [unshare, '-U', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];
    return { prefix, spawnAs: undefined, ownerOfFiles: 0 };
  }
  throw new Fault(
    'postgres-root',
    'PostgreSQL menolak berjalan sebagai root, dan folder ini tertutup bagi pengguna lain.',
    { remedy: `Jalankan sebagai pengguna biasa, atau pindahkan folder ke /opt. ${useServerInstead}` },
  );
}

/** True when every folder on the way may be passed by anybody (o+x). */
export function isOpenToOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

/** Gives a folder and all in it to `uid`, when it is not his already. Only for a cluster that is not running. */
export async function giveTo(path: string, uid: number | undefined): Promise<void> {
  if (uid === undefined || lstatSync(path).uid === uid) return;
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) await giveTo(join(path, name), uid);
  }
  await lchown(path, uid, uid);
}

/** Full path of a program on PATH, or undefined. */
export function findOnPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/bin'];
  return folders
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
