import type { SheetRow } from './sheet.ts';

/** The row's text as one line, each merged value once. */
export function textOfRow(row: SheetRow): string {
  return row.cells
    .filter((cell) => cell.spread === undefined)
    .map((cell) => cell.text.replaceAll(/\s+/g, ' ').trim())
    .join(' | ')
    .slice(0, 500);
}
