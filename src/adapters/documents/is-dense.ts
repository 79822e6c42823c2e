import type { ResolvedTable } from '../../domain/documents/resolved-document.ts';

/** Registers and tables of many columns are printed smaller. */
export function isDense({ columns }: ResolvedTable, lying: boolean): boolean {
  return lying || columns.length > 6;
}
