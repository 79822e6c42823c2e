import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import { letterValues, neededTags } from '../../domain/papers/letter-values.ts';
import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import { drawPaperFile } from './draw-paper.ts';

/**
 * A letter on the office's own paper. Where that cannot be filled, or is not fit any more, the letter comes on ours: `own` says
 * which. The file is looked through anew each time: it lay in a table since.
 */
export async function drawOwnLetter(
  tree: DocumentTree,
  template: Uint8Array,
  kind: PaperKind,
): Promise<{ readonly file: Uint8Array; readonly own: boolean }> {
  const values = letterValues(resolveTree(tree));
  if (values !== null) {
    const { openLetterTemplate } = await import(
      '../../adapters/documents/letter-template/open-letter-template.ts'
    );
    const opened = await openLetterTemplate(template, values, neededTags(kind));
    if (opened.ok) return { file: opened.file, own: true };
  }
  // A letter must go out: what Word wrote strangely is printed on our own paper instead.
  return { file: await drawPaperFile(tree, 'docx'), own: false };
}
