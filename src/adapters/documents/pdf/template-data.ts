import type { LaneTable } from '../../../domain/documents/blocks.ts';
import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedField,
  ResolvedRow,
  ResolvedTable,
  Run,
} from '../../../domain/documents/resolved-document.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { isDense } from '../is-dense.ts';
import { laneHeads } from '../lane-heads.ts';
import { placeholderEmblem } from '../placeholder-emblem.ts';
import { totalSpan } from '../total-span.ts';
import { onlyTextGlyphs } from './filter-glyphs.ts';

/** What assets/typst/report.typ reads: texts, numbers and SVG, nothing that could be taken for markup. */
export function templateData(document: ResolvedDocument): Readonly<Record<string, unknown>> {
  const { meta, words } = document;
  const made = new Date(meta.madeAt);
  const hash = meta.figuresHash === null ? [] : [`${words.figuresHash} ${meta.figuresHash}`];
  return {
    title: meta.title,
    author: meta.office.name,
    keywords: [meta.period, meta.edition, meta.id],
    language: meta.language,
    paper: meta.paper,
    lying: meta.orientation === 'landscape',
    classification: meta.classification ?? '',
    across: meta.across ?? '',
    framed: meta.framed === true,
    compact: meta.compact === true,
    made: {
      year: made.getUTCFullYear(),
      month: made.getUTCMonth() + 1,
      day: made.getUTCDate(),
      hour: made.getUTCHours(),
      minute: made.getUTCMinutes(),
      second: made.getUTCSeconds(),
    },
    foot: [
      ...(hash.length > 0 ? [meta.edition] : []),
      ...hash,
      ...(meta.footLine === undefined ? [] : [meta.footLine]),
    ].join(' · '),
    emblem: meta.letterhead?.emblemSvg ?? placeholderEmblem(),
    emblemAlt: meta.office.government,
    letterhead:
      meta.letterhead === null ? null : { lines: meta.letterhead.lines, address: meta.letterhead.address },
    headRoom: meta.headRoom ?? 0,
    numbered: document.front.length > 0,
    front: blocksData(document.front, false),
    body: blocksData(document.body, meta.orientation === 'landscape'),
    appendices: document.appendices.map((appendix) => ({
      anchor: appendix.anchor,
      number: appendix.number,
      title: breakable(appendix.title),
      subtitle: appendix.subtitle.map(breakable),
      decree:
        appendix.decree === null
          ? null
          : { heading: appendix.decree.heading, items: fieldsData(appendix.decree.items) },
      orientation: appendix.orientation,
      blocks: blocksData(appendix.blocks, appendix.orientation === 'landscape'),
    })),
  };
}

function blocksData(blocks: readonly ResolvedBlock[], dense: boolean, narrow = false): readonly unknown[] {
  return blocks.map((block, index) =>
    blockData(block, { before: blocks[index - 1], next: blocks[index + 1], dense, narrow }),
  );
}

type Around = {
  readonly before: ResolvedBlock | undefined;
  readonly next: ResolvedBlock | undefined;
  readonly dense: boolean;
  /** Inside a column. */
  readonly narrow: boolean;
};

function blockData(block: ResolvedBlock, { before, next, dense, narrow }: Around): unknown {
  // A signature never stands alone on its page.
  const keepWithNext = next !== undefined && isSigned(next);
  switch (block.type) {
    case 'paragraph':
      return {
        type: block.type,
        runs: block.runs.map(runData),
        keepWithNext: isKeptWith(block.runs, next),
      };
    case 'note':
      return { type: block.type, tone: block.tone, runs: block.runs.map(runData) };
    case 'list':
      return {
        type: block.type,
        ordered: block.ordered,
        items: block.items.map((item) => item.map(runData)),
      };
    case 'fields':
      return { type: block.type, items: fieldsData(block.items), narrow, keepWithNext };
    case 'lines':
      return {
        ...block,
        lines: block.lines.map((line) => line.map(runData)),
        keepWithNext: keepWithNext || isHeadOf(block, next),
      };
    case 'ticks':
      return {
        ...block,
        keepWithNext,
        items: block.items.map(({ ticked, runs }) => ({ ticked, runs: runs.map(runData) })),
      };
    case 'dictum':
      return {
        ...block,
        keepWithNext,
        items: block.items.map(({ label, parts }) => ({
          label,
          parts: parts.map(({ sign, runs }) => ({ sign, runs: runs.map(runData) })),
        })),
      };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map(({ weight, blocks }) => ({
          weight,
          blocks: blocksData(blocks, dense, true),
        })),
      };
    case 'frame':
      return { ...block, keepWithNext, blocks: blocksData(block.blocks, dense, narrow) };
    case 'room':
    case 'boxes':
      return { ...block, keepWithNext };
    case 'heading':
      return { ...block, title: breakable(block.title) };
    case 'contents':
      return {
        type: block.type,
        title: block.title,
        bold: isOutline(block),
        // The lists of tables and charts share a page.
        newPage: before?.type !== 'contents' || isOutline(block) || isOutline(before),
        widths: contentsWidths(block.entries),
        entries: block.entries.map((entry) => ({ ...entry, title: breakable(entry.title) })),
      };
    case 'table':
      return tableData(block, isDense(block, dense));
    case 'lane-table':
      return laneTableData(block);
    case 'chart':
      return {
        type: block.type,
        anchor: block.anchor,
        number: block.number,
        title: breakable(block.title),
        alternative: block.alternative,
        svg: drawChart({
          ...block,
          title: onlyTextGlyphs(block.title),
          alternative: onlyTextGlyphs(block.alternative),
          points: block.points.map((point) => ({ ...point, label: onlyTextGlyphs(point.label) })),
        }),
      };
    case 'cover':
      return { ...block, title: breakable(block.title) };
    case 'signature':
      return {
        ...block,
        narrow,
        signers: block.signers.map(({ above, name, below }) => ({
          above: above.map(breakable),
          name: breakable(name),
          below: below.map(breakable),
        })),
      };
    case 'letterhead':
    case 'page-break':
      return block;
  }
}

