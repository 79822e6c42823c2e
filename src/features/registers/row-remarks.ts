import type { ImportedRow } from '../../domain/registers/register-row.ts';

/** What the import doubted about a row and which columns it kept aside, for the case page; empty when nothing. */
export function rowRemarks(row: ImportedRow): string {
  const doubts = row.doubts.map((doubt) => {
    const taken = doubt.taken === null ? '' : ` Diambil: ${doubt.taken}.`;
    return `${doubt.why} Tertulis: "${doubt.written}".${taken}`;
  });
  const kept = row.kept.map(({ heading, text }) => `${heading}: ${text}`);
  return [...doubts, ...kept].join('\n');
}
