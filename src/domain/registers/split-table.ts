import { type Header, readHeader, repeatsHeader } from './find-header.ts';
import type { Wish } from './find-wish.ts';
import { bandOf, wishOfLine } from './line-secrecy.ts';
import type { IgnoredRow } from './register-row.ts';
import { isRuleLine, type RowPlace, type RowRole, roleOfRow } from './row-role.ts';
import type { SheetRow } from './sheet.ts';
import { textOfRow } from './text-of-row.ts';

/** One row of a table with the rows that a page break had split from it. */
export type TableRow = {
  readonly row: SheetRow;
  readonly joined: readonly SheetRow[];
  /** It stands below a line that seals: "PENGADUAN RAHASIA". */
  readonly sealed?: Wish;
};

/** One table of a sheet: its head, the lines above it, its rows. */
export type Table = {
  readonly titles: readonly string[];
  readonly header: Header;
  /** Where the head stands, as Excel shows it. */
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
  /** Lines between the rows that seal those below them. */
  readonly bands: readonly SheetRow[];
};

export type SplitSheet = {
  readonly tables: readonly Table[];
  readonly ignored: readonly Pick<IgnoredRow, 'row' | 'text' | 'reason'>[];
};

/**
 * Takes a sheet apart: titles, heads (also repeated after a page break, and a second table further down), the row of column
 * numbers, rows of the table with their split-off parts, totals, signature block. Every row lands in one of the two lists.
 */
export function splitTable(rows: readonly SheetRow[]): SplitSheet {
  const tables: OpenTable[] = [];
  const ignored: SplitSheet['ignored'][number][] = [];
  let titles: string[] = [];
  let signing = false;
  let sealed: Wish | null = null;
  const ignore = (row: SheetRow, reason: IgnoredRow['reason']): void => {
    ignored.push({ row: row.row, text: textOfRow(row), reason });
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const table = tables.at(-1);
    const head = headAt(rows, at, titles.length === 0 ? table?.header : undefined);
    if (head !== null) {
      for (const line of rows.slice(at, at + head.height)) ignore(line, head.reason);
      at += head.height - 1;
      // Signed page by page: the table goes on below its repeated head.
      signing = false;
      if (head.reason === 'repeated-header') continue;
      // A line that seals and is followed by no row of its table stands over the new head.
      const over = bandsBelow(table);
      tables.push({ titles, over, header: head.header, headerRow: row.row, rows: [], bands: [] });
      titles = [];
      sealed = null;
      continue;
    }
    const band = table === undefined ? null : bandOf(row, table.header.columns);
    if (table !== undefined && (band === 'open' ? sealed !== null : band !== null)) {
      ignore(row, 'note');
      if (band !== 'open') table.bands.push({ row, after: table.rows.length });
      sealed = band === 'open' ? null : band;
      continue;
    }
    const role = roleOf(row, table, {
      before: rows[at - 1],
      after: rows[at + 1],
      headFollows: () => headAt(rows, at + 1, table?.header) !== null,
      signing,
    });
    if (role === 'row') table?.rows.push({ row, joined: [], ...(sealed === null ? {} : { sealed }) });
    else if (role === 'continuation') table?.rows.at(-1)?.joined.push(row);
    else ignore(row, role);
    if (role === 'title') {
      titles.push(textOfRow(row));
      // "PENGADUAN RAHASIA BULAN JANUARI 2023" without a head of its own seals what follows it.
      const wish = table === undefined ? null : wishOfLine(textOfRow(row));
      if (wish !== null) {
        table?.bands.push({ row, after: table.rows.length });
        sealed = wish;
      }
    }
    if (role === 'signature') signing = true;
    else if (role === 'row' || role === 'title') signing = false;
  }
  for (const table of tables)
    if (table.titles.length === 0 && tables[0] !== table) table.titles.push(...titlesBefore(tables, table));
  return {
    tables: tables.map(({ over, ...table }) => ({
      ...table,
      titles: [...new Set([...table.titles, ...over])],
      bands: table.bands.map(({ row }) => row),
    })),
    ignored,
  };
}

/** Takes from a table the lines that seal none of its rows, to stand over the next. */
function bandsBelow(table: OpenTable | undefined): string[] {
  if (table === undefined) return [];
  const last = table.bands.filter(({ after }) => after === table.rows.length);
  table.bands.splice(table.bands.length - last.length);
  return last.map(({ row }) => textOfRow(row));
}

type OpenTable = {
  readonly titles: string[];
  /** Lines that seal, right above its head; no table further down stands under them. */
  readonly over: readonly string[];
  readonly header: Header;
  readonly headerRow: number;
  readonly rows: { readonly row: SheetRow; readonly joined: SheetRow[]; readonly sealed?: Wish }[];
  readonly bands: { readonly row: SheetRow; readonly after: number }[];
};

/** The head that begins here; the one of the table `above` may stand again after a page break. */
function headAt(
  rows: readonly SheetRow[],
  at: number,
  above: Header | undefined,
): {
  readonly reason: 'header' | 'repeated-header';
  readonly header: Header;
  readonly height: number;
} | null {
  const row = rows[at];
  if (row === undefined || isRuleLine(row)) return null;
  const header = readHeader(rows, at);
  if (above !== undefined && repeatsHeader(row, above))
    return {
      reason: 'repeated-header',
      header: above,
      height: Math.min(above.height, header?.height ?? 1),
    };
  return header === null ? null : { reason: 'header', header, height: header.height };
}

/** Above the first head stand titles. */
function roleOf(row: SheetRow, table: OpenTable | undefined, place: Omit<RowPlace, 'above'>): RowRole {
  if (table === undefined) return isRuleLine(row) ? 'note' : 'title';
  const last = table.rows.at(-1);
  return roleOfRow(row, table.header, {
    ...place,
    above: last === undefined ? [] : [last.row, ...last.joined.slice(-1)],
  });
}

/** A table without lines of its own stands under those of the table before. */
function titlesBefore(tables: readonly OpenTable[], table: OpenTable): readonly string[] {
  for (let at = tables.indexOf(table) - 1; at >= 0; at -= 1) {
    const titles = tables[at]?.titles ?? [];
    if (titles.length > 0) return titles;
  }
  return [];
}
