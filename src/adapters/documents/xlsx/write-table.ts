import { type SheetCell, writeWorkbook } from './write-workbook.ts';

/** A plain table of texts, head first, as one sheet with a frozen, filtered header. Every cell is text, never a formula. */
export function writeTable(
  table: readonly (readonly string[])[],
  about: { readonly title: string; readonly creator: string; readonly madeAt: Date },
): Promise<Uint8Array> {
  const [head = [], ...body] = table;
  const cells = (row: readonly string[], look: SheetCell['look']): SheetCell[] =>
    row.map((value) => ({ value, look }));
  return writeWorkbook({
    ...about,
    sheets: [
      {
        name: 'Register',
        widths: head.map((_, column) => widthOf(table, column)),
        rows: [cells(head, 'header'), ...body.map((row) => cells(row, 'text'))],
        frozenRows: 1,
        filter: body.length === 0 ? null : { fromRow: 0, toRow: body.length },
        lying: true,
      },
    ],
  });
}

/** As wide as its longest text among the first rows, within what a screen holds. */
function widthOf(table: readonly (readonly string[])[], column: number): number {
  const longest = Math.max(...table.slice(0, 200).map((row) => (row[column] ?? '').length));
  return Math.min(60, Math.max(8, longest + 2));
}
