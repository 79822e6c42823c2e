import { type ByteReader, openByteReader } from './byte-reader.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanMp4 } from './clean-mp4.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { FileStop } from './file-refusal.ts';
import { officeKind, TAIL_BYTES } from './office-parts.ts';
import { HEAD_BYTES, MEDIA_TYPES, type MediaKind, type MediaType, sniffMedia } from './sniff-media.ts';

export type InspectedFile = {
  /** What is kept of it, as it comes in; ends with FileStop where the file is not taken. */
  readonly content: AsyncIterable<Buffer>;
  /** Known once all of `content` was read: of an archive only its end tells. */
  readonly mediaType: () => MediaType;
};

/**
 * A file as it streams in: what it is, by its bytes, and its content without what a photo or film tells of where and when it
 * was taken. Of more than `maxBytes` nothing is kept. Throws FileStop.
 */
export async function inspectFile(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<InspectedFile> {
  const reader = openByteReader(limited(source, maxBytes));
  const head = await reader.peek(HEAD_BYTES);
  if (head.length === 0) throw new FileStop('empty');
  const kind = sniffMedia(head);
  if (kind === null) throw new FileStop('type-not-taken');
  if (kind === 'heic') throw new FileStop('heic');
  if (kind === 'zip') return inspectArchive(reader);
  return { content: CLEANED[kind](reader), mediaType: () => MEDIA_TYPES[kind] };
}

const CLEANED: Readonly<
  Record<Exclude<MediaKind, 'docx' | 'xlsx'>, (reader: ByteReader) => AsyncGenerator<Buffer>>
> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  m4a: cleanMp4,
  mp4: cleanMp4,
  pdf: wholePdf,
  mp3: asItIs,
  ogg: asItIs,
};

function inspectArchive(reader: ByteReader): InspectedFile {
  let found: MediaType | null = null;
  async function* content(): AsyncGenerator<Buffer> {
    const end = openTail(TAIL_BYTES);
    for await (const piece of reader.rest()) {
      end.add(piece);
      yield piece;
    }
    found = MEDIA_TYPES[officeKind(end.tail(), end.total())];
  }
  return {
    content: content(),
    mediaType: () => {
      if (found === null) throw new Error('The archive was not read to its end');
      return found;
    },
  };
}

/** A PDF that was cut off lacks its end mark. */
async function* wholePdf(reader: ByteReader): AsyncGenerator<Buffer> {
  const end = openTail(2048);
  for await (const piece of reader.rest()) {
    end.add(piece);
    yield piece;
  }
  if (!end.tail().includes('%%EOF')) throw new FileStop('broken');
}

function asItIs(reader: ByteReader): AsyncGenerator<Buffer> {
  return reader.rest();
}

/** The last bytes of what goes by. */
function openTail(bytes: number) {
  let held: Buffer = Buffer.alloc(0);
  let total = 0;
  return {
    add: (piece: Buffer): void => {
      total += piece.length;
      held = piece.length >= bytes ? piece.subarray(-bytes) : Buffer.concat([held, piece]);
      if (held.length > 2 * bytes) held = Buffer.from(held.subarray(-bytes));
    },
    tail: (): Buffer => held.subarray(-bytes),
    total: (): number => total,
  };
}

async function* limited(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of source) {
    seen += piece.length;
    if (seen > maxBytes) throw new FileStop('too-large');
    yield piece;
  }
}
