import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, Fault } from '../../platform/errors.ts';

/** Which file: never a name that somebody gave. */
export type FilePlace = { readonly officeId: number; readonly id: string };

/** Files in a folder of our own, each under its id; what is in them is the caller's, sealed already. */
export type FileStore = {
  /** Whole and on the disk when it returns, or not there at all. */
  readonly write: (place: FilePlace, source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Throws Fault 'file-missing' before the first byte. */
  readonly read: (place: FilePlace) => Promise<AsyncIterable<Uint8Array>>;
  /** Also what is not there. */
  readonly remove: (place: FilePlace) => Promise<void>;
  /** Every file, and what a crash left half-written, which has no place; `changedAt` in milliseconds. */
  readonly list: () => AsyncIterable<StoredFile>;
  /** Bytes free for us on its disk; null where the system does not say. */
  readonly freeBytes: () => Promise<number | null>;
};
export type StoredFile = {
  readonly place: FilePlace | null;
  readonly changedAt: number;
  readonly discard: () => Promise<void>;
};

/** Where the files of an installation lie. */
export function filesFolder(dataFolder: string): string {
  return join(dataFolder, 'berkas');
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DRAFT = '.part';

/** Files below `folder`, which is made with the first; a level for the office and one to keep folders short. */
export function openFileStore(folder: string): FileStore {
  const pathOf = ({ officeId, id }: FilePlace): string => {
    if (!Number.isSafeInteger(officeId) || !ID.test(id)) throw new Error('No place of a file');
    return join(folder, String(officeId), id.slice(0, 2), id);
  };
  return {
    write: async (place, source) => {
      const path = pathOf(place);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeThrough(`${path}${DRAFT}`, source);
        await rename(`${path}${DRAFT}`, path);
        await flushFolder(dirname(path));
      } catch (error) {
        await rm(`${path}${DRAFT}`, { force: true });
        throw error;
      }
    },
    read: async (place) => {
      const stream = createReadStream(pathOf(place));
      await new Promise<void>((ready, failed) => {
        stream.once('open', () => ready());
        stream.once('error', (cause) => failed(errorCode(cause) === 'ENOENT' ? missing(cause) : cause));
      });
      return stream;
    },
    remove: (place) => rm(pathOf(place), { force: true }),
    list: () => filesBelow(folder),
    freeBytes: () => freeBelow(folder),
  };
}

/** A disk that is full fails here, before anybody is told that his file is kept. */
async function writeThrough(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) {
      for (let at = 0; at < piece.length; ) {
        const { bytesWritten } = await file.write(piece, at);
        at += bytesWritten;
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it a crash of the machine may lose the name of a file whose bytes are there. */
async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* filesBelow(folder: string): AsyncGenerator<StoredFile> {
  for (const office of await namesIn(folder)) {
    for (const part of await namesIn(join(folder, office))) {
      for (const name of await namesIn(join(folder, office, part))) {
        const path = join(folder, office, part, name);
        const known = await stat(path).catch(() => null);
        if (known === null || !known.isFile()) continue;
        const isWhole = ID.test(name) && /^\d{1,5}$/.test(office) && name.startsWith(part);
        if (!isWhole && !name.endsWith(DRAFT)) continue;
        yield {
          place: isWhole ? { officeId: Number(office), id: name } : null,
          changedAt: known.mtimeMs,
          discard: () => rm(path, { force: true }),
        };
      }
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of await opendir(folder)) names.push(name);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error;
  }
  return names.sort();
}

async function freeBelow(folder: string): Promise<number | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statfs(at).catch(() => null);
    if (found !== null) return found.bavail * found.bsize;
    if (dirname(at) === at) return null;
  }
}

function missing(cause: unknown): Fault {
  return new Fault('file-missing', 'Berkas tidak ada di folder data.', { cause });
}
