import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** As many as one byte a pixel can name. */
const MOST_COLOURS = 256;

/**
 * The picture of a page (eight bits a channel, not interlaced, as Chromium takes it) with 256 colours at most, which a page of
 * text and flat grounds hardly misses: a third of the bytes. What is not such a picture throws.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png);
  const { palette, indexOf } = choosePalette(pixels);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + x + 1] = indexOf(pixels[y * width + x] ?? 0);
  }
  const colours = Buffer.alloc(palette.length * 3);
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint32Array };

/** Pixels as 0xRRGGBB; what is clear shows white. */
export function readPng(png: Buffer): Picture {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new RangeError('No PNG');
  const data: Buffer[] = [];
  let [width, height, kind] = [0, 0, 0];
  let palette = Buffer.alloc(0);
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height, kind] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] ?? 0];
      if (body[8] !== 8 || body[12] !== 0) throw new RangeError('Not of eight bits, or interlaced');
    }
    if (type === 'PLTE') palette = Buffer.from(body);
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const channels = CHANNELS.get(kind);
  if (channels === undefined) throw new RangeError(`Colours of kind ${kind}`);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * channels;
    if (kind === 3) pixels[at] = palette.readUIntBE((bytes[from] ?? 0) * 3, 3);
    else {
      const clear = channels === 4 ? 255 - (bytes[from + 3] ?? 255) : 0;
      pixels[at] = clear === 255 ? 0xffffff : bytes.readUIntBE(from, 3);
    }
  }
  return { width, height, pixels };
}
const CHANNELS = new Map([
  [2, 3],
  [3, 1],
  [6, 4],
]);

/** PNG, 9.2: each line says by what it was foretold. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x >= step ? (out[here - step] ?? 0) : 0;
      const up = y > 0 ? (out[here - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[here - stride - step] ?? 0) : 0;
      const foretold =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      out[here] = (raw[y * (stride + 1) + 1 + x] ?? 0) + foretold;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The colours that most pixels have; every other becomes the nearest of them. */
function choosePalette(pixels: Uint32Array) {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([a, n], [b, m]) => m - n || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
  const known = new Map(palette.map((colour, at) => [colour, at]));
  const indexOf = (colour: number): number => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    let [best, distance] = [0, Number.POSITIVE_INFINITY];
    for (const [at, other] of palette.entries()) {
      const apart = distanceOf(colour, other);
      if (apart < distance) [best, distance] = [at, apart];
    }
    known.set(colour, best);
    return best;
  };
  return { palette, indexOf };
}

function distanceOf(a: number, b: number): number {
  const apart = (shift: number): number => ((a >> shift) & 255) - ((b >> shift) & 255);
  return apart(16) ** 2 + apart(8) ** 2 + apart(0) ** 2;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(body.length);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
}