function fieldsData(items: readonly ResolvedField[]): readonly unknown[] {
  return items.map((item) => ({ label: item.label, runs: item.runs.map(runData) }));
}

/** A signature, or a row of columns that holds one. */
function isSigned(block: ResolvedBlock): boolean {
  if (block.type === 'columns') return block.columns.some(({ blocks }) => blocks.some(isSigned));
  return block.type === 'signature';
}

/** "MEMUTUSKAN:" stays with what is decided. */
function isHeadOf(
  block: Extract<ResolvedBlock, { type: 'lines' }>,
  next: ResolvedBlock | undefined,
): boolean {
  return block.align === 'centre' && next?.type === 'dictum';
}

/** The list of chapters and sections, not one of tables or charts. */
function isOutline(block: { readonly entries: readonly { readonly depth: number }[] }): boolean {
  return block.entries.some((entry) => entry.depth > 0);
}

/** The words before a list stay with it; two lines stay with the signature: a short paragraph goes over whole. */
function isKeptWith(runs: readonly Run[], next: ResolvedBlock | undefined): boolean {
  return (
    (next?.type === 'signature' || next?.type === 'list') &&
    runs.reduce((length, run) => length + run.text.length, 0) < 1200
  );
}

/** Room in mm for "BAB VIII", "3.10", "3.10.2", or for "Grafik 3.10". */
function contentsWidths(entries: readonly { readonly number: string | null }[]): readonly number[] {
  const longest = Math.max(...entries.map((entry) => entry.number?.length ?? 0), 0);
  return [longest > 8 ? 26 : 20, 11, 14];
}

function runData(run: Run): unknown {
  return { text: breakable(run.text), strong: run.strong, emph: run.emph };
}

function laneTableData(table: LaneTable): unknown {
  const { before, lanes, after } = table;
  return {
    type: table.type,
    title: breakable(table.title),
    widths: [
      ...before.map(({ width }) => width),
      ...lanes.labels.map(() => lanes.width),
      ...after.map(({ width }) => width),
    ],
    heads: laneHeads(table).map((row) => row.map((cell) => ({ ...cell, label: breakable(cell.label) }))),
    lanes: lanes.labels.length,
    rows: table.rows.map((row) => ({
      before: row.before.map(breakable),
      after: row.after.map(breakable),
      height: row.height,
      width: lanes.width * lanes.labels.length,
      ...row.drawing,
    })),
  };
}

const SMALL_TABLE = 45;

function tableData(table: ResolvedTable, dense: boolean): unknown {
  const closing = table.rows.slice(-2);
  const short = [...closing, ...(table.total === null ? [] : [table.total])].every(isShort);
  return {
    type: table.type,
    anchor: table.anchor,
    number: table.number,
    title: breakable(table.title),
    columns: table.columns.map(({ label, kind, weight }) => ({ label: breakable(label), kind, weight })),
    columnNumbers: table.columnNumbers,
    rowRoom: table.rowRoom ?? 0,
    rows: table.rows.map((row) => rowData(row, 1)),
    total: table.total === null ? null : rowData(table.total, totalSpan(table.total)),
    notes: table.notes.map((note) => note.map(runData)),
    dense,
    small: table.rows.length <= SMALL_TABLE && table.rows.every(isShort),
    keepRows: short && table.rows.length > 1 ? closing.length : 0,
  };
}

function isShort(row: ResolvedRow): boolean {
  return row.cells.every((cell) => cell.text.length < 700);
}

function rowData(row: ResolvedRow, span: number): unknown {
  // Only a row that may be taller than a page is torn at its end.
  return { span, tall: !isShort(row), cells: row.cells.map((cell) => breakable(cell.text)) };
}

/** Words longer than any of the language get places to break, so that none runs out of its cell. */
function breakable(text: string): string {
  return text.length < LONG ? text : text.replace(LONG_WORD, (word) => word.replace(PIECE, '$&\u200B'));
}

const LONG = 25;
const LONG_WORD = /\S{25,}/gu;
const PIECE = /(?:\P{M}\p{M}*){8}(?=\S)(?![\u200D\uFE0F])/gu;
