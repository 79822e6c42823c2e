import type { Block, Inline } from '../documents/blocks.ts';

/** Small parts that every builder of a paper writes with. */
export function text(value: string): Inline {
  return { type: 'text', text: value };
}

export function strong(value: string): Inline {
  return { type: 'strong', inlines: [text(value)] };
}

/** Room for a pen where the record says nothing. */
export function orPen(value: string | null | undefined, letters = 40): Inline {
  return value === null || value === undefined || value.trim() === ''
    ? { type: 'blank', letters }
    : text(value);
}

export type Field = { readonly label: string; readonly inlines: readonly Inline[] };

/** A label with what the record says, or room for a pen. */
export function field(label: string, value: string | null | undefined, letters = 40): Field {
  return { label, inlines: [orPen(value, letters)] };
}

export function paragraph(...inlines: readonly Inline[]): Block {
  return { type: 'paragraph', inlines };
}

/** The name of the paper in capitals, with its number below where it bears one. */
export function titleLines(title: string, numbered: boolean): Block {
  const lines: (readonly Inline[])[] = [[strong(title.toUpperCase())]];
  if (numbered) lines.push([text('Nomor: '), { type: 'paper-number' }]);
  return { type: 'lines', align: 'centre', lines };
}

/** Each paragraph of a longer text that somebody wrote. */
export function paragraphsOf(value: string): readonly Block[] {
  return value
    .split(/\n\s*\n|\r\n\s*\r\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(text(part)));
}
