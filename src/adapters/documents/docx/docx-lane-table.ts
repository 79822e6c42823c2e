import { Resvg } from '@resvg/resvg-js';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LaneRow, LaneTable } from '../../../domain/documents/blocks.ts';
import { type LaneHead, laneHeads } from '../lane-heads.ts';
import { fontFiles } from '../pdf/font-files.ts';
import { INK, lineSpacing, millimetres, SHADE, SIZE } from './docx-measures.ts';
import { plainRuns } from './docx-text.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** An SOP's table: its drawings are vectors, with a picture of dots for programs that draw none. */
export function docxLaneTable(table: LaneTable, textWidth: number): readonly (Paragraph | Table)[] {
  const { before, lanes, after } = table;
  const wished = [...before, ...lanes.labels.map(() => ({ width: lanes.width })), ...after];
  const widths = wished.map(({ width }) => millimetres(width));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const [upper, lower] = laneHeads(table);
  return [
    new Table({
      rows: [headRow(upper), headRow(lower), ...table.rows.map((row) => bodyRow(row, table, widths))],
      columnWidths: widths,
      width: { size: Math.min(whole, textWidth), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
    }),
    new Paragraph({ spacing: { before: 0, after: 0, line: 60, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

function headRow(cells: readonly LaneHead[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map(
      ({ label, columns, rows }) =>
        new TableCell({
          columnSpan: columns,
          rowSpan: rows,
          margins: { top: 40, bottom: 40, left: 40, right: 40 },
          shading: { fill: SHADE },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [textParagraph(label, AlignmentType.CENTER, true)],
        }),
    ),
  });
}

function bodyRow(row: LaneRow, { lanes, before }: LaneTable, widths: readonly number[]): TableRow {
  const text = (value: string, at: number): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      // Word gives every cell of a row the widest margin at its top: the drawing would no longer reach the line.
      margins: { top: 0, bottom: 0, left: 80, right: 80 },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [textParagraph(value, at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT, false)],
    });
  const span = lanes.labels.length;
  return new TableRow({
    cantSplit: true,
    height: { value: millimetres(row.height), rule: HeightRule.ATLEAST },
    children: [
      ...row.before.map(text),
      new TableCell({
        columnSpan: span,
        width: { size: millimetres(lanes.width * span), type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [drawing(row, lanes.width * span)],
      }),
      ...row.after.map((value, at) => text(value, before.length + span + at)),
    ],
  });
}

function textParagraph(
  value: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  bold: boolean,
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { before: 0, after: 0, ...lineSpacing(1.03) },
    children: [...plainRuns(value, { size: bold ? SIZE.register - 1 : SIZE.register, bold })],
  });
}

const UPRIGHT = fontFiles().text.filter((file) => !file.includes('Italic'));
/** Dots of the picture to a millimetre. */
const DOTS = 8;
const PX_OF_MM = 96 / 25.4;

/** As high as its row, in a paragraph that adds nothing: the lines meet those of the next row. */
function drawing({ drawing: { svg, alternative }, height, key }: LaneRow, width: number): Paragraph {
  const font = { loadSystemFonts: false, fontFiles: [...UPRIGHT], defaultFontFamily: 'Arimo' };
  const dots = new Resvg(svg, { fitTo: { mode: 'width', value: Math.round(width * DOTS) }, font })
    .render()
    .asPng();
  return new Paragraph({
    style: 'Gambar',
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: dots },
        transformation: {
          width: Math.round(width * PX_OF_MM * 100) / 100,
          height: Math.round(height * PX_OF_MM * 100) / 100,
        },
        altText: { name: key, title: key, description: alternative },
      }),
    ],
  });
}
