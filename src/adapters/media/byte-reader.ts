import { FileStop } from './file-refusal.ts';

/** A stream read by the byte, of which no more is held than was asked for. */
export type ByteReader = {
  /** Up to so many, without taking them; fewer at the end. */
  readonly peek: (bytes: number) => Promise<Buffer>;
  /** Exactly so many. Throws FileStop 'broken' where the file ends before. */
  readonly take: (bytes: number) => Promise<Buffer>;
  /** Whatever has come, at most so many; empty at the end. */
  readonly some: (most: number) => Promise<Buffer>;
  /** Exactly so many, as they come. */
  readonly through: (bytes: number) => AsyncGenerator<Buffer>;
  readonly rest: () => AsyncGenerator<Buffer>;
};

export function openByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let isOver = false;

  async function fill(bytes: number): Promise<void> {
    if (held.length >= bytes || isOver) return;
    const gathered: Buffer[] = [held];
    let length = held.length;
    while (length < bytes) {
      const next = await pieces.next();
      if (next.done === true) {
        isOver = true;
        break;
      }
      gathered.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length));
      length += next.value.length;
    }
    held = Buffer.concat(gathered, length);
  }
  function cut(bytes: number): Buffer {
    const taken = held.subarray(0, bytes);
    held = held.subarray(taken.length);
    return taken;
  }
  async function some(most: number): Promise<Buffer> {
    await fill(1);
    return cut(most);
  }
  return {
    peek: async (bytes) => {
      await fill(bytes);
      return held.subarray(0, bytes);
    },
    take: async (bytes) => {
      await fill(bytes);
      if (held.length < bytes) throw new FileStop('broken');
      return cut(bytes);
    },
    some,
    async *through(bytes) {
      for (let left = bytes; left > 0; ) {
        const piece = await some(left);
        if (piece.length === 0) throw new FileStop('broken');
        left -= piece.length;
        yield piece;
      }
    },
    async *rest() {
      for (let piece = await some(65_536); piece.length > 0; piece = await some(65_536)) yield piece;
    },
  };
}
