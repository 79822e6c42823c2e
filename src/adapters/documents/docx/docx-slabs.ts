import type {
  ResolvedBlock,
  ResolvedRow,
  ResolvedTable,
  Run,
} from '../../../domain/documents/resolved-document.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { countLines } from '../count-lines.ts';
import { isDense } from '../is-dense.ts';
import { millimetres, type Sheet, SIZE } from './docx-measures.ts';
import { columnWidths, keptRows, notesAsOne, rowsOf } from './docx-table.ts';

/** A piece of the paper as it stacks up on pages, in points. */
export type Slab = {
  readonly height: number;
  /** Must stand on the page of the piece after it. */
  readonly keepNext: boolean;
  /** Begins a page. */
  readonly newPage: boolean;
  /** Lines of this height may go over to the next page; null when the piece is whole. */
  readonly line: number | null;
  /** Repeated above when the piece begins a page: the header of its table. */
  readonly header: number;
  readonly anchor: string | null;
};

/** Arial's line, in its own size. */
const LINE = 1.149;
const PLAIN = { keepNext: false, newPage: false, line: null, header: 0, anchor: null } as const;

/** How the blocks of a DOCX stack up, with the sizes and gaps that docx-blocks.ts gives them. */
export function docxSlabs(blocks: readonly ResolvedBlock[], sheet: Sheet): readonly Slab[] {
  const width = sheet.textWidth / 20;
  return blocks.flatMap((block, index) =>
    slabsOf(block, { width, sheet, first: index === 0, next: blocks[index + 1] }),
  );
}

type Place = {
  readonly width: number;
  readonly sheet: Sheet;
  readonly first: boolean;
  readonly next: ResolvedBlock | undefined;
};

function slabsOf(block: ResolvedBlock, { width, sheet, first, next }: Place): readonly Slab[] {
  switch (block.type) {
    case 'heading': {
      const size = (block.newPage ? SIZE.chapter : SIZE.text) / 2;
      const lines = countLines(block.title, width, size, true) + (block.style === 'chapter' ? 1 : 0);
      const height = lines * size * LINE * 1.3 + (block.newPage ? 20 : 21);
      return [{ ...PLAIN, height, keepNext: true, newPage: block.newPage && !first, anchor: block.anchor }];
    }
    case 'paragraph':
      return [
        flowing(textOf(block.runs), width, {
          line: 1.3,
          gap: 7,
          indent: mm(10),
          keepNext: next?.type === 'signature' || next?.type === 'list',
        }),
      ];
    case 'list':
      return block.items.map((item) => flowing(textOf(item), width - mm(11), { line: 1.25, gap: 3.5 }));
    case 'fields':
      return block.items.map((item) => flowing(textOf(item.runs), width - mm(40), { line: 1.3, gap: 3 }));
    case 'note': {
      const lines = countLines(textOf(block.runs), width - 12, 10, false);
      return [{ ...PLAIN, height: lines * 10 * LINE * 1.1 + 28 }];
    }
    case 'table':
      return tableSlabs(block, width, isDense(block, sheet.lying));
    case 'chart': {
      const [, across = '640', down = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawChart(block)) ?? [];
      const picture = (Math.min(width * 0.94, 480) * Number(down)) / Number(across);
      const caption = countLines(`${block.number}  ${block.title}`, width, 10.5, true) * 10.5 * LINE * 1.1;
      return [{ ...PLAIN, height: picture + caption + 27, anchor: block.anchor }];
    }
    case 'signature': {
      const lines = Math.max(...block.signers.map((signer) => signer.above.length + signer.below.length)) + 2;
      return [{ ...PLAIN, height: 23.4 + lines * (11 * LINE * 1.05 + 1) + mm(22) + 2 }];
    }
    case 'contents':
      return [
        { ...PLAIN, height: 50, newPage: !first, keepNext: true },
        ...block.entries.map(
          (entry): Slab => ({
            ...PLAIN,
            height: countLines(entry.title, width - mm(34), 11, entry.depth === 0) * 11 * LINE * 1.1 + 3.5,
          }),
        ),
      ];
    case 'letterhead':
      return [{ ...PLAIN, height: mm(36) }];
    case 'lines':
      return [{ ...PLAIN, height: block.lines.length * 11 * LINE * 1.15 + 10 }];
    case 'ticks':
      return [{ ...PLAIN, height: Math.ceil(block.items.length / block.across) * 18 + 6 }];
    case 'room':
      return [{ ...PLAIN, height: (block.lines + (block.label === null ? 0 : 1)) * 23 }];
    case 'boxes':
      return [{ ...PLAIN, height: mm(block.height) + 44 }];
    case 'dictum':
      return block.items.flatMap(({ parts }) =>
        parts.map(({ runs }) => flowing(textOf(runs), width - mm(41), { line: 1.15, gap: 4 })),
      );
    case 'columns': {
      const heights = block.columns.map(({ blocks }) => heightOf(docxSlabs(blocks, sheet)));
      return [{ ...PLAIN, height: Math.max(...heights, 0) + 9 }];
    }
    case 'frame':
      return [{ ...PLAIN, height: heightOf(docxSlabs(block.blocks, sheet)) + 13 }];
    case 'lane-table':
      return [{ ...PLAIN, height: mm(16 + block.rows.reduce((sum, row) => sum + row.height, 0)) }];
    case 'page-break':
      return [{ ...PLAIN, height: 11 * LINE * 1.3, newPage: true }];
    case 'cover':
      return [];
  }
}

