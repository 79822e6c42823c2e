import { isBookNumber } from '../../domain/registers/book-number.ts';
import type { ImportedRow } from '../../domain/registers/register-row.ts';
import { takenWords } from './taken-words.ts';

/** What the import doubted about a row and which columns it kept aside, for the case page; empty when nothing. */
export function rowRemarks(row: Pick<ImportedRow, 'doubts' | 'kept' | 'sourceNumber'>): string {
  const doubts = row.doubts.map((doubt) => {
    const taken = doubt.taken === null ? '' : ` Diambil: ${takenWords(doubt.taken, { language: 'id' })}.`;
    return `${doubt.why} Tertulis: “${doubt.written}”.${taken}`;
  });
  const kept = row.kept.map(({ heading, text }) => `${heading}: ${text}`);
  const number =
    row.sourceNumber === plainRowNumber(row) ? [] : [`Tertulis pada kolom nomor: ${row.sourceNumber}`];
  return [...doubts, ...kept, ...number].join('\n');
}

/** The number of a row as the history may hold it; whatever else stood in that column goes to the remarks. */
export function plainRowNumber({ sourceNumber }: Pick<ImportedRow, 'sourceNumber'>): string | null {
  return sourceNumber !== null && isBookNumber(sourceNumber) ? sourceNumber : null;
}
