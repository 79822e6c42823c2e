import type { ChartPoint } from '../../../domain/documents/resolved-document.ts';

/** The inside of a chart in px of its own picture; `drawChart` puts the frame with title and alternative around. */
export type Drawing = { readonly height: number; readonly parts: readonly string[] };

export const CHART_WIDTH = 640;

/** As many as fill a page, with letters that can still be read on a copy. */
const MOST_POINTS = 20;

/** The largest points in the order they came, and how many smaller ones are left to the table beside the chart. */
export function mostPoints(points: readonly ChartPoint[]): {
  readonly points: readonly ChartPoint[];
  readonly rest: number;
} {
  if (points.length <= MOST_POINTS) return { points, rest: 0 };
  const largest = new Set([...points].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, MOST_POINTS));
  return { points: points.filter((point) => largest.has(point)), rest: points.length - MOST_POINTS };
}

/** Text and attributes escaped for SVG and HTML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One element by presentation attributes only: the site's policy allows no inline style. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeMarkup(value);
    return ` ${key}="${text}"`;
  });
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** A line of text at a point. */
export function label(
  text: string,
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return element('text', { x, y, 'font-size': TEXT_SIZE, fill: INK, ...attributes }, escapeMarkup(text));
}

export const TEXT_SIZE = 12;
export const FONT = 'Arimo, Arial, Helvetica, sans-serif';
export const INK = '#14212b';
/** Two tones that a photocopier keeps apart: a dark surface, and a light one with a dark edge. */
export const DARK = '#0b4f6c';
export const LIGHT = '#dfe6ea';
export const EDGE = '#14212b';
export const LINE = '#6b7a84';

/** Width in px that a text takes in Arimo, near enough to place labels: wide letters count more than narrow ones. */
export function textWidth(text: string, size: number = TEXT_SIZE): number {
  let ems = 0;
  for (const sign of text) {
    if (/[ijlrI.,:;'|!()[\] ft-]/.test(sign)) ems += 0.32;
    else if (/[mwMW@%]/.test(sign)) ems += 0.9;
    else if (/[A-Z]/.test(sign)) ems += 0.7;
    else ems += sign.length > 1 ? 1.3 : 0.56;
  }
  return ems * size;
}

/** The text in lines of at most `width` px, at most `lines` of them; what does not fit ends in "…". */
export function wrapText(
  text: string,
  width: number,
  lines: number,
  size: number = TEXT_SIZE,
): readonly string[] {
  const wrapped: string[] = [];
  let line = '';
  // A label longer than this cannot fit anyway; the table beside the chart has all of it.
  for (const word of text.slice(0, 400).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      wrapped.push(line);
      line = word;
    } else line = longer;
  }
  wrapped.push(line);
  const kept = wrapped.slice(0, lines);
  return kept.map((piece, index) =>
    shorten(index === lines - 1 && wrapped.length > lines ? `${piece} …` : piece, width, size),
  );
}

function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text.replace(/ ?…$/, '')];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
