import type { Block, DocumentTree, Inline } from '../documents/blocks.ts';
import type { FigureUse } from '../documents/map-figures.ts';

/** Sentences of a paper in which a figure or a name has nothing to say: "paling banyak menyangkut ." Each names its place. */
export function checkSentences(tree: DocumentTree, uses: readonly FigureUse[]): readonly string[] {
  const untold = uses.filter(({ kind, value }) => kind === 'text' && value === null);
  return [
    ...untold.map(({ id, where }) => `${id} (${where}) tidak dapat disebut`),
    ...unfinished([...tree.front, ...tree.body]),
    ...tree.appendices.flatMap(({ blocks }) => unfinished(blocks)),
  ];
}

function unfinished(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'section':
        return unfinished(block.blocks);
      case 'paragraph':
      case 'note':
        return sentenceOf(block.inlines);
      case 'list':
        return block.items.flatMap(sentenceOf);
      default:
        return [];
    }
  });
}

/** Words that are put in stand as a text of their own (`fillText`), and only they can be empty. */
function sentenceOf(inlines: readonly Inline[]): readonly string[] {
  if (inlines.every((inline) => inline.type !== 'text' || inline.text !== '')) return [];
  const said = inlines.map((inline) => (inline.type === 'text' ? inline.text || '…' : '')).join('');
  return [`Kalimat tanpa isi: “${said.slice(0, 120)}”`];
}
