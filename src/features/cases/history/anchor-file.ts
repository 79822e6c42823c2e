import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../platform/errors.ts';
import { makeFolder } from '../../../platform/make-folder.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';

/** One anchor as its line in the file: the heads of all chains changed since the anchor before it, linked to it. */
export type AnchorLine = {
  readonly no: number;
  readonly at: string;
  readonly key: string;
  /** Hex of the former anchor's link; 64 zeros for the first. */
  readonly former: string;
  /** [office, case, seq, link in hex] */
  readonly heads: readonly (readonly [officeId: number, caseId: string, seq: number, mac: string])[];
  readonly mac: string;
};

/** What an anchor's link is computed over, besides the former link. */
export function anchorBody(anchor: Omit<AnchorLine, 'mac'>): string {
  return JSON.stringify([anchor.no, anchor.at, anchor.key, anchor.heads]);
}

/**
 * Appends an anchor to its month's file and resolves once the disk has it; requests are answered meanwhile. A clock that
 * goes back opens no earlier file, and a line that a power cut tore off is ended first, so that it spoils none but itself.
 */
export async function appendAnchor(folder: string, anchor: AnchorLine): Promise<void> {
  makeFolder(folder, 'TANGGAP_ANCHORS', 0o700);
  const month = `${anchor.at.slice(0, 7)}.jsonl`;
  const newest = (await anchorFiles(folder)).at(-1) ?? month;
  const file = await open(join(folder, month > newest ? month : newest), 'a+', 0o600);
  try {
    // A command that root runs must not shut out the user who runs the server.
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(folder);
      await file.chown(uid, gid);
    }
    await file.appendFile(`${(await isTorn(file)) ? '\n' : ''}${JSON.stringify(anchor)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Name of the file whose last line a power cut tore off, until the next anchor ends that line; else null. */
export async function tornAnchorFile(folder: string): Promise<string | null> {
  for (const name of await anchorFiles(folder)) {
    const file = await open(join(folder, name));
    try {
      if (await isTorn(file)) return name;
    } finally {
      await file.close();
    }
  }
  return null;
}

async function isTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 1 && buffer[0] !== 10;
}

/** Every whole line in the order of the numbers. A line that a power cut tore off is skipped: it was never an anchor. */
export async function* readAnchors(folder: string): AsyncGenerator<AnchorLine> {
  for (const name of await filesByNumber(folder)) yield* anchorsOf(folder, name);
}

async function* anchorsOf(folder: string, name: string): AsyncGenerator<AnchorLine> {
  for await (const line of linesOf(join(folder, name))) {
    const anchor = readLine(line);
    if (anchor !== null) yield anchor;
  }
}

/**
 * Reads no further than it is asked: `node:readline` would hold a thousand lines, a hundred kilobytes each, for whoever
 * is slower than the disk.
 */
async function* linesOf(path: string): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of createReadStream(path, 'utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    begun.push(first);
    for (const next of others) {
      yield begun.join('');
      begun = [next];
    }
  }
  yield begun.join('');
}

/** The anchor with the highest number on disk, or null. A clock that was wrong may have put it into any file. */
export async function lastAnchor(folder: string): Promise<AnchorLine | null> {
  let last: AnchorLine | null = null;
  for (const name of await anchorFiles(folder)) {
    for await (const line of linesFromTheEnd(join(folder, name))) {
      const anchor = readLine(line);
      if (anchor === null) continue;
      if (last === null || anchor.no > last.no) last = anchor;
      break;
    }
  }
  return last;
}

/** Files by the number of their first anchor: a clock that was wrong once must not confuse the order. */
async function filesByNumber(folder: string): Promise<readonly string[]> {
  const firsts: { readonly name: string; readonly no: number }[] = [];
  for (const name of await anchorFiles(folder)) {
    for await (const anchor of anchorsOf(folder, name)) {
      firsts.push({ name, no: anchor.no });
      break;
    }
  }
  return firsts.sort((a, b) => a.no - b.no).map(({ name }) => name);
}

/** A month's file may be large, and only its last whole line is asked for, each half minute. */
async function* linesFromTheEnd(path: string): AsyncGenerator<string> {
  const file = await open(path);
  try {
    let at = (await file.stat()).size;
    let rest: Buffer[] = [];
    while (at > 0) {
      const block = Buffer.alloc(Math.min(at, 64 * 1024));
      at -= block.length;
      await file.read(block, 0, block.length, at);
      let end = block.length;
      for (
        let newline = block.lastIndexOf(10);
        newline >= 0;
        newline = block.subarray(0, newline).lastIndexOf(10)
      ) {
        yield Buffer.concat([block.subarray(newline + 1, end), ...rest]).toString('utf8');
        rest = [];
        end = newline;
      }
      rest = [block.subarray(0, end), ...rest];
    }
    yield Buffer.concat(rest).toString('utf8');
  } finally {
    await file.close();
  }
}

async function anchorFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    // No folder yet: no anchor was ever written here. Any other failure is none of that.
    if (errorCode(cause) === 'ENOENT') return [];
    throw cause;
  });
  return names.filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name)).sort();
}

function readLine(line: string): AnchorLine | null {
  try {
    return trustedJson<AnchorLine>(line);
  } catch {
    return null;
  }
}
