import type { ResolvedBlock, ResolvedDocument, Run } from '../src/domain/documents/resolved-document.ts';

/** Every text that a resolved letter or form shows, one entry a line, cell or label. */
export function textsOfPaper(document: ResolvedDocument): readonly string[] {
  return [
    ...document.body.flatMap(textsOf),
    ...document.appendices.flatMap((appendix) => [
      appendix.title.toUpperCase(),
      ...(appendix.decree === null
        ? []
        : [
            appendix.decree.heading.toUpperCase(),
            ...appendix.decree.items.flatMap((item) => [item.label.toUpperCase(), joined(item.runs)]),
          ]),
      ...appendix.blocks.flatMap(textsOf),
    ]),
  ].filter((text) => text.trim() !== '');
}

function textsOf(block: ResolvedBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return [joined(block.runs)];
    case 'heading':
      return [block.title];
    case 'list':
      return block.items.map(joined);
    case 'fields':
      return block.items.flatMap((item) => [item.label, joined(item.runs)]);
    case 'table':
      return [
        ...block.columns.map(({ label }) => label),
        ...block.rows.flatMap((row) => row.cells.map(({ text }) => text)),
      ];
    case 'signature':
      return [...block.opening, ...block.signers.flatMap((one) => [...one.above, one.name, ...one.below])];
    case 'lines':
      return block.lines.map(joined);
    case 'ticks':
      return block.items.map(({ runs }) => joined(runs));
    case 'room':
      return block.label === null ? [] : [block.label];
    case 'boxes':
      return block.items.flatMap(({ label, below }) => (below === null ? [label] : [label, below]));
    case 'dictum':
      return block.items.flatMap(({ label, parts }) => [label, ...parts.map(({ runs }) => joined(runs))]);
    case 'frame':
      return block.blocks.flatMap(textsOf);
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    default:
      return [];
  }
}

function joined(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
