import type { ResolvedDocument } from '../../../domain/reports/resolved-document.ts';
import { splitVolumes } from '../../../domain/reports/split-volumes.ts';
import { type DrawnPdf, drawPdf } from './draw-pdf.ts';

export type PdfVolume = DrawnPdf & {
  /** "Laporan … (jilid 2 dari 5)"; the plain title when there is one volume. */
  readonly title: string;
};

/**
 * A document as one PDF, or as volumes when a register in it has more than `rowsPerVolume` rows. One process after
 * the other, so that a register of any length takes the memory of one volume.
 */
export async function drawPdfVolumes(
  document: ResolvedDocument,
  rowsPerVolume = 5000,
): Promise<readonly PdfVolume[]> {
  const volumes: PdfVolume[] = [];
  for (const volume of splitVolumes(document, rowsPerVolume)) {
    volumes.push({ title: volume.meta.title, ...(await drawPdf(volume)) });
  }
  return volumes;
}
