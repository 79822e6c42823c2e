import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  type TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedHeading,
  Run,
} from '../../../domain/documents/resolved-document.ts';
import { isDense } from '../is-dense.ts';
import { docxContents, HEADING_LEVELS } from './docx-contents.ts';
import { docxFormPart } from './docx-form-part.ts';
import { docxCover, docxLetterhead, docxSignature } from './docx-head.ts';
import { docxLaneTable } from './docx-lane-table.ts';
import { INK, lineSpacing, millimetres, type Sheet, SIZE } from './docx-measures.ts';
import { docxChart } from './docx-pictures.ts';
import { docxTable } from './docx-table.ts';
import { type BookmarkNames, marked, plainRuns, textRuns } from './docx-text.ts';

export type DocxContext = {
  readonly document: ResolvedDocument;
  readonly sheet: Sheet;
  readonly names: BookmarkNames;
};
type Part = Paragraph | Table | TableOfContents;

function isFlow(part: Part): part is Paragraph | Table {
  return part instanceof Paragraph || part instanceof Table;
}

/** Blocks of one part of the paper as Word's paragraphs and tables. */
export function docxBlocks(blocks: readonly ResolvedBlock[], context: DocxContext): readonly Part[] {
  return blocks.flatMap((block, index) =>
    docxBlock(block, { before: blocks[index - 1], next: blocks[index + 1] }, context),
  );
}

type Around = { readonly before: ResolvedBlock | undefined; readonly next: ResolvedBlock | undefined };

function docxBlock(block: ResolvedBlock, { before, next }: Around, context: DocxContext): readonly Part[] {
  const { document, sheet, names } = context;
  const { textWidth } = sheet;
  switch (block.type) {
    case 'cover':
      return docxCover(block, document);
    case 'letterhead':
      return docxLetterhead(document, textWidth);
    case 'contents':
      return docxContents(block, { textWidth, names, newPage: before !== undefined && !isShortList(before) });
    case 'heading':
      return [docxHeading(block, before, names)];
    case 'paragraph':
      return [
        new Paragraph({
          indent: { firstLine: millimetres(10) },
          keepNext: isKeptWith(next),
          keepLines: isKeptWith(next) && lengthOf(block.runs) < 1200,
          children: [...textRuns(block.runs)],
        }),
      ];
    case 'list':
      return block.items.map((item, index) => listItem(block.ordered ? `${index + 1}.` : '–', item));
    case 'fields':
      return block.items.map((item) => fieldLine(item.label, item.runs, textWidth));
    case 'lines':
    case 'columns':
    case 'ticks':
    case 'room':
    case 'boxes':
    case 'dictum':
    case 'frame':
      return docxFormPart(block, {
        textWidth,
        keepNext: next?.type === 'signature',
        within: (blocks, width) =>
          docxBlocks(blocks, { ...context, sheet: { ...sheet, textWidth: width } }).filter(isFlow),
      });
    case 'table':
      return docxTable(block, { textWidth, dense: isDense(block, sheet.lying), names });
    case 'lane-table':
      return docxLaneTable(block, textWidth);
    case 'chart':
      return docxChart(block, textWidth, names);
    case 'note':
      return [docxNote(block)];
    case 'signature':
      return docxSignature(block, textWidth);
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0 }, children: [] })];
  }
}

/** The words before a list stay with it, and two lines with the signature. */
function isKeptWith(next: ResolvedBlock | undefined): boolean {
  return next?.type === 'signature' || next?.type === 'list';
}

/** The lists of tables and charts share a page. */
function isShortList(block: ResolvedBlock): boolean {
  return block.type === 'contents' && block.entries.every((entry) => entry.depth === 0);
}

/** Numbers are written as text: no list machinery of Word can renumber them. */
function docxHeading(
  heading: ResolvedHeading,
  before: ResolvedBlock | undefined,
  names: BookmarkNames,
): Paragraph {
  const centred = heading.align === 'centre';
  const look = { bold: true, color: INK, size: heading.newPage ? SIZE.chapter : SIZE.text };
  const title = plainRuns(heading.title, look);
  const number =
    heading.number === null
      ? []
      : heading.style === 'chapter'
        ? [new TextRun({ ...look, text: heading.number }), new TextRun({ ...look, break: 1, text: '' })]
        : [new TextRun({ ...look, text: heading.number }), new TextRun({ ...look, text: '\t' })];
  const hanging = millimetres((heading.number?.length ?? 0) > 4 ? 14 : 11);
  const level = HEADING_LEVELS[heading.level - 1];
  return new Paragraph({
    ...(level === undefined ? {} : { heading: level }),
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    // The first block of a part stands on a new page already.
    pageBreakBefore: heading.newPage && before !== undefined && before.type !== 'cover',
    keepNext: true,
    keepLines: heading.title.length < 500,
    spacing: heading.newPage ? { before: 0, after: 400 } : { before: 280, after: 140 },
    ...(heading.style === 'section'
      ? { indent: { left: hanging, hanging }, tabStops: [{ type: TabStopType.LEFT, position: hanging }] }
      : {}),
    children: [...marked(heading.anchor, names, [...number, ...title])],
  });
}

function listItem(sign: string, runs: readonly Run[]): Paragraph {
  const [left, hanging] = [millimetres(11), millimetres(6)];
  return new Paragraph({
    spacing: { before: 0, after: 70, ...lineSpacing(1.25) },
    indent: { left, hanging },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    children: [new TextRun({ text: `${sign}\t` }), ...textRuns(runs)],
  });
}

/** In a column of a form labels take less room. */
function fieldLine(label: string, runs: readonly Run[], textWidth: number): Paragraph {
  const colon = millimetres(textWidth < millimetres(100) ? 25 : 36);
  const value = colon + millimetres(4);
  return new Paragraph({
    spacing: { before: 0, after: 60 },
    indent: { left: value, hanging: value },
    tabStops: [
      { type: TabStopType.LEFT, position: colon },
      { type: TabStopType.LEFT, position: value },
    ],
    children: [new TextRun({ text: `${label}\t:\t` }), ...textRuns(runs)],
  });
}

function docxNote(note: Extract<ResolvedBlock, { type: 'note' }>): Paragraph {
  const thin = { style: BorderStyle.SINGLE, size: 4, space: 5, color: INK };
  const border = { top: thin, bottom: thin, right: thin, left: { ...thin, size: 20 } };
  return new Paragraph({
    spacing: { before: 160, after: 200, ...lineSpacing(1.1) },
    keepLines: true,
    ...(note.tone === 'attention' ? { border, indent: { left: 120, right: 120 } } : {}),
    children: [...textRuns(note.runs, { size: SIZE.table })],
  });
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((length, run) => length + run.text.length, 0);
}
