import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, Fault } from './errors.ts';

/** The settings that name a folder which Tanggap writes. */
export type FolderSetting = 'TANGGAP_DATA' | 'TANGGAP_ANCHORS';

/**
 * Makes the last level of a folder's path, if need be. The level above must be there: a disk that is not mounted must
 * not be made good by a folder of its name on another disk, and Node's recursive mkdir never returns below /proc.
 * Throws Fault 'folder-unusable', which names what stands in the way and the setting.
 */
export function makeFolder(folder: string, setting: FolderSetting, mode: number): void {
  let nearest = folder;
  while (statOf(nearest) === undefined && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (statOf(nearest)?.isDirectory() !== true) {
    throw unusable(`${setting}: ${nearest} bukan folder.`, setting);
  }
  if (nearest === folder) return;
  const parent = dirname(folder);
  if (nearest !== parent) {
    throw unusable(`${setting}: folder ${parent}, tempat ${folder} akan dibuat, tidak ada.`, setting);
  }
  try {
    mkdirSync(folder, { mode });
  } catch (cause) {
    // Another process of ours may have made it meanwhile.
    if (errorCode(cause) === 'EEXIST' && statOf(folder)?.isDirectory() === true) return;
    throw unusable(
      `${setting}: folder ${folder} tidak dapat dibuat (${errorCode(cause) ?? 'galat'}).`,
      setting,
      cause,
    );
  }
}

/** Makes the folder and writes a file into it, which is removed: only that shows that it can be written. */
export function probeFolder(folder: string, setting: FolderSetting, mode: number): void {
  makeFolder(folder, setting, mode);
  const probe = join(folder, `.tulis-${process.pid}`);
  try {
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (cause) {
    const code = errorCode(cause) ?? 'galat';
    throw unusable(`${setting}: folder ${folder} tidak dapat ditulisi (${code}).`, setting, cause);
  }
}

function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A name below a file, or one that this user may not look at.
    return undefined;
  }
}

function unusable(message: string, setting: FolderSetting, cause?: unknown): Fault {
  return new Fault('folder-unusable', message, {
    remedy: `Pasang cakramnya atau buat folder di atasnya, beri pengguna ini izin tulis, atau isi ${setting} dengan folder lain.`,
    ...(cause === undefined ? {} : { cause }),
  });
}
