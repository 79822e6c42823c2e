import type { ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { drawPdf } from './draw-pdf.ts';
import type { ReplacedCharacter } from './filter-glyphs.ts';

export type DrawnVolumes = {
  readonly files: readonly Uint8Array[];
  /** What was replaced in all of them together. */
  readonly replaced: readonly ReplacedCharacter[];
};

/**
 * The volumes of a paper (`splitVolumes`) as one PDF each. One process after the other, so that a register of any
 * length takes the memory of one volume.
 */
export async function drawPdfVolumes(volumes: readonly ResolvedDocument[]): Promise<DrawnVolumes> {
  const files: Uint8Array[] = [];
  const replaced = new Map<string, ReplacedCharacter>();
  for (const volume of volumes) {
    const drawn = await drawPdf(volume);
    files.push(drawn.file);
    for (const one of drawn.replaced) {
      const before = replaced.get(one.codePoint)?.count ?? 0;
      replaced.set(one.codePoint, { ...one, count: before + one.count });
    }
  }
  return { files, replaced: [...replaced.values()] };
}
