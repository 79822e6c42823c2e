import { constants, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuseSpreadsheet, type SpreadsheetRefusal } from './spreadsheet-refusal.ts';

/** A file on disk, or bytes that were uploaded with the name they came with. */
export type SpreadsheetSource =
  | { readonly path: string }
  | { readonly bytes: Uint8Array; readonly name: string };

export type LoadedSpreadsheet = {
  readonly ok: true;
  /** A copy of its own, so that it can be handed to a worker. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** File name without its ending; the name of the only sheet of a CSV. */
  readonly sheetName: string;
};

/** Brings the bytes into memory, at most `mostBytes` of them; refuses what is missing or larger. */
export async function loadSpreadsheet(
  source: SpreadsheetSource,
  mostBytes: number,
): Promise<LoadedSpreadsheet | SpreadsheetRefusal> {
  const name = 'path' in source ? basename(source.path) : source.name;
  if ('bytes' in source && source.bytes.length > mostBytes) return refuseSpreadsheet('file-too-large', name);
  const bytes = 'path' in source ? await readLimited(source.path, mostBytes) : new Uint8Array(source.bytes);
  if (bytes === null) return refuseSpreadsheet('file-missing', name);
  if (bytes.length > mostBytes) return refuseSpreadsheet('file-too-large', name);
  return { ok: true, bytes, sheetName: name.replace(/\.[^.]*$/, '') };
}

/** At most one byte more than allowed, so that a huge or endless file is never taken in whole. */
async function readLimited(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  // A pipe that nobody writes to would hold up the opening itself.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (file === null) return null;
  try {
    const found = await file.stat();
    if (!found.isFile()) return null;
    const { size } = found;
    const room = new Uint8Array(Math.min(size, most) + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(room, filled, room.length - filled, filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === room.length) return room.slice(0, filled);
    }
  } catch {
    // A disk that fails: for the person who chose it, it cannot be opened.
    return null;
  } finally {
    await file.close();
  }
}
