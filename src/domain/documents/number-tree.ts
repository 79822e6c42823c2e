import { roman } from '../numbers/roman.ts';
import type { Block, DocumentTree, Section } from './blocks.ts';
import { cleanLine } from './clean-text.ts';
import { type DocumentWords, documentWords } from './document-words.ts';
import type { ContentsEntry } from './resolved-document.ts';

/** Numbers and anchors of all that can be pointed at, and the entries of the contents, in the order of the paper. */
export type TreeNumbers = {
  readonly sections: ReadonlyMap<string, Numbered>;
  readonly tables: ReadonlyMap<string, Numbered>;
  readonly charts: ReadonlyMap<string, Numbered>;
  readonly appendices: ReadonlyMap<string, Numbered>;
  readonly contents: Readonly<Record<'sections' | 'tables' | 'charts', readonly ContentsEntry[]>>;
};
export type Numbered = { readonly number: string | null; readonly anchor: string };

/**
 * Walks the tree once and numbers it: chapters BAB I …, sections 3.1 and 3.1.1, tables and charts by chapter
 * (Tabel 3.1), appendices. Two blocks of one kind with the same id are a fault of the builder.
 */
export function numberTree(tree: DocumentTree): TreeNumbers {
  const walk = beginWalk(documentWords(tree.meta.language));
  numberBlocks(walk, tree.front, null);
  numberBlocks(walk, tree.body, null);
  tree.appendices.forEach((appendix, index) => {
    const word = walk.words.appendix;
    const number = tree.appendices.length === 1 ? word : `${word} ${index + 1}`;
    const anchor = newAnchor(walk, 'lampiran', appendix.id);
    put(walk.appendices, appendix.id, { number, anchor });
    walk.contents.sections.push({ depth: 0, number, title: cleanLine(appendix.title), anchor });
    beginNumbers(walk, `L${index + 1}.`);
    numberBlocks(walk, appendix.blocks, null);
  });
  return walk;
}

type Place = { readonly number: string | null; readonly depth: number };

/** What one walk keeps; lives no longer than the call above. */
type Walk = {
  readonly words: DocumentWords;
  readonly sections: Map<string, Numbered>;
  readonly tables: Map<string, Numbered>;
  readonly charts: Map<string, Numbered>;
  readonly appendices: Map<string, Numbered>;
  readonly contents: Record<'sections' | 'tables' | 'charts', ContentsEntry[]>;
  readonly anchors: Set<string>;
  /** Sections so far below each number. */
  readonly counters: Map<string, number>;
  chapter: number;
  prefix: string;
  tableCount: number;
  chartCount: number;
};

function beginWalk(words: DocumentWords): Walk {
  return {
    words,
    sections: new Map(),
    tables: new Map(),
    charts: new Map(),
    appendices: new Map(),
    contents: { sections: [], tables: [], charts: [] },
    anchors: new Set(),
    counters: new Map(),
    chapter: 0,
    prefix: '',
    tableCount: 0,
    chartCount: 0,
  };
}

function numberBlocks(walk: Walk, blocks: readonly Block[], parent: Place | null): void {
  for (const block of blocks) {
    if (block.type === 'section') numberSection(walk, block, parent);
    if (block.type === 'table') {
      if (block.numbered) walk.tableCount += 1;
      const number = block.numbered ? `${walk.words.table} ${walk.prefix}${walk.tableCount}` : null;
      numberCaption(walk, 'tables', block, number);
    }
    if (block.type === 'chart') {
      walk.chartCount += 1;
      numberCaption(walk, 'charts', block, `${walk.words.chart} ${walk.prefix}${walk.chartCount}`);
    }
  }
}

function numberSection(walk: Walk, section: Section, parent: Place | null): void {
  const title = cleanLine(section.heading);
  const anchor = newAnchor(walk, 'bagian', section.id);
  const depth = parent === null || section.numbering === 'chapter' ? 0 : parent.depth + 1;
  let place: Place = { number: null, depth };
  let number: string | null = null;
  if (section.numbering === 'chapter') {
    walk.chapter += 1;
    beginNumbers(walk, `${walk.chapter}.`);
    number = `${walk.words.chapter} ${roman(walk.chapter)}`;
    place = { number: String(walk.chapter), depth };
  } else if (section.numbering === 'decimal') {
    const above = parent?.number ?? '';
    const count = (walk.counters.get(above) ?? 0) + 1;
    walk.counters.set(above, count);
    number = above === '' ? String(count) : `${above}.${count}`;
    place = { number, depth };
  }
  put(walk.sections, section.id, { number, anchor });
  if (section.inContents) {
    const shown = section.numbering === 'decimal' ? title : title.toUpperCase();
    walk.contents.sections.push({ depth, number, title: shown, anchor });
  }
  numberBlocks(walk, section.blocks, place);
}

function numberCaption(
  walk: Walk,
  kind: 'tables' | 'charts',
  block: { readonly id: string; readonly title: string },
  number: string | null,
): void {
  const anchor = newAnchor(walk, kind === 'tables' ? 'tabel' : 'grafik', block.id);
  put(walk[kind], block.id, { number, anchor });
  if (number !== null) walk.contents[kind].push({ depth: 0, number, title: cleanLine(block.title), anchor });
}

function beginNumbers(walk: Walk, prefix: string): void {
  walk.prefix = prefix;
  walk.tableCount = 0;
  walk.chartCount = 0;
}

/** Where a table of a report stands on its page. */
export function tableAnchor(id: string): string {
  return anchorOf('tabel', id);
}

function anchorOf(kind: string, id: string): string {
  return `${kind}-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function newAnchor(walk: Walk, kind: string, id: string): string {
  const plain = anchorOf(kind, id);
  let anchor = plain;
  for (let n = 2; walk.anchors.has(anchor); n++) anchor = `${plain}-${n}`;
  walk.anchors.add(anchor);
  return anchor;
}

function put<Value>(map: Map<string, Value>, id: string, value: Value): void {
  if (map.has(id)) throw new Error(`Two blocks of the tree have the id "${id}".`);
  map.set(id, value);
}
