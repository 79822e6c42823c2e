import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { escapeMarkup } from '../charts/svg-parts.ts';
import type { EmblemRefusal } from './emblem-refusal.ts';

export type CleanSvg = { readonly ok: true; readonly svg: string } | EmblemRefusal;

/** What emblems are drawn of. Letters are not among them: a glyph that no font has would refuse a whole report. */
const DRAWN = new Set(
  'svg g path rect circle ellipse line polyline polygon defs use symbol linearGradient radialGradient stop clipPath title desc style'.split(
    ' ',
  ),
);
const LETTERS = new Set(['text', 'tspan', 'textPath', 'tref']);
const GRADIENTS = new Set(['linearGradient', 'radialGradient']);
/** Notes of drawing programs, left out without a word. */
const NOTES = new Set(['metadata', 'namedview']);
const MOST_DEPTH = 64;

/**
 * The SVG of an emblem, written anew from what may stand in it: shapes, gradients, clips and their looks. Whatever runs,
 * fetches or could unfold without end refuses it; notes of drawing programs are dropped. Cleaning twice changes nothing.
 */
export function cleanSvg(text: string): CleanSvg {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const parts: string[] = [];
  const open: { readonly name: string; readonly id: string | null; readonly dropped: boolean }[] = [];
  const references: Reference[] = [];
  const gradients = new Set<string>();
  let refused: EmblemRefusal | null = null;
  const refuse = (refusal: EmblemRefusal['refusal'], detail: string): void => {
    refused ??= { ok: false, refusal, detail: detail.slice(0, 60) };
  };
  parser.on('error', () => refuse('broken', 'XML'));
  parser.on('opentag', (tag) => {
    const name = tag.name;
    const dropped = open.at(-1)?.dropped === true || name.includes(':') || NOTES.has(name);
    open.push({ name, id: tag.attributes.id ?? null, dropped });
    if (dropped) return;
    if (open.length === 1 && name !== 'svg') refuse('not-an-svg', name);
    if (LETTERS.has(name)) refuse('letters', name);
    else if (!DRAWN.has(name) || open.length > MOST_DEPTH) refuse('unsafe-element', name);
    if (GRADIENTS.has(name) && tag.attributes.id !== undefined) gradients.add(tag.attributes.id);
    const within = open.flatMap(({ id }) => (id === null ? [] : [id]));
    for (const value of Object.values(tag.attributes)) {
      for (const [, to = ''] of value.matchAll(LOCAL)) references.push({ to, within });
    }
    const target = hrefOf(tag);
    if (target?.startsWith('#')) references.push({ to: target.slice(1), within });
    const written = open.length === 1 ? rootTag(tag, refuse) : `<${name}${attributesOf(tag, refuse)}>`;
    parts.push(written);
  });
  parser.on('text', (words) => {
    const inside = open.at(-1);
    if (inside === undefined || inside.dropped || !WORDED.has(inside.name)) return;
    if (inside.name === 'style') checkLooks(words, references, refuse);
    parts.push(escapeMarkup(words));
  });
  parser.on('cdata', (words) => {
    const inside = open.at(-1);
    if (inside?.name !== 'style' || inside.dropped) return;
    checkLooks(words, references, refuse);
    parts.push(escapeMarkup(words));
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined && !closed.dropped) parts.push(`</${closed.name}>`);
  });
  try {
    parser.write(text).close();
  } catch {
    refuse('broken', 'XML');
  }
  const nested = findNested(references, gradients);
  if (nested !== null) refuse('nested-reference', nested);
  if (parts.length === 0) refuse('broken', 'XML');
  return refused ?? { ok: true, svg: parts.join('') };
}

const WORDED = new Set(['title', 'desc', 'style']);
const LOCAL = /url\(\s*['"]?#([^'")\s]+)/g;

type Refuse = (refusal: EmblemRefusal['refusal'], detail: string) => void;
/** One part of the drawing that uses another; `within` are the ids around it, its own among them. */
type Reference = { readonly to: string; readonly within: readonly string[] | 'anywhere' };

function hrefOf({ attributes }: SaxesTagPlain): string | undefined {
  return attributes.href ?? attributes['xlink:href'];
}

/** The attributes that stay, checked. Those of other vocabularies are left out. */
function attributesOf(tag: SaxesTagPlain, refuse: Refuse): string {
  const kept: string[] = [];
  for (const [written, value] of Object.entries(tag.attributes)) {
    const name = written === 'xlink:href' ? 'href' : written;
    if (name.includes(':') || name === 'xmlns') continue;
    if (/^on/i.test(name)) refuse('unsafe-attribute', name);
    if (name === 'href' && !value.startsWith('#')) refuse('outside-reference', value);
    if (name === 'style' || value.includes('(')) checkReferences(value, refuse);
    kept.push(` ${name}="${escapeMarkup(value)}"`);
  }
  return kept.join('');
}

/** The root with a box and a size of its own, so that every program draws it in the same shape. */
function rootTag(tag: SaxesTagPlain, refuse: Refuse): string {
  const box = boxOf(tag.attributes);
  if (box === null) {
    refuse('no-size', 'svg');
    return '';
  }
  const { viewBox: _, width: __, height: ___, ...others } = tag.attributes;
  const [, , width, height] = box;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" width="${width}" height="${height}"${attributesOf({ ...tag, attributes: others }, refuse)}>`;
}

function boxOf({
  viewBox,
  width,
  height,
}: SaxesTagPlain['attributes']): readonly [number, number, number, number] | null {
  const [x, y, w, h, ...more] = (viewBox ?? `0 0 ${pixels(width)} ${pixels(height)}`)
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (x === undefined || y === undefined || w === undefined || h === undefined || more.length > 0)
    return null;
  return [x, y, w, h].every(Number.isFinite) && w > 0 && h > 0 ? [x, y, w, h] : null;
}

const PIXELS_OF_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

function pixels(length: string | undefined): number {
  const [, count = '', unit = ''] = /^\s*([\d.]+)\s*([a-z]*)\s*$/.exec(length ?? '') ?? [];
  return count === '' ? Number.NaN : Number(count) * (PIXELS_OF_UNIT[unit] ?? Number.NaN);
}

/** A style sheet may colour and clip; it may not fetch. */
function checkLooks(css: string, references: Reference[], refuse: Refuse): void {
  if (/@|\\|</.test(css)) refuse('unsafe-attribute', 'style');
  checkReferences(css, refuse);
  for (const [, to = ''] of css.matchAll(LOCAL)) references.push({ to, within: 'anywhere' });
}

function checkReferences(value: string, refuse: Refuse): void {
  const [outside] = /url\(\s*['"]?(?!#)[^)]*/i.exec(value) ?? [];
  if (outside !== undefined) refuse('outside-reference', outside);
  if (/expression\s*\(|\\/i.test(value)) refuse('unsafe-attribute', value);
}

/** A part that is used and uses others itself could unfold without end; chains of gradients cannot. */
function findNested(references: readonly Reference[], gradients: ReadonlySet<string>): string | null {
  const parts = references.filter(({ to }) => !gradients.has(to));
  const used = new Set(parts.map(({ to }) => to));
  const nested = parts.find(({ within }) => within === 'anywhere' || within.some((id) => used.has(id)));
  return nested?.to ?? null;
}
