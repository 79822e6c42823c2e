import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open, seal } from '../../platform/crypto.ts';
import { errorCode } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';

/** A checked file waits this long for somebody to agree. */
const KEPT_MS = 60 * 60_000;

export type DraftStore = {
  readonly keyring: Keyring;
  /** Folder of this installation for files under way. */
  readonly folder: string;
  /** Offices of which a register is being read now. */
  readonly reading: Set<number>;
};
type Draft = { readonly name: string; readonly bytes: Uint8Array };

/** Keeps an uploaded register sealed on disk between check and import; older ones go. The id is a UUID of the caller. */
export async function keepDraft(
  store: DraftStore,
  officeId: number,
  id: string,
  draft: Draft,
  now: number,
): Promise<void> {
  await mkdir(store.folder, { recursive: true, mode: 0o700 });
  await removeOldDrafts(store.folder, now);
  const plain = Buffer.concat([Buffer.from(`${JSON.stringify(draft.name)}\n`), draft.bytes]);
  const sealed = seal(store.keyring.current.forUse('seal'), plain, contextOf(officeId, id));
  const file = fileOf(store, id);
  await writeFile(file, sealed, { mode: 0o600 });
  await utimes(file, now / 1000, now / 1000);
}

/** The file again, for the office that uploaded it; null when it is gone or its hour is over at `now`. */
export async function readDraft(
  store: DraftStore,
  officeId: number,
  id: string,
  now: number,
): Promise<Draft | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const file = fileOf(store, id);
  if (await isOld(file, now)) return null;
  const sealed = await orGone(readFile(file));
  if (sealed === null) return null;
  const plain = tryOpen(store, sealed, contextOf(officeId, id));
  if (plain === null) return null;
  const end = plain.indexOf('\n');
  const name: string = JSON.parse(plain.subarray(0, end).toString());
  return { name, bytes: plain.subarray(end + 1) };
}

export async function removeDraft(store: DraftStore, id: string): Promise<void> {
  await rm(fileOf(store, id), { force: true });
}

/** Another office's id opens nothing: the office is part of what it was sealed for. */
function tryOpen({ keyring }: DraftStore, sealed: Buffer, context: string): Buffer | null {
  for (const key of keyring.all) {
    try {
      return open(key.forUse('seal'), sealed, context);
    } catch (error) {
      if (errorCode(error) !== 'seal-broken') throw error;
    }
  }
  return null;
}

/** Removes what nobody agreed to within its hour; another upload or the worker may do the same at the same time. */
export async function removeOldDrafts(folder: string, now: number): Promise<void> {
  for (const name of (await orGone(readdir(folder))) ?? []) {
    const file = join(folder, name);
    if (name.endsWith('.register') && (await isOld(file, now))) await rm(file, { force: true });
  }
}

/** Where the drafts of an installation are. */
export function draftFolder(dataFolder: string): string {
  return join(dataFolder, 'uploads');
}

async function isOld(file: string, now: number): Promise<boolean> {
  const found = await orGone(stat(file));
  return found !== null && now - found.mtimeMs > KEPT_MS;
}

/** Null where somebody else has taken the file away. */
function orGone<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
}

function fileOf({ folder }: DraftStore, id: string): string {
  return join(folder, `${id}.register`);
}

function contextOf(officeId: number, id: string): string {
  return `import-draft/${officeId}/${id}`;
}
