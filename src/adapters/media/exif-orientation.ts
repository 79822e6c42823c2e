const EXIF_HEAD = 'Exif\0\0';
const ORIENTATION = 0x0112;
const MOST_FIELDS = 200;

/** Which side of a photo is up (2–8), as its EXIF says; null where it says nothing else than as it lies. */
export function exifOrientation(body: Buffer): number | null {
  if (body.subarray(0, EXIF_HEAD.length).toString('latin1') !== EXIF_HEAD) return null;
  const tiff = body.subarray(EXIF_HEAD.length);
  if (tiff.length < 8) return null;
  const order = tiff.subarray(0, 2).toString('latin1');
  if (order !== 'II' && order !== 'MM') return null;
  const two = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const count = Math.min(two(start), MOST_FIELDS);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.length) return null;
    if (two(at) !== ORIENTATION) continue;
    const value = two(at + 8);
    return value >= 2 && value <= 8 ? value : null;
  }
  return null;
}

/** An EXIF segment that says which side is up and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  // A short, one of them.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from(EXIF_HEAD, 'latin1'), tiff]);
  const head = Buffer.of(0xff, 0xe1, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
