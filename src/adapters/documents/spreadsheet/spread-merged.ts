import type { SheetCell, SheetRow } from '../../../domain/registers/sheet.ts';
import { type CellBudget, columnOf } from './cell-address.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';

/** A merged block, rows as Excel counts them, columns from 0, both ends included. */
export type MergedBlock = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** "A1:H2" → its corners; null when it is no such thing. */
export function readMergedBlock(reference: string): MergedBlock | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
}

/**
 * Repeats the value of each merged block in the block's other cells, marked with the direction it came from.
 * Only rows that hold something of their own are reached, so that a block over a million empty rows costs nothing.
 */
export function spreadMerged(
  rows: readonly SheetRow[],
  blocks: readonly MergedBlock[],
  left: CellBudget,
): SheetRow[] {
  if (blocks.length === 0) return [...rows];
  const place = new Map(rows.map((row, at) => [row.row, at]));
  const added = new Map<number, { readonly columns: Set<number>; readonly cells: SheetCell[] }>();
  for (const block of blocks) {
    const first = place.get(block.top);
    const source =
      first === undefined ? undefined : rows[first]?.cells.find((cell) => cell.column === block.left);
    if (first === undefined || source === undefined) continue;
    for (let at = first; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.row > block.bottom) break;
      // Counted even where nothing is added, so that many blocks over the same rows come to an end.
      left.cells -= 1;
      if (left.cells < 0) throw new SpreadsheetStop('too-many-cells');
      const own = added.get(at) ?? { columns: new Set(row.cells.map((cell) => cell.column)), cells: [] };
      added.set(at, own);
      for (let column = block.left; column <= Math.min(block.right, 255); column += 1) {
        if (own.columns.has(column)) continue;
        left.cells -= 1;
        left.characters -= source.text.length;
        if (left.cells < 0 || left.characters < 0) throw new SpreadsheetStop('too-many-cells');
        own.columns.add(column);
        own.cells.push({ ...source, column, spread: row.row === block.top ? 'right' : 'down' });
      }
    }
  }
  return rows.map((row, at) => {
    const more = added.get(at);
    return more === undefined
      ? row
      : { ...row, cells: [...row.cells, ...more.cells].sort((a, b) => a.column - b.column) };
  });
}
