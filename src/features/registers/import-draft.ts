import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
  await removeOld(store, now);
  const plain = Buffer.concat([Buffer.from(`${JSON.stringify(draft.name)}\n`), draft.bytes]);
  const sealed = seal(store.keyring.current.forUse('seal'), plain, contextOf(officeId, id));
  await writeFile(fileOf(store, id), sealed, { mode: 0o600 });
}

/** The file again, for the office that uploaded it; null when it is gone. */
export async function readDraft(store: DraftStore, officeId: number, id: string): Promise<Draft | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const sealed = await readFile(fileOf(store, id)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
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

async function removeOld(store: DraftStore, now: number): Promise<void> {
  for (const name of await readdir(store.folder)) {
    const file = join(store.folder, name);
    const { mtimeMs } = await stat(file);
    if (now - mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
}

function fileOf({ folder }: DraftStore, id: string): string {
  return join(folder, `${id}.register`);
}

function contextOf(officeId: number, id: string): string {
  return `import-draft/${officeId}/${id}`;
}
