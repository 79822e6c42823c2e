import type { DocumentTree } from './blocks.ts';
import type { DocumentWords } from './document-words.ts';
import type { TreeNumbers } from './number-tree.ts';

/** What resolving one block may look at. */
export type ResolveContext = {
  readonly tree: DocumentTree;
  readonly numbers: TreeNumbers;
  readonly words: DocumentWords;
};
