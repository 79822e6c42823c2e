import { readFileSync } from 'node:fs';
import { fontFiles } from './font-files.ts';
import { readCmap } from './read-cmap.ts';

/** A character that no font of ours can draw, and how often it was replaced. */
export type ReplacedCharacter = {
  readonly character: string;
  readonly codePoint: string;
  readonly count: number;
};

/** Stands, visibly, where a character could not be drawn. */
const REPLACEMENT = '□';

/**
 * A value with all its texts made drawable: every character that the fonts lack becomes □, since one missing glyph
 * makes PDF/A refuse the whole document. Says what was replaced, in the order of code points.
 */
export function filterGlyphs<Value>(value: Value): {
  readonly value: Value;
  readonly replaced: readonly ReplacedCharacter[];
} {
  const counts = new Map<number, number>();
  const filtered = mapTexts(value, (text) => filterText(text, counts));
  const replaced = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => ({
      character: String.fromCodePoint(code),
      codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
      count,
    }));
  return { value: filtered, replaced };
}

const ASCII = /^[\n\x20-\x7E]*$/;

function filterText(text: string, counts: Map<number, number>): string {
  if (ASCII.test(text)) return text;
  const covered = coverage().all;
  let filtered = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (covered.has(code) || INVISIBLE.test(character)) filtered += character;
    else {
      counts.set(code, (counts.get(code) ?? 0) + 1);
      filtered += REPLACEMENT;
    }
  }
  return filtered;
}

/** Joiners and variation selectors take part in an emoji and are never drawn alone; a line end is no glyph. */
const INVISIBLE = /\n|\u200B|\u200C|\u200D|\p{Variation_Selector}|\u00AD/u;

type Coverage = { readonly text: ReadonlySet<number>; readonly all: ReadonlySet<number> };
let known: Coverage | null = null;

/** What all cuts of the text font have, and that with the fallback. Read once, for the life of the process. */
function coverage(): Coverage {
  if (known !== null) return known;
  const files = fontFiles();
  const cuts = files.text.map((file) => readCmap(readFileSync(file)));
  const text = new Set([...(cuts[0] ?? [])].filter((code) => cuts.every((cut) => cut.has(code))));
  known = { text, all: new Set([...text, ...readCmap(readFileSync(files.emoji))]) };
  return known;
}

/** Inside a picture only the text font draws: there an emoji becomes □ too (the table beside it has the sign). */
export function onlyTextGlyphs(text: string): string {
  if (ASCII.test(text)) return text;
  const signs = [...text].filter((character) => !INVISIBLE.test(character));
  return signs.map((sign) => (coverage().text.has(sign.codePointAt(0) ?? 0) ? sign : REPLACEMENT)).join('');
}

/** A deep copy of plain data with `change` applied to each text in it. */
function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
