import type { Block, DocumentTree, Table } from './blocks.ts';

/** Every table of a tree by its id, in the order of the paper. */
export function readTables(tree: DocumentTree): ReadonlyMap<string, Table> {
  const blocks = [...tree.front, ...tree.body, ...tree.appendices.flatMap((appendix) => appendix.blocks)];
  return new Map(blocks.flatMap(tablesOf).map((table) => [table.id, table]));
}

function tablesOf(block: Block): readonly Table[] {
  if (block.type === 'table') return [block];
  return block.type === 'section' ? block.blocks.flatMap(tablesOf) : [];
}
