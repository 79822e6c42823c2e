import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { squeezed } from './read-pdf.ts';

export type TaggedPdf = {
  /** What a screen reader is told: the text of every structure element in the order of the structure, without marks of lists. */
  readonly text: string;
  /** Alternatives of pictures, in the same order. */
  readonly alternatives: readonly string[];
  /** Everything that is printed, artifacts (foot, mark above the page) included. */
  readonly printed: string;
  /** How far below the upper edge of the first page the first line of the structure stands, in millimetres. */
  readonly firstLineAt: number;
  /** Millimetres. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  /** "2A": part and conformance of PDF/A as its metadata claim them. */
  readonly archival: string;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly isTagged: boolean;
};

/** A PDF as an assistive program reads it: by its structure tree and not by where the letters stand. */
export async function readTaggedPdf(file: Uint8Array): Promise<TaggedPdf> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await task.promise;
  const told: string[] = [];
  const alternatives: string[] = [];
  const printed: string[] = [];
  const sizes: [number, number][] = [];
  let firstLineAt = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const { texts: marked, highest } = readMarks(items);
    printed.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    walk(await page.getStructTree(), (node) => {
      if (node.type === 'content') told.push(marked.get(node.id ?? '') ?? '');
      if (node.role === 'Figure') alternatives.push(node.alt ?? '');
    });
    const [, , width = 0, height = 0] = page.view;
    sizes.push([millimetres(width), millimetres(height)]);
    if (number === 1) firstLineAt = millimetres(height - highest);
  }
  const { info, metadata } = await document.getMetadata();
  const said: Readonly<Record<string, unknown>> = { ...info };
  const raw = String(metadata?.getRaw() ?? '');
  // Declared as an object, given as a map.
  const marks: unknown = await document.getMarkInfo();
  await task.destroy();
  return {
    text: told.join(' '),
    alternatives,
    printed: printed.join(' '),
    firstLineAt,
    sizes,
    archival: `${claim(raw, 'part')}${claim(raw, 'conformance')}`,
    language: String(said.Language ?? ''),
    title: String(said.Title ?? ''),
    author: String(said.Author ?? ''),
    isTagged: marks instanceof Map && marks.get('Marked') === true,
  };
}

/** For comparing: without spacing, and room for a pen however many dots of it were read. */
export function heard(text: string): string {
  return squeezed(text).replace(/…+/g, '…');
}

type Node = {
  readonly type?: string;
  readonly id?: string;
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
};

/** Marks of lists are made by the template; the record has the items. A picture is told by its alternative alone. */
function walk(node: Node | null, see: (node: Node) => void): void {
  if (node === null || node.role === 'Lbl') return;
  see(node);
  if (node.role === 'Figure') return;
  for (const child of node.children ?? []) walk(child, see);
}

type Item = {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly transform?: readonly number[];
};

/** The text of each marked part by its id, and the height of the highest. What is marked within a part without an id is of that part. */
function readMarks(items: readonly Item[]): {
  readonly texts: ReadonlyMap<string, string>;
  readonly highest: number;
} {
  const texts = new Map<string, string>();
  const open: string[] = [];
  let highest = 0;
  for (const { type, id, tag, str, transform } of items) {
    if (type === 'beginMarkedContentProps' || type === 'beginMarkedContent')
      open.push(tag === 'Artifact' ? '' : (id ?? open.at(-1) ?? ''));
    else if (type === 'endMarkedContent') open.pop();
    else if (str !== undefined) {
      const at = open.at(-1) ?? '';
      texts.set(at, (texts.get(at) ?? '') + str);
      if (at !== '' && str.trim() !== '') highest = Math.max(highest, transform?.[5] ?? 0);
    }
  }
  return { texts, highest };
}

function claim(metadata: string, name: string): string {
  return new RegExp(`pdfaid:${name}(?:>|=")([^<"]*)`).exec(metadata)?.[1] ?? '';
}

function millimetres(points: number): number {
  return Math.round((points * 25.4) / 72);
}
