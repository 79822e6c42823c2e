import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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

/** Appends an anchor to its month's file and returns once the disk has it. */
export function appendAnchor(folder: string, anchor: AnchorLine): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, `${anchor.at.slice(0, 7)}.jsonl`), 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(anchor)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Every whole line of every file in order. A line that a power cut tore off at a file's end is skipped. */
export async function* readAnchors(folder: string): AsyncGenerator<AnchorLine> {
  for (const name of anchorFiles(folder)) {
    for await (const line of createInterface({
      input: createReadStream(join(folder, name)),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const anchor = readLine(line);
      if (anchor !== null) yield anchor;
    }
  }
}

/** The last whole anchor on disk, or null. */
export function lastAnchor(folder: string): AnchorLine | null {
  for (const name of anchorFiles(folder).reverse()) {
    for (const line of linesFromTheEnd(join(folder, name))) {
      const anchor = readLine(line);
      if (anchor !== null) return anchor;
    }
  }
  return null;
}

/** A month's file may be large, and only its last whole line is asked for, each half minute. */
function* linesFromTheEnd(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    let at = fstatSync(handle).size;
    let rest: Buffer[] = [];
    while (at > 0) {
      const block = Buffer.alloc(Math.min(at, 64 * 1024));
      at -= block.length;
      readSync(handle, block, 0, block.length, at);
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
    closeSync(handle);
  }
}

function anchorFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-\d{2}\.jsonl$/.test(name))
      .sort();
  } catch {
    // No folder yet: no anchor was ever written here.
    return [];
  }
}

function readLine(line: string): AnchorLine | null {
  try {
    const anchor: AnchorLine = JSON.parse(line);
    return anchor;
  } catch {
    return null;
  }
}
