import type { ReportTree } from './blocks.ts';
import type { DocumentWords } from './document-words.ts';
import type { TreeNumbers } from './number-tree.ts';

/** What resolving one block may look at. */
export type ResolveContext = {
  readonly tree: ReportTree;
  readonly numbers: TreeNumbers;
  readonly words: DocumentWords;
};
