import type { ResolvedRow } from '../../domain/documents/resolved-document.ts';

/** Columns that the label of a total row stretches over: the empty cells before it and its own; 1 when none. */
export function totalSpan(row: ResolvedRow): number {
  const first = row.cells.findIndex((cell) => cell.kind !== 'empty');
  return first > 0 && row.cells[first]?.kind === 'text' ? first + 1 : 1;
}
