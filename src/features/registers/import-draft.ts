import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open, seal } from '../../platform/crypto.ts';
import { errorCode } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { trustedJson } from '../../platform/trusted-json.ts';

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

/** Whose draft it is: each account has one, and an office so many. */
export type DraftOwner = { readonly officeId: number; readonly account: string };

/** Most drafts of an office at a time: of 20 MB each. */
const MOST_OF_OFFICE = 4;

/**
 * Keeps an uploaded register sealed on disk between check and import, in place of the account's earlier one; old ones go,
 * and the office's oldest where there are too many. The id is a UUID of the caller.
 */
export async function keepDraft(
  store: DraftStore,
  owner: DraftOwner,
  id: string,
  draft: Draft,
  now: number,
): Promise<void> {
  await mkdir(store.folder, { recursive: true, mode: 0o700 });
  await removeOldDrafts(store.folder, now);
  const plain = Buffer.concat([Buffer.from(`${JSON.stringify(draft.name)}\n`), draft.bytes]);
  const sealed = seal(store.keyring.current.forUse('seal'), plain, contextOf(owner, id));
  const file = fileOf(store, owner);
  await rm(file, { force: true });
  await makeRoom(store, owner);
  await writeFile(file, sealed, { mode: 0o600 });
  await utimes(file, now / 1000, now / 1000);
}

/** The file again, for the account that uploaded it; null when it is gone or its hour is over at `now`. */
export async function readDraft(
  store: DraftStore,
  owner: DraftOwner,
  id: string,
  now: number,
): Promise<Draft | null> {
  const file = fileOf(store, owner);
  if (await isOld(file, now)) return null;
  const sealed = await orGone(readFile(file));
  if (sealed === null) return null;
  const plain = tryOpen(store, sealed, contextOf(owner, id));
  if (plain === null) return null;
  const end = plain.indexOf('\n');
  const name = trustedJson<string>(plain.subarray(0, end).toString());
  return { name, bytes: plain.subarray(end + 1) };
}

export async function removeDraft(store: DraftStore, owner: DraftOwner): Promise<void> {
  await rm(fileOf(store, owner), { force: true });
}

async function makeRoom({ folder }: DraftStore, { officeId }: DraftOwner): Promise<void> {
  const drafts: { file: string; at: number }[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${officeId}-`)) continue;
    const file = join(folder, name);
    const found = await orGone(stat(file));
    if (found !== null) drafts.push({ file, at: found.mtimeMs });
  }
  const oldest = drafts.toSorted((a, b) => b.at - a.at).slice(MOST_OF_OFFICE - 1);
  for (const { file } of oldest) await rm(file, { force: true });
}

/** An earlier id opens nothing, nor another office's: both are part of what it was sealed for. */
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

function fileOf({ folder }: DraftStore, { officeId, account }: DraftOwner): string {
  return join(folder, `${officeId}-${account}.register`);
}

function contextOf({ officeId }: DraftOwner, id: string): string {
  return `import-draft/${officeId}/${id}`;
}
