import {
  AlignmentType,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { ContentsEntry, ResolvedBlock } from '../../../domain/documents/resolved-document.ts';
import { lineSpacing, millimetres, SIZE } from './docx-measures.ts';
import type { BookmarkNames } from './docx-text.ts';

/**
 * A list with dots and page numbers. That of the sections is a true table of contents that Word can renew from the
 * headings; the page numbers that stand in it at first are worked out by the writer (`pageNumbers` of the document).
 */
export function docxContents(
  contents: Extract<ResolvedBlock, { type: 'contents' }>,
  { textWidth, names, newPage }: { textWidth: number; names: BookmarkNames; newPage: boolean },
): readonly (Paragraph | TableOfContents)[] {
  const isOutline = contents.entries.some((entry) => entry.depth > 0);
  const longest = Math.max(...contents.entries.map((entry) => entry.number?.length ?? 0), 0);
  const first = millimetres(longest > 9 ? 26 : 22);
  // A list that would end at the foot of its page stands closer, so that Word's closing mark makes no empty page.
  const tight = contents.entries.length > 26;
  const entries = contents.entries.map((entry) =>
    entryParagraph(entry, { textWidth, names, isOutline, first, tight }),
  );
  const title = new Paragraph({
    style: 'JudulBagian',
    pageBreakBefore: newPage,
    spacing: { before: newPage ? 0 : 600, after: isOutline ? 120 : 360 },
    children: [new TextRun({ text: contents.title.toUpperCase(), bold: true, size: SIZE.chapter })],
  });
  if (!isOutline) return [title, ...entries];
  const options = { hyperlink: true, headingStyleRange: '1-3', contentChildren: entries, beginDirty: false };
  return [title, new TableOfContents(contents.title, options)];
}

type EntryLook = {
  readonly textWidth: number;
  readonly names: BookmarkNames;
  readonly isOutline: boolean;
  /** Room for "BAB VIII" or "Lampiran 12". */
  readonly first: number;
  readonly tight: boolean;
};

function entryParagraph(
  entry: ContentsEntry,
  { textWidth, names, isOutline, first, tight }: EntryLook,
): Paragraph {
  const left = entry.depth === 0 ? 0 : first + (entry.depth - 1) * millimetres(11);
  const hanging =
    entry.number === null ? 0 : entry.depth === 0 ? first : millimetres(entry.depth === 1 ? 11 : 14);
  const bold = isOutline && entry.depth === 0;
  const lead =
    entry.number === null ? [] : [new TextRun({ text: entry.number, bold }), new TextRun({ text: '\t' })];
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { before: 0, after: tight ? 40 : 70, ...lineSpacing(tight ? 1 : 1.1) },
    indent: { left: left + hanging, hanging },
    tabStops: [
      ...(hanging > 0 ? [{ type: TabStopType.LEFT, position: left + hanging }] : []),
      { type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT },
    ],
    children: [
      new InternalHyperlink({
        anchor: names(entry.anchor),
        children: [...lead, new TextRun({ text: entry.title, bold }), new TextRun({ text: '\t' })],
      }),
      new PageReference(names(entry.anchor)),
    ],
  });
}

/** The levels that `docxContents` renews from. */
export const HEADING_LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
