import type { ByteReader } from './byte-reader.ts';
import { exifOrientation, orientationSegment } from './exif-orientation.ts';
import { FileStop } from './file-refusal.ts';

/**
 * A JPEG without what it tells of where, when and with what it was taken: of its segments stay those that draw it, its colour
 * profile, and which side is up. Whatever stands behind its end, a second picture or another file, is dropped.
 */
export async function* cleanJpeg(reader: ByteReader): AsyncGenerator<Buffer> {
  yield await reader.take(2);
  for (;;) {
    const marker = await nextMarker(reader);
    if (marker === END) {
      yield Buffer.of(0xff, END);
      return;
    }
    if (isAlone(marker)) {
      yield Buffer.of(0xff, marker);
      continue;
    }
    const length = (await reader.peek(2)).length < 2 ? 0 : (await reader.peek(2)).readUInt16BE();
    if (length < 2) throw new FileStop('broken');
    const segment = await reader.take(length);
    const body = segment.subarray(2);
    if (isKept(marker, body)) yield Buffer.concat([Buffer.of(0xff, marker), segment]);
    else if (marker === EXIF) {
      const orientation = exifOrientation(body);
      if (orientation !== null) yield orientationSegment(orientation);
    }
    if (marker === SCAN) yield* scan(reader);
  }
}

const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;

/** The marker before which whatever fills the gap was skipped. */
async function nextMarker(reader: ByteReader): Promise<number> {
  if ((await reader.take(1))[0] !== 0xff) throw new FileStop('broken');
  let marker = 0xff;
  while (marker === 0xff) marker = (await reader.take(1))[0] ?? 0;
  if (marker === 0) throw new FileStop('broken');
  return marker;
}

function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Tables, frames and scans draw it; JFIF, a colour profile and Adobe's transform say how. Comments and all others tell more. */
function isKept(marker: number, body: Buffer): boolean {
  const begins = (word: string) => body.subarray(0, word.length).toString('latin1') === word;
  if (marker === 0xe0) return begins('JFIF\0');
  if (marker === 0xe2) return begins('ICC_PROFILE\0');
  if (marker === 0xee) return begins('Adobe');
  return marker < 0xe0 || marker > 0xfe ? marker !== 0xff : false;
}

/** What is drawn, up to the marker that ends it: 0xff stands there only before 0 or a restart. */
async function* scan(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const piece = await reader.peek(65_536);
    if (piece.length < 2) throw new FileStop('broken');
    const end = endOfScan(piece);
    // The last byte may be the first of a marker.
    const most = end ?? piece.length - (piece.at(-1) === 0xff ? 1 : 0);
    if (most > 0) yield await reader.take(most);
    if (end !== null) return;
    if (most === 0 && piece.length < 65_536) throw new FileStop('broken');
  }
}

function endOfScan(piece: Buffer): number | null {
  for (let at = piece.indexOf(0xff); at >= 0 && at + 1 < piece.length; at = piece.indexOf(0xff, at + 1)) {
    const next = piece[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}
