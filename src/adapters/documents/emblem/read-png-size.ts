import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pixels of a PNG whose pieces are all whole; null for anything else. */
export function readPngSize(file: Uint8Array): { readonly width: number; readonly height: number } | null {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length && names.at(-1) !== 'IEND') {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const piece = bytes.subarray(at + 4, end - 4);
    if (crc32(piece) !== bytes.readUInt32BE(end - 4)) return null;
    names.push(piece.toString('latin1', 0, 4));
    at = end;
  }
  if (names[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT') || at !== bytes.length)
    return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}
