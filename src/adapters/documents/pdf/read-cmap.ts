/**
 * The code points that a TrueType/OpenType font has a glyph for, from its `cmap` table (formats 4 and 12 of the
 * Unicode encodings, the two that fonts of today carry). A file without such a table is a fault.
 */
export function readCmap(font: Buffer): ReadonlySet<number> {
  return new Set(readGlyphs(font).keys());
}

/** The glyph of each code point, from the same table. */
export function readGlyphs(font: Buffer): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  const cmap = findTable(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  let read = false;
  for (let record = 0; record < count; record++) {
    const at = cmap + 4 + record * 8;
    const platform = font.readUInt16BE(at);
    if (platform !== 0 && platform !== 3) continue;
    const subtable = cmap + font.readUInt32BE(at + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readFormat4(font, subtable, covered);
    if (format === 12) readFormat12(font, subtable, covered);
    read ||= format === 4 || format === 12;
  }
  if (!read) throw new Error('The font has no Unicode character map.');
  return covered;
}

/** Where a table of the font begins. */
export function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let table = 0; table < count; table++) {
    const at = 12 + table * 16;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table "${tag}".`);
}

function readFormat4(font: Buffer, at: number, covered: Map<number, number>): void {
  const doubled = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(ends + segment);
    const start = font.readUInt16BE(starts + segment);
    const delta = font.readUInt16BE(deltas + segment);
    const offset = font.readUInt16BE(offsets + segment);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = offsets + segment + offset + (code - start) * 2;
      const raw = offset === 0 ? code : font.readUInt16BE(listed);
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) covered.set(code, glyph);
    }
  }
}

function readFormat12(font: Buffer, at: number, covered: Map<number, number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group++) {
    const record = at + 16 + group * 12;
    const end = font.readUInt32BE(record + 4);
    const start = font.readUInt32BE(record);
    const glyph = font.readUInt32BE(record + 8);
    for (let code = start; code <= end; code++) {
      if (glyph + code - start !== 0) covered.set(code, glyph + code - start);
    }
  }
}