function tableSlabs(table: ResolvedTable, width: number, dense: boolean): readonly Slab[] {
  const size = (dense ? SIZE.register : SIZE.table) / 2;
  const numbers = table.columnNumbers === null ? 0 : (size - 1.5) * LINE * 1.05 + 0.5;
  const header =
    rowHeight(
      table.columns.map((column) => column.label),
      table,
      { width, size, bold: true },
    ) + numbers;
  const rows = rowsOf(table);
  const kept = keptRows(table);
  const notes = textOf(notesAsOne(table));
  const caption = countLines(`${table.number}  ${table.title}`, width, 10.5, true) * 10.5 * LINE * 1.1 + 18;
  return [
    { ...PLAIN, height: table.number === null ? 0 : caption, keepNext: true, anchor: table.anchor },
    { ...PLAIN, height: header, keepNext: true },
    ...rows.map(
      (row, index): Slab => ({
        ...PLAIN,
        height: rowHeight(textsOf(row), table, { width, size, bold: row === table.total }),
        header,
        keepNext: kept[index] === true,
      }),
    ),
    ...(notes === '' ? [] : [flowing(notes, width, { line: 1.05, gap: 3, size: SIZE.small / 2 })]),
    { ...PLAIN, height: 12 },
  ];
}

function rowHeight(
  texts: readonly string[],
  table: ResolvedTable,
  { width, size, bold }: { readonly width: number; readonly size: number; readonly bold: boolean },
): number {
  const widths = columnWidths(table, width * 20);
  const lines = texts.map((text, index) => countLines(text, (widths[index] ?? 400) / 20 - 9, size, bold));
  return Math.max(...lines, 1) * size * LINE * 1.05 + 5.5;
}

type Flow = {
  readonly line: number;
  readonly gap: number;
  readonly size?: number;
  readonly indent?: number;
  readonly keepNext?: boolean;
};

function flowing(
  text: string,
  width: number,
  { line, gap, size = 11, indent = 0, keepNext = false }: Flow,
): Slab {
  const height = size * LINE * line;
  return {
    ...PLAIN,
    height: countLines(text, width, size, false, indent) * height + gap,
    line: height,
    keepNext,
  };
}

function heightOf(slabs: readonly Slab[]): number {
  return slabs.reduce((sum, { height }) => sum + height, 0);
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

function textsOf(row: ResolvedRow): readonly string[] {
  return row.cells.map((cell) => cell.text);
}

function mm(value: number): number {
  return millimetres(value) / 20;
}
