import { deflateSync, strToU8, zipSync } from 'fflate';

/** Small files of each kind, built byte by byte: nothing of them was taken by anybody. */

export function aJpeg({
  exif = null,
  comment = null,
  behind = '',
}: {
  readonly exif?: Buffer | null;
  readonly comment?: string | null;
  readonly behind?: string;
} = {}): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const head = Buffer.of(0xff, marker, 0, 0);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif === null ? [] : [segment(0xe1, exif)]),
    ...(comment === null ? [] : [segment(0xfe, Buffer.from(comment))]),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    // What is drawn: an escaped 0xff and a restart among it.
    Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    Buffer.of(0xff, 0xd9),
    Buffer.from(behind),
  ]);
}

/** EXIF as a phone writes it: which side is up, and words that stand for where it was taken. */
export function anExif(orientation: number, where = 'GPS -8.4543 115.0712'): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(where.length, 14);
  tiff.writeUInt32LE(tiff.length, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(where, 'latin1')]);
}

export function aPng({
  told = null,
  behind = '',
}: {
  readonly told?: string | null;
  readonly behind?: string;
} = {}) {
  const chunk = (type: string, body: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length);
    head.write(type, 4, 'latin1');
    // Nobody here checks the sum.
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    ...(told === null
      ? []
      : [chunk('tEXt', Buffer.from(`Comment\0${told}`)), chunk('eXIf', Buffer.from(told))]),
    chunk('IDAT', deflateSync(Uint8Array.of(0, 255))),
    chunk('IEND', new Uint8Array()),
    Buffer.from(behind),
  ]);
}

export function aWebp({ told, behind = '' }: { readonly told: string; readonly behind?: string }): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const chunks = Buffer.concat([
    chunk('VP8X', Buffer.of(0x08 | 0x04, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    chunk('VP8 ', Buffer.from('gambar')),
    chunk('EXIF', Buffer.from(told)),
    chunk('XMP ', Buffer.from(told)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(chunks.length + 4, 4);
  return Buffer.concat([head, chunks, Buffer.from(behind)]);
}

export function anMp4(told: string, brand = 'isom'): Buffer {
  const box = (type: string, ...inner: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(inner);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\x02\0${brand}`, 'latin1')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(20, 1)),
      box('trak', box('tkhd', Buffer.alloc(12, 2)), box('udta', Buffer.from(told))),
      box('udta', box('\xa9xyz', Buffer.from(told))),
    ),
    box('uuid', Buffer.from(told)),
    box('mdat', Buffer.from('gambar bergerak')),
  ]);
}

export function aPdf(text = 'Surat keterangan'): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj\n(${text})\nendobj\ntrailer\n<<>>\n%%EOF\n`);
}

export function anOgg(): Buffer {
  return Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(40, 7)]);
}

/** A Word or Excel document with these parts beside the two that make it one. */
export function anOfficeFile(
  kind: 'docx' | 'xlsx' = 'docx',
  more: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  const part = kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml';
  return Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8(`<${kind}/>`), ...more }),
  );
}
