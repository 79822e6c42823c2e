import type {
  Block,
  Cell,
  DocumentTree,
  Figure,
  FigureFormat,
  Inline,
  Row,
  Section,
  Table,
} from './blocks.ts';

/** One place in which a figure stands. `where` names it for people: "tabel by-service · pbi-jk · count". */
export type FigureUse = {
  readonly id: string;
  readonly value: number | null;
  /** Cells of a percent column have `percent`: tenths. */
  readonly format: FigureFormat;
  readonly kind: 'text' | 'cell' | 'total' | 'denominator';
  readonly where: string;
};

/**
 * The same tree with each figure's value as `change` says, asked once for every place in the order of the paper.
 * The one walk behind `readFigures` and the mutation tests.
 */
export function mapFigures(tree: DocumentTree, change: (use: FigureUse) => number | null): DocumentTree {
  return {
    meta: tree.meta,
    front: mapBlocks(tree.front, 'bagian depan', change),
    body: mapBlocks(tree.body, 'isi', change),
    appendices: tree.appendices.map((appendix) => ({
      ...appendix,
      blocks: mapBlocks(appendix.blocks, `lampiran ${appendix.id}`, change),
    })),
  };
}

type Change = (use: FigureUse) => number | null;

function mapBlocks(blocks: readonly Block[], where: string, change: Change): readonly Block[] {
  return blocks.map((block) => mapBlock(block, where, change));
}

function mapBlock(block: Block, where: string, change: Change): Block {
  switch (block.type) {
    case 'section':
      return mapSection(block, change);
    case 'paragraph':
    case 'note':
      return { ...block, inlines: mapInlines(block.inlines, where, change) };
    case 'list':
      return { ...block, items: block.items.map((item) => mapInlines(item, where, change)) };
    case 'fields':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, inlines: mapInlines(item.inlines, where, change) })),
      };
    case 'table':
      return mapTable(block, change);
    case 'lines':
      return { ...block, lines: block.lines.map((line) => mapInlines(line, where, change)) };
    case 'ticks':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, inlines: mapInlines(item.inlines, where, change) })),
      };
    case 'dictum':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          parts: item.parts.map((part) => ({ ...part, inlines: mapInlines(part.inlines, where, change) })),
        })),
      };
    case 'frame':
      return { ...block, blocks: mapBlocks(block.blocks, where, change) };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          blocks: mapBlocks(column.blocks, where, change),
        })),
      };
    case 'room':
    case 'boxes':
    case 'cover':
    case 'letterhead':
    case 'contents':
    case 'heading':
    case 'chart':
    case 'lane-table':
    case 'signature':
    case 'page-break':
      return block;
  }
}

function mapSection(section: Section, change: Change): Section {
  return { ...section, blocks: mapBlocks(section.blocks, `bagian ${section.id}`, change) };
}

function mapInlines(inlines: readonly Inline[], where: string, change: Change): readonly Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.type === 'figure')
      return { ...inline, figure: mapFigure(inline.figure, 'text', where, change) };
    if (inline.type === 'strong' || inline.type === 'emph') {
      return { ...inline, inlines: mapInlines(inline.inlines, where, change) };
    }
    return inline;
  });
}

function mapFigure(figure: Figure, kind: FigureUse['kind'], where: string, change: Change): Figure {
  const { id, value, format } = figure;
  return { ...figure, value: change({ id, value, format, kind, where }) };
}

function mapTable(table: Table, change: Change): Table {
  const where = `tabel ${table.id}`;
  const mapRow = (row: Row, kind: 'cell' | 'total'): Row => ({
    ...row,
    cells: row.cells.map((cell, at) =>
      mapCell(cell, kind, `${where} · ${row.key} · ${table.columns[at]?.key ?? at}`, change),
    ),
  });
  return {
    ...table,
    rows: table.rows.map((row) => mapRow(row, 'cell')),
    total: table.total === null ? null : mapRow(table.total, 'total'),
    denominator:
      table.denominator === null
        ? null
        : { ...table.denominator, figure: mapFigure(table.denominator.figure, 'denominator', where, change) },
    notes: table.notes.map((note) => mapInlines(note, `${where} · catatan`, change)),
  };
}

function mapCell(cell: Cell, kind: 'cell' | 'total', where: string, change: Change): Cell {
  if (cell.kind === 'number') {
    return { ...cell, value: change({ id: cell.id, value: cell.value, format: 'count', kind, where }) };
  }
  if (cell.kind === 'percent') {
    return { ...cell, tenths: change({ id: cell.id, value: cell.tenths, format: 'percent', kind, where }) };
  }
  return cell;
}
