import type { Appendix, Block, DocumentMeta, DocumentTree } from '../documents/blocks.ts';
import type { OfficeData, ReportKind, ReportNode, ReportTemplate } from '../office/office-data.ts';
import { type SigningDeputy, signatureBlock } from '../papers/signature-block.ts';
import { buildChartBlock, buildTableBlock, reclassifiedOf, type TableDetails } from './build-table-block.ts';
import type { CountedTable } from './count-table.ts';
import { type FigureBook, fillText, fillWords, holds, missingFigure } from './figure-book.ts';
import { buildOfficeList } from './office-lists.ts';
import { nilAppendix, type RegisterSheetRow, ROWS_PER_VOLUME, registerAppendices } from './register-sheet.ts';
import type { ReportPeriod } from './report-period.ts';

export type ReportInput = TableDetails & {
  readonly office: OfficeData;
  readonly kind: ReportKind;
  readonly period: ReportPeriod;
  readonly template: ReportTemplate;
  /** Every table that the template names. */
  readonly tables: readonly CountedTable[];
  readonly book: FigureBook;
  readonly registerRows: readonly RegisterSheetRow[];
  /** True where the rows of the register were not read, since there are more than anybody prints. */
  readonly registerLeftOut: boolean;
  readonly madeAt: string;
  /** Who signs for whom on the day that the report bears (rule 33); left out: nobody. */
  readonly deputies?: readonly SigningDeputy[];
  /** Said on the paper when only what was recorded at that moment is counted (rule 36). */
  readonly asOf: string | null;
  readonly paper: DocumentMeta['paper'];
  readonly emblemSvg: string | null;
};

export type BuiltTree =
  | { readonly ok: true; readonly tree: DocumentTree }
  | { readonly ok: false; readonly refusal: 'unknown-figure'; readonly figure: string }
  | { readonly ok: false; readonly refusal: 'missing-table'; readonly table: string };

/**
 * The office's narrative with the period's figures in it. What stands before the first chapter is front matter;
 * registers go behind as appendices. Refuses when a text names a figure or a table that was not counted.
 */
export function buildReportTree(input: ReportInput): BuiltTree {
  const problem = findProblem(input.template.body, input);
  if (problem !== null) return problem;
  const nodes = input.template.body.filter((node) => holds(node.when, input.book));
  const first = nodes.findIndex((node) => node.type === 'section' && node.numbering === 'roman-chapter');
  const split = Math.max(first, 0);
  const body = [...asOfNote(input), ...blocksOf(nodes.slice(split), input, 'body')];
  const covered = input.template.body.some((node) => node.type === 'cover');
  return {
    ok: true,
    tree: {
      meta: metaOf(input),
      front: blocksOf(nodes.slice(0, split), input, 'front'),
      body: covered ? body : underLetterhead(body, input),
      appendices: appendicesOf(nodes, input),
    },
  };
}

/** A report without a cover still says on its first page whose it is, what it is, and that it is a draft. */
function underLetterhead(blocks: readonly Block[], { template, book }: ReportInput): readonly Block[] {
  return [
    { type: 'letterhead' },
    {
      type: 'section',
      id: 'report',
      heading: fillWords(template.title, book),
      numbering: 'none',
      inContents: true,
      blocks: [{ type: 'heading', text: EDITION, align: 'centre' }, ...blocks],
    },
  ];
}

/** Nothing is issued yet: every report that is built is a draft. */
const EDITION = 'Konsep';

function metaOf({
  office,
  kind,
  period,
  template,
  book,
  dated,
  madeAt,
  paper,
  emblemSvg,
}: ReportInput): DocumentMeta {
  return {
    id: `${office.slug}/${kind}/${period.text}`,
    title: fillWords(template.title, book),
    office: { slug: office.slug, name: office.name, government: office.government },
    language: 'id',
    period: period.label,
    dated,
    madeAt,
    edition: EDITION,
    figuresHash: null,
    paper,
    letterhead: { lines: office.letterhead.lines, address: office.letterhead.address, emblemSvg },
  };
}

function blocksOf(nodes: readonly ReportNode[], input: ReportInput, path: string): readonly Block[] {
  return nodes.flatMap((node, index) =>
    holds(node.when, input.book) ? blockOf(node, input, `${path}-${index + 1}`) : [],
  );
}

