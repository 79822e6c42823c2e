import type { ByteReader } from './byte-reader.ts';
import { FileStop } from './file-refusal.ts';

/** Boxes in which others lie. */
const OPENED: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'edts']);
/** What tells where and by whom it was taken. */
const TELLING: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);
const DEEPEST = 6;

/**
 * An MP4 or M4A whose place, author and tags are blank: tables inside say at which byte a picture or sound begins, so that
 * nothing may move.
 */
export async function* cleanMp4(reader: ByteReader): AsyncGenerator<Buffer> {
  yield* boxes(reader, null, 0);
}

/** `bytes` null: up to the end of the file. */
async function* boxes(reader: ByteReader, bytes: number | null, depth: number): AsyncGenerator<Buffer> {
  if (depth > DEEPEST) throw new FileStop('broken');
  let left = bytes;
  while (left === null ? (await reader.peek(1)).length > 0 : left > 0) {
    const head = Buffer.from(await headOf(reader));
    const type = head.subarray(4, 8).toString('latin1');
    const size = sizeOf(head);
    // Zero, up to the end: only the last box of a file may say so.
    if (size === 0) {
      if (left !== null || TELLING.has(type)) throw new FileStop('broken');
      yield head;
      yield* reader.rest();
      return;
    }
    if (size < head.length || (left !== null && size > left)) throw new FileStop('broken');
    if (left !== null) left -= size;
    const content = size - head.length;
    if (TELLING.has(type)) {
      head.write('free', 4, 'latin1');
      yield head;
      for await (const piece of reader.through(content)) yield Buffer.alloc(piece.length);
    } else {
      yield head;
      if (OPENED.has(type)) yield* boxes(reader, content, depth + 1);
      else yield* reader.through(content);
    }
  }
}

async function headOf(reader: ByteReader): Promise<Buffer> {
  const head = await reader.take(8);
  return head.readUInt32BE(0) === 1 ? Buffer.concat([head, await reader.take(8)]) : head;
}

function sizeOf(head: Buffer): number {
  return head.length === 16 ? Number(head.readBigUInt64BE(8)) : head.readUInt32BE(0);
}
