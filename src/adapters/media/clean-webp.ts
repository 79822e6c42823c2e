import type { ByteReader } from './byte-reader.ts';
import { FileStop } from './file-refusal.ts';

const KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that announce EXIF and XMP. */
const TELLING = 0x08 | 0x04;

/**
 * A WebP whose EXIF, XMP and unknown chunks are blank: its head says how long it is, so that they keep their place. Whatever
 * stands behind its end is dropped.
 */
export async function* cleanWebp(reader: ByteReader): AsyncGenerator<Buffer> {
  const head = await reader.take(12);
  yield head;
  let left = head.readUInt32LE(4) - 4;
  while (left > 0) {
    const chunk = Buffer.from(await reader.take(8));
    const type = chunk.subarray(0, 4).toString('latin1');
    const length = chunk.readUInt32LE(4);
    const padded = length + (length % 2);
    if (padded + 8 > left) throw new FileStop('broken');
    left -= padded + 8;
    if (type === 'VP8X') {
      const body = Buffer.from(await reader.take(padded));
      body[0] = (body[0] ?? 0) & ~TELLING;
      yield Buffer.concat([chunk, body]);
      continue;
    }
    const isKept = KEPT.has(type);
    if (!isKept) chunk.write('JUNK', 0, 'latin1');
    yield chunk;
    for await (const piece of reader.through(padded)) yield isKept ? piece : Buffer.alloc(piece.length);
  }
  if (left < 0) throw new FileStop('broken');
}
