import type { ByteReader } from './byte-reader.ts';
import { FileStop } from './file-refusal.ts';

/** Chunks that draw the picture or say its colours. Texts, times and EXIF are none of them. */
const KEPT: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'hIST',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG without what it tells besides the picture; whatever stands behind its end is dropped. */
export async function* cleanPng(reader: ByteReader): AsyncGenerator<Buffer> {
  yield await reader.take(8);
  for (let isFirst = true; ; isFirst = false) {
    const head = await reader.take(8);
    const length = head.readUInt32BE(0);
    const type = head.subarray(4).toString('latin1');
    if (length > 0x7fffffff || !/^[A-Za-z]{4}$/.test(type) || isFirst !== (type === 'IHDR')) {
      throw new FileStop('broken');
    }
    const isKept = KEPT.has(type);
    if (isKept) yield head;
    // Its content and the sum over it.
    for await (const piece of reader.through(length + 4)) if (isKept) yield piece;
    if (type === 'IEND') return;
  }
}