function blockOf(node: ReportNode, input: ReportInput, path: string): readonly Block[] {
  const { book, office, period } = input;
  switch (node.type) {
    case 'cover':
      return [
        {
          type: 'cover',
          title: fillWords(node.with.title ?? '', book),
          subtitle: node.with.subtitle === undefined ? null : fillWords(node.with.subtitle, book),
          foot: [office.government, office.name],
          emblem: true,
        },
      ];
    case 'contents':
      return [
        { type: 'contents', title: fillWords(node.with.heading ?? 'Daftar Isi', book), of: 'sections' },
      ];
    case 'section':
      return [
        {
          type: 'section',
          id: path,
          heading: fillWords(node.heading, book),
          numbering: node.numbering === 'roman-chapter' ? 'chapter' : node.numbering,
          inContents: true,
          blocks: blocksOf(node.body, input, path),
        },
      ];
    case 'paragraph':
      return [{ type: 'paragraph', inlines: fillText(node.text, book) }];
    case 'list': {
      const items = node.items
        .filter((item) => holds(item.when, book))
        .map((item) => fillText(item.text, book));
      if (items.length > 0) return [{ type: 'list', ordered: node.ordered, items }];
      return node.empty === null ? [] : [{ type: 'paragraph', inlines: fillText(node.empty, book) }];
    }
    case 'table':
      return tableBlocks(node, input);
    case 'signature':
      return [
        signatureBlock(office, {
          ...{ role: node.with.role ?? null, dated: input.dated },
          deputies: input.deputies ?? [],
        }),
      ];
    case 'registers':
      return registerNote(input);
    default:
      return buildOfficeList(node, office, period);
  }
}

function tableBlocks(node: Extract<ReportNode, { type: 'table' }>, input: ReportInput): readonly Block[] {
  const counted = input.tables.find((table) => table.id === node.id);
  if (counted === undefined) return [];
  const words = { title: fillWords(node.title, input.book), key: node.key };
  const table = buildTableBlock(counted, words, input.office, input.period, {
    ...input,
    reclassified: reclassifiedOf(input.tables),
  });
  return node.chart !== 'none' && hasFigures(counted) ? [table, buildChartBlock(table, node.chart)] : [table];
}

/** A table that counts nothing, or of which nothing could be measured, has nothing to draw. */
function hasFigures({ rows, ofCases, denominator }: CountedTable): boolean {
  return (denominator > 0 || !ofCases) && rows.some((row) => row.count > 0);
}

/** A register of many thousand rows goes into volumes of its own; one that nobody would print is left to its export. */
function registerNote({ registerRows, registerLeftOut }: ReportInput): readonly Block[] {
  const note = (text: string): readonly Block[] => [
    { type: 'note', tone: 'plain', inlines: [{ type: 'text', text }] },
  ];
  if (registerLeftOut) {
    return note('Register bulanan tidak dicetak karena terlalu panjang; barisnya ada dalam ekspor register.');
  }
  return registerRows.length > ROWS_PER_VOLUME
    ? note('Register bulanan dicetak dalam jilid tersendiri karena jumlah barisnya melebihi satu jilid.')
    : [];
}

function appendicesOf(
  nodes: readonly ReportNode[],
  { registerRows, registerLeftOut, period, book, dated }: ReportInput,
): readonly Appendix[] {
  const headings = nodes.flatMap((node) =>
    node.type === 'registers' ? [fillWords(node.with.heading ?? 'Register', book)] : [],
  );
  const [heading] = headings;
  if (heading === undefined || registerLeftOut) return [];
  const nil = nilAppendix(registerRows, period, dated);
  return [...registerAppendices(registerRows, period, heading), ...(nil === null ? [] : [nil])];
}

function asOfNote({ asOf }: ReportInput): readonly Block[] {
  return asOf === null
    ? []
    : [
        {
          type: 'note',
          tone: 'attention',
          inlines: [{ type: 'text', text: `Menurut catatan yang sudah ada di Tanggap pada ${asOf}.` }],
        },
      ];
}

function findProblem(
  nodes: readonly ReportNode[],
  input: ReportInput,
): Exclude<BuiltTree, { ok: true }> | null {
  for (const node of nodes) {
    for (const text of textsOf(node)) {
      const figure = missingFigure(text, input.book);
      if (figure !== null) return { ok: false, refusal: 'unknown-figure', figure };
    }
    if (node.type === 'table' && input.tables.every((table) => table.id !== node.id)) {
      return { ok: false, refusal: 'missing-table', table: node.id };
    }
    const inner = node.type === 'section' ? findProblem(node.body, input) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function textsOf(node: ReportNode): readonly string[] {
  switch (node.type) {
    case 'cover':
    case 'contents':
    case 'registers':
      return Object.values(node.with);
    case 'section':
      return [node.heading];
    case 'paragraph':
      return [node.text];
    case 'list':
      return [...node.items.map((item) => item.text), ...(node.empty === null ? [] : [node.empty])];
    case 'table':
      return [node.title];
    default:
      return [];
  }
}
