import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { ResolvedBlock } from '../../../domain/documents/resolved-document.ts';
import { INK, lineSpacing, millimetres } from './docx-measures.ts';
import { plainRuns, textRuns } from './docx-text.ts';

type FormPart = Extract<
  ResolvedBlock,
  { readonly type: 'lines' | 'columns' | 'ticks' | 'room' | 'boxes' | 'dictum' | 'frame' }
>;
type Flow = Paragraph | Table;

type Around = {
  readonly textWidth: number;
  readonly keepNext: boolean;
  /** Blocks inside a column or frame of this width (twips). */
  readonly within: (blocks: readonly ResolvedBlock[], width: number) => readonly Flow[];
};

/** Blocks of letters and forms as Word's paragraphs and tables. */
export function docxFormPart(block: FormPart, { textWidth, keepNext, within }: Around): readonly Flow[] {
  switch (block.type) {
    case 'lines':
      return block.lines.map(
        (line, index) =>
          new Paragraph({
            alignment: ALIGN[block.align],
            keepNext,
            spacing: { before: 0, after: index === block.lines.length - 1 ? 180 : 30, ...lineSpacing(1.15) },
            children: [...textRuns(line)],
          }),
      );
    case 'columns': {
      const whole = block.columns.reduce((sum, { weight }) => sum + weight, 0);
      const widths = block.columns.map(({ weight }) => Math.floor((weight / whole) * textWidth));
      const cells = block.columns.map(({ blocks }, at) => {
        const width = widths[at] ?? textWidth;
        return cell(within(blocks, width - 2 * SIDE), width, SIDE);
      });
      return [bare(widths, [new TableRow({ cantSplit: true, children: cells })]), afterTable()];
    }
    case 'ticks': {
      const width = Math.floor(textWidth / block.across);
      const rows = Array.from({ length: Math.ceil(block.items.length / block.across) }, (_, at) =>
        block.items.slice(at * block.across, (at + 1) * block.across),
      );
      return [
        bare(
          Array.from({ length: block.across }, () => width),
          rows.map(
            (row) =>
              new TableRow({
                cantSplit: true,
                children: Array.from({ length: block.across }, (_, at) => {
                  const item = row[at];
                  return cell(item === undefined ? [new Paragraph({})] : [tickLine(item)], width);
                }),
              }),
          ),
        ),
        afterTable(),
      ];
    }
    case 'room':
      return [
        ...(block.label === null ? [] : [plain(block.label)]),
        ...Array.from({ length: block.lines }, () => ruledLine(textWidth)),
      ];
    case 'boxes':
      return boxes(block, textWidth);
    case 'dictum':
      return block.items.flatMap(({ label, parts }) => parts.map((part, at) => point(label, part, at === 0)));
    case 'frame':
      return [
        new Table({
          width: { size: textWidth, type: WidthType.DXA },
          columnWidths: [textWidth],
          layout: TableLayoutType.FIXED,
          rows: [
            new TableRow({
              children: [
                cell(within(block.blocks, textWidth - 2 * millimetres(4)), textWidth, millimetres(4)),
              ],
            }),
          ],
        }),
        afterTable(),
      ];
  }
}

const ALIGN = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const SIDE = millimetres(2);

function bare(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    rows,
  });
}

/** Word wants a paragraph at the end of a cell. */
function cell(children: readonly Flow[], width: number, side = 0): TableCell {
  const last = children.at(-1);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: side, right: side },
    children: last instanceof Paragraph ? [...children] : [...children, low()],
  });
}

function low(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function afterTable(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 60, line: 100, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function plain(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 40, ...lineSpacing(1.1) },
    children: [...plainRuns(text)],
  });
}

type Tick = Extract<FormPart, { type: 'ticks' }>['items'][number];

function tickLine({ ticked, runs }: Tick): Paragraph {
  const [left, hanging] = [millimetres(6), millimetres(6)];
  return new Paragraph({
    spacing: { before: 0, after: 30, ...lineSpacing(1.1) },
    indent: { left, hanging },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    children: [
      // The font of the text has no such signs; this one Word and LibreOffice both find.
      new TextRun({ text: ticked ? '☒' : '☐', font: 'Segoe UI Symbol' }),
      new TextRun({ text: '\t' }),
      ...textRuns(runs),
    ],
  });
}

function ruledLine(textWidth: number): Paragraph {
  return new Paragraph({
    spacing: { before: 160, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
    children: [new TextRun({ text: '\t' })],
  });
}

function boxes({ items, height }: Extract<FormPart, { type: 'boxes' }>, textWidth: number): readonly Flow[] {
  const width = Math.floor(textWidth / items.length);
  const small = (text: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 0, after: 20, ...lineSpacing(1.05) },
      children: [...plainRuns(text, { size: 19 })],
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: INK };
  const around = { top: line, bottom: line, left: line, right: line };
  const texts = (of: (item: (typeof items)[number]) => string): TableRow =>
    new TableRow({ cantSplit: true, children: items.map((item) => cell([small(of(item))], width)) });
  return [
    bare(
      items.map(() => width),
      [
        texts((item) => item.label),
        new TableRow({
          cantSplit: true,
          height: { value: millimetres(height), rule: HeightRule.EXACT },
          children: items.map(
            () =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                borders: around,
                children: [new Paragraph({ keepNext: true, children: [] })],
              }),
          ),
        }),
        texts((item) => item.below ?? ''),
      ],
    ),
    afterTable(),
  ];
}

type Part = Extract<FormPart, { type: 'dictum' }>['items'][number]['parts'][number];

/** Label, colon, sign and text by tab stops: Word keeps the columns also when somebody writes on. */
function point(label: string, { sign, runs }: Part, first: boolean): Paragraph {
  const stops = [millimetres(30), millimetres(34), millimetres(41)];
  const left = stops[sign === null ? 1 : 2] ?? 0;
  const head = `${first ? label : ''}\t${first ? ':' : ''}\t${sign === null ? '' : `${sign}\t`}`;
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { before: first ? 80 : 0, after: 60, ...lineSpacing(1.15) },
    indent: { left, hanging: left },
    tabStops: stops.map((position) => ({ type: TabStopType.LEFT, position })),
    children: [new TextRun({ text: head }), ...textRuns(runs)],
  });
}
