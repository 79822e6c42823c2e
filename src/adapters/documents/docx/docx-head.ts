import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedSignature,
} from '../../../domain/documents/resolved-document.ts';
import { placeholderEmblem } from '../placeholder-emblem.ts';
import { INK, lineSpacing, millimetres, SIZE } from './docx-measures.ts';
import { picture } from './docx-pictures.ts';
import { plainRuns } from './docx-text.ts';

/** Emblem, title, period and edition in the upper half, the office at the foot of the page. */
export function docxCover(
  cover: Extract<ResolvedBlock, { type: 'cover' }>,
  document: ResolvedDocument,
): readonly Paragraph[] {
  const emblem = document.meta.letterhead?.emblemSvg ?? placeholderEmblem();
  const centred = (text: string, size: number, bold: boolean, after: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after },
      indent: { left: millimetres(12), right: millimetres(12) },
      children: [...plainRuns(text, { size, bold })],
    });
  const tall = document.meta.paper === 'F4' ? 30 : 0;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: millimetres(16), after: millimetres(22) },
      children: cover.emblem
        ? [picture(emblem, { width: 230, height: 130 }, document.meta.office.government, '')]
        : [],
    }),
    centred(cover.title.toUpperCase(), 40, true, 240),
    ...(cover.subtitle === null ? [] : [centred(cover.subtitle, 28, false, 240)]),
    centred(cover.period.toUpperCase(), 30, true, 200),
    centred(cover.edition, 21, false, millimetres(92 + tall)),
    ...cover.foot.map((line) => centred(line, 26, true, 40)),
  ];
}

/** Emblem at the left, centred lines, a thick and a thin rule. */
export function docxLetterhead(
  document: ResolvedDocument,
  textWidth: number,
): readonly (Paragraph | Table)[] {
  const head = document.meta.letterhead;
  if (head === null) {
    const { headRoom } = document.meta;
    if (headRoom === undefined) return [];
    return [new Paragraph({ spacing: { before: 0, after: millimetres(headRoom) }, children: [] })];
  }
  const side = millimetres(24);
  const line = (text: string, size: number, bold: boolean): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 40, ...lineSpacing(1.1) },
      children: [...plainRuns(text, { size, bold })],
    });
  const emblem = picture(
    head.emblemSvg ?? placeholderEmblem(),
    { width: 84, height: 88 },
    document.meta.office.government,
    '',
  );
  const cell = (width: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [...children],
    });
  const last = head.lines.length - 1;
  const middle = [
    ...head.lines.map((text, index) => line(text, index === last ? 32 : 26, true)),
    ...head.address.map((text) => line(text, 18, false)),
  ];
  const widths = [side, textWidth - 2 * side, side] as const;
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      borders: TableBorders.NONE,
      rows: [
        new TableRow({
          children: [
            cell(widths[0], [new Paragraph({ spacing: { after: 0 }, children: [emblem] })]),
            cell(widths[1], middle),
            cell(widths[2], [new Paragraph({ children: [] })]),
          ],
        }),
      ],
    }),
    new Paragraph({
      spacing: { before: 40, after: 320, ...lineSpacing(0.5) },
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: INK, space: 1 } },
      children: [],
    }),
  ];
}

/** At the right, or side by side; kept whole with the text before it. */
export function docxSignature(
  signature: ResolvedSignature,
  textWidth: number,
): readonly (Paragraph | Table)[] {
  const last = signature.signers.length - 1;
  const width = last === 0 ? millimetres(78) : Math.floor(textWidth / signature.signers.length);
  const line = (
    text: string,
    look: { bold?: boolean; after?: number; underline?: Record<string, never> },
  ): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      keepLines: true,
      spacing: { before: 0, after: look.after ?? 20, ...lineSpacing(1.05) },
      children: [
        ...plainRuns(text, {
          size: SIZE.text,
          ...(look.bold ? { bold: true } : {}),
          ...(look.underline === undefined ? {} : { underline: look.underline }),
        }),
      ],
    });
  const row = (columns: readonly (readonly Paragraph[])[]): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map(
        (children) => new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children] }),
      ),
    });
  // Positions begin at one height and names stand at one height, however many lines a position has.
  const heads = signature.signers.map((signer, index) => [
    ...signature.opening.map((text) => line(index === last ? text : '', { after: 60 })),
    ...signer.above.map((text, at) =>
      line(text, { after: at === signer.above.length - 1 ? millimetres(22) : 20 }),
    ),
  ]);
  const names = signature.signers.map((signer) => [
    line(signer.name, { bold: true, underline: {} }),
    ...signer.below.map((text) => line(text, {})),
  ]);
  return [
    new Paragraph({ keepNext: true, spacing: { before: 0, after: 120 }, children: [] }),
    new Table({
      alignment: AlignmentType.RIGHT,
      width: { size: width * signature.signers.length, type: WidthType.DXA },
      columnWidths: signature.signers.map(() => width),
      layout: TableLayoutType.FIXED,
      borders: TableBorders.NONE,
      rows: [row(heads), row(names)],
    }),
    // Word wants a paragraph after a table: as low as it can be.
    new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}
