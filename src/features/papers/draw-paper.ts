import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';

export const PAPER_FORMATS = ['html', 'pdf', 'docx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export function isPaperFormat(word: string): word is PaperFormat {
  return PAPER_FORMATS.some((format) => format === word);
}

/** A paper as a file. The interpreters are only loaded when they are needed. */
export async function drawPaperFile(tree: DocumentTree, format: PaperFormat): Promise<Uint8Array> {
  const document = resolveTree(tree);
  switch (format) {
    case 'html': {
      const { drawHtml } = await import('../../adapters/documents/web/draw-html.ts');
      return Buffer.from(drawHtml(document));
    }
    case 'pdf': {
      const { drawPdf } = await import('../../adapters/documents/pdf/draw-pdf.ts');
      return (await drawPdf(document)).file;
    }
    case 'docx': {
      const { drawDocx } = await import('../../adapters/documents/docx/draw-docx.ts');
      return drawDocx(document);
    }
  }
}
