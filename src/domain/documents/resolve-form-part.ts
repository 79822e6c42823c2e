import type { Block, Boxes, Columns, Dictum, Frame, Lines, Room, Ticks } from './blocks.ts';
import { cleanLine } from './clean-text.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveInlines } from './resolve-inlines.ts';
import type { ResolvedBlock } from './resolved-document.ts';

/** Blocks of letters and forms; `within` resolves what stands inside columns and frames. */
export function resolveFormPart(
  block: Lines | Columns | Ticks | Room | Boxes | Dictum | Frame,
  context: ResolveContext,
  within: (blocks: readonly Block[]) => readonly ResolvedBlock[],
): ResolvedBlock {
  switch (block.type) {
    case 'lines':
      return { ...block, lines: block.lines.map((line) => resolveInlines(line, context)) };
    case 'columns':
      return {
        type: block.type,
        columns: block.columns.map(({ weight, blocks }) => ({ weight, blocks: within(blocks) })),
      };
    case 'ticks':
      return {
        ...block,
        items: block.items.map(({ ticked, inlines }) => ({ ticked, runs: resolveInlines(inlines, context) })),
      };
    case 'room':
      return { ...block, label: block.label === null ? null : cleanLine(block.label) };
    case 'boxes':
      return {
        ...block,
        items: block.items.map(({ label, below }) => ({
          label: cleanLine(label),
          below: below === null ? null : cleanLine(below),
        })),
      };
    case 'dictum':
      return {
        type: block.type,
        items: block.items.map(({ label, parts }) => ({
          label: cleanLine(label),
          parts: parts.map(({ sign, inlines }) => ({ sign, runs: resolveInlines(inlines, context) })),
        })),
      };
    case 'frame':
      return { type: block.type, blocks: within(block.blocks) };
  }
}
