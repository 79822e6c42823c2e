import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';

/** One part of the archive: where its packed bytes lie and how large it says it is. */
export type ZipEntry = {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: Uint8Array;
  readonly declaredBytes: number;
};

/**
 * The archive's own directory, checked before anything is inflated: number of parts, declared sizes and ratios, names that
 * climb out of a folder, passwords, parts that share bytes. Nested archives are never opened: only named XML parts are read.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: SpreadsheetLimits,
): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    throw new SpreadsheetStop('bomb', 'zip64');
  if (count > limits.zipEntries) throw new SpreadsheetStop('bomb', `${count} bagian`);
  if (start + size > end) throw new SpreadsheetStop('broken-archive');
  const entries = new Map<string, ZipEntry>();
  const ranges: [number, number][] = [];
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new SpreadsheetStop('broken-archive');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packedBytes = view.getUint32(at + 20, true);
    const declaredBytes = view.getUint32(at + 24, true);
    const nameBytes = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (at + 46 + nameBytes > end) throw new SpreadsheetStop('broken-archive');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    checkName(name);
    if ((flags & 1) !== 0) throw new SpreadsheetStop('encrypted', name);
    if (name.endsWith('/')) continue;
    if (method !== 0 && method !== 8) throw new SpreadsheetStop('broken-archive', name);
    declared += declaredBytes;
    if (declaredBytes > limits.ratioFrom && declaredBytes > packedBytes * limits.ratio) {
      throw new SpreadsheetStop('bomb', name);
    }
    if (declared > limits.inflatedBytes) throw new SpreadsheetStop('file-too-large', name);
    if (local + 30 > start || view.getUint32(local, true) !== 0x04034b50) {
      throw new SpreadsheetStop('broken-archive', name);
    }
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packedBytes > start) throw new SpreadsheetStop('broken-archive', name);
    if (entries.has(name)) throw new SpreadsheetStop('broken-archive', name);
    ranges.push([local, from + packedBytes]);
    entries.set(name, {
      name,
      stored: method === 0,
      packed: bytes.subarray(from, from + packedBytes),
      declaredBytes,
    });
  }
  checkApart(ranges);
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new SpreadsheetStop('broken-archive');
}

function checkName(name: string): void {
  const climbs = name.split(/[/\\]/).includes('..');
  if (
    climbs ||
    name.includes('\0') ||
    name.includes('\\') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name)
  ) {
    throw new SpreadsheetStop('unsafe-path', name.slice(0, 100));
  }
}

/** Parts that overlap are the trick of a small archive which inflates without end. */
function checkApart(ranges: [number, number][]): void {
  ranges.sort((a, b) => a[0] - b[0]);
  let last = 0;
  for (const [from, to] of ranges) {
    if (from < last) throw new SpreadsheetStop('bomb', 'bagian bertumpang tindih');
    last = to;
  }
}
