/** What may still be taken from one file, over all its sheets. */
export type CellBudget = { rows: number; cells: number; characters: number };

/** "AB12" → 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}
