import { readFileSync } from 'node:fs';
import { fontFiles } from './font-files.ts';
import { findTable, readGlyphs } from './read-cmap.ts';

export type TextMeasure = (text: string, size: number, bold: boolean) => number;

let known: TextMeasure | null = null;

/**
 * Measures text as Arimo, and so Arial, sets it: from the advance widths in the font files. Width in the unit of
 * `size`. A character that the font lacks counts as one em.
 */
export function textMeasure(): TextMeasure {
  if (known !== null) return known;
  const upright = fontFiles().text.filter((file) => !file.includes('Italic'));
  const [regular, bold] = upright.map((file) => readAdvances(readFileSync(file)));
  known = (text, size, isBold) => {
    const advances = isBold ? bold : regular;
    let ems = 0;
    for (const character of text) ems += advances?.get(character.codePointAt(0) ?? 0) ?? 1;
    return ems * size;
  };
  return known;
}

/** Advance width in ems by code point. */
function readAdvances(font: Buffer): ReadonlyMap<number, number> {
  const unitsPerEm = font.readUInt16BE(findTable(font, 'head') + 18);
  const count = font.readUInt16BE(findTable(font, 'hhea') + 34);
  const widths = findTable(font, 'hmtx');
  return new Map(
    [...readGlyphs(font)].map(([code, glyph]) => [
      code,
      font.readUInt16BE(widths + Math.min(glyph, count - 1) * 4) / unitsPerEm,
    ]),
  );
}
