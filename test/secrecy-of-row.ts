import type { ImportedRow } from '../src/domain/registers/register-row.ts';

/** What became of a row: open or sealed, and whether a doubt about it is told. */
export type SecrecyVerdict = 'open' | 'open told' | 'sealed' | 'sealed told';

/** The doubts by which secrecy is told stand under these fields. */
export function secrecyOfRow(row: ImportedRow | undefined): SecrecyVerdict | null {
  if (row === undefined) return null;
  const told = row.doubts.some(({ why }) => /anonim|rahasia/.test(why));
  const kept = row.anonymous || row.secret;
  if (kept) return told ? 'sealed told' : 'sealed';
  return told ? 'open told' : 'open';
}
