import { cleanSvg } from './clean-svg.ts';
import type { EmblemRefusal } from './emblem-refusal.ts';
import { readPngSize } from './read-png-size.ts';

export type ReadEmblem = { readonly ok: true; readonly svg: string } | EmblemRefusal;

/**
 * An emblem's file, SVG or PNG, as the one shape that every paper draws: SVG text that runs nothing and fetches nothing.
 * A PNG is held in it as it is, so that `emblemFile` gives the same file back. Refuses what a paper could not draw safely.
 */
export function readEmblem(file: Uint8Array): ReadEmblem {
  const [first, second] = file;
  if (first !== 0x89 || second !== 0x50) return readSvg(file);
  const size = readPngSize(file);
  if (size === null) return { ok: false, refusal: 'broken', detail: 'PNG' };
  if (Math.max(size.width, size.height) > MOST_PIXELS) {
    return { ok: false, refusal: 'too-many-pixels', detail: `${size.width} × ${size.height}` };
  }
  return { ok: true, svg: wrapped(size, Buffer.from(file).toString('base64')) };
}

const MOST_PIXELS = 2000;

function readSvg(file: Uint8Array): ReadEmblem {
  try {
    return cleanSvg(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return { ok: false, refusal: 'broken', detail: 'UTF-8' };
  }
}

function wrapped(
  { width, height }: { readonly width: number; readonly height: number },
  png: string,
): string {
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${size}><image ${size} href="${PNG}${png}"/></svg>`;
}

const PNG = 'data:image/png;base64,';

/** The file that an emblem came from: the PNG that it holds, else the SVG itself. */
export function emblemFile(svg: string): Uint8Array {
  const [, png] =
    /^<svg [^>]*><image [^>]*href="data:image\/png;base64,([A-Za-z0-9+/=]+)"\/><\/svg>$/.exec(svg) ?? [];
  return Buffer.from(png ?? svg, png === undefined ? 'utf8' : 'base64');
}
