import type { DocumentTree } from './blocks.ts';
import { type FigureUse, mapFigures } from './map-figures.ts';

/**
 * Every place of a tree in which a figure stands, in the order of the paper. Charts have none of their own: they
 * draw the figures of their table.
 */
export function readFigures(tree: DocumentTree): readonly FigureUse[] {
  const uses: FigureUse[] = [];
  mapFigures(tree, (use) => {
    uses.push(use);
    return use.value;
  });
  return uses;
}

export type FigureConflict = { readonly id: string; readonly uses: readonly FigureUse[] };

/** Facts that are said with more than one value: text against table, table against register. */
export function findFigureConflicts(uses: readonly FigureUse[]): readonly FigureConflict[] {
  const byId = Map.groupBy(uses, (use) => use.id);
  return [...byId]
    .filter(([, places]) => new Set(places.map((use) => use.value)).size > 1)
    .map(([id, places]) => ({ id, uses: places }));
}
