import { type Header, isColumnNumbers, readHeader, repeatsHeader } from './find-header.ts';
import { readWrittenDate } from './read-written-date.ts';
import type { IgnoredRow } from './register-row.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { periodIn } from './sheet-period.ts';
import { readStatus } from './written-values.ts';

/** One row of a table with the rows that a page break had split from it. */
export type TableRow = { readonly row: SheetRow; readonly joined: readonly SheetRow[] };

/** One table of a sheet: its head, the lines above it, its rows. */
export type Table = {
  readonly titles: readonly string[];
  readonly header: Header;
  /** Where the head stands, as Excel shows it. */
  readonly headerRow: number;
  readonly rows: readonly TableRow[];
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
  const tables: {
    titles: string[];
    header: Header;
    headerRow: number;
    rows: { row: SheetRow; joined: SheetRow[] }[];
  }[] = [];
  const ignored: SplitSheet['ignored'][number][] = [];
  let titles: string[] = [];
  let signing = false;
  const ignore = (row: SheetRow, reason: IgnoredRow['reason']): void => {
    ignored.push({ row: row.row, text: textOfRow(row), reason });
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const table = tables.at(-1);
    if (isRuleLine(row)) {
      ignore(row, 'note');
      continue;
    }
    if (table !== undefined && repeatsHeader(row, table.header) && titles.length === 0) {
      ignore(row, 'repeated-header');
      const under = rows[at + 1];
      if (table.header.height === 2 && under !== undefined && readHeader(rows, at)?.height === 2) {
        ignore(under, 'repeated-header');
        at += 1;
      }
      continue;
    }
    const header = readHeader(rows, at);
    if (header !== null) {
      const under = rows[at + 1];
      ignore(row, 'header');
      if (header.height === 2 && under !== undefined) {
        ignore(under, 'header');
        at += 1;
      }
      tables.push({ titles, header, headerRow: row.row, rows: [] });
      titles = [];
      signing = false;
      continue;
    }
    if (table === undefined) {
      titles.push(textOfRow(row));
      ignore(row, 'title');
      continue;
    }
    const shape = shapeOfRow(row, table.header);
    if (isColumnNumbers(row)) ignore(row, 'column-numbers');
    else if (isTitle(row, shape)) {
      titles.push(textOfRow(row));
      signing = false;
      ignore(row, 'title');
    } else if (isTotal(row, shape)) ignore(row, 'total');
    else if (!shape.number && !(shape.date && shape.name) && isSignature(row)) {
      signing = true;
      ignore(row, 'signature');
    } else if (
      isOwnRow(
        shape,
        table.header.columns.some((each) => each.meaning === 'number'),
      )
    ) {
      signing = false;
      table.rows.push({ row, joined: [] });
    } else if (signing || isSignature(row)) {
      signing = true;
      ignore(row, 'signature');
    } else if (continues(shape, table.rows.at(-1)?.row, table.header)) table.rows.at(-1)?.joined.push(row);
    else if (shape.texts >= 2 && shape.hasMatter) table.rows.push({ row, joined: [] });
    else ignore(row, 'note');
  }
  for (const table of tables)
    if (table.titles.length === 0 && tables[0] !== table) table.titles.push(...titlesBefore(tables, table));
  return { tables, ignored };
}

/** A table without lines of its own stands under those of the table before. */
function titlesBefore<T extends { titles: string[] }>(tables: readonly T[], table: T): string[] {
  for (let at = tables.indexOf(table) - 1; at >= 0; at -= 1) {
    const titles = tables[at]?.titles ?? [];
    if (titles.length > 0) return titles;
  }
  return [];
}

/** Dashes and dots only, as left by a ruled line. */
function isRuleLine(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.formula === undefined && !/[\p{L}\p{N}]/u.test(cell.text));
}

/** The row's text as one line, each merged value once. */
export function textOfRow(row: SheetRow): string {
  return row.cells
    .filter((cell) => cell.spread === undefined)
    .map((cell) => cell.text.replaceAll(/\s+/g, ' ').trim())
    .join(' | ')
    .slice(0, 500);
}

type RowShape = {
  readonly own: readonly SheetCell[];
  readonly number: boolean;
  readonly date: boolean;
  readonly name: boolean;
  readonly hasMatter: boolean;
  readonly status: boolean;
  readonly texts: number;
};

function shapeOfRow(row: SheetRow, header: Header): RowShape {
  const own = row.cells.filter(
    (cell) => cell.spread === undefined && (cell.text.trim() !== '' || cell.formula !== undefined),
  );
  const has = (meaning: string): SheetCell | undefined =>
    own.find((cell) =>
      header.columns.some((each) => each.column === cell.column && each.meaning === meaning),
    );
  const number = has('number');
  const date = has('date');
  const status = has('status') ?? has('follow-up');
  return {
    own,
    number: number !== undefined && isRowNumber(number.text.trim()),
    date:
      date !== undefined &&
      (date.date !== undefined || readWrittenDate(date.text) !== null || /\d/.test(date.text)),
    name: has('name') !== undefined,
    hasMatter: has('matter') !== undefined || has('title') !== undefined,
    status: status !== undefined && status.text.length <= 40 && readStatus(status.text) !== null,
    texts: own.length,
  };
}

/** "12", "12.", "S", "001/ADU/2023", "ADU 12"; no title or signature line that happens to stand in that column. */
function isRowNumber(text: string): boolean {
  if (text === '' || text.length > 30 || text.split(/\s+/).length > 2) return false;
  return text.length <= 3 || /\d/.test(text);
}

/** A row of its own has two of number, date, name and matter, or a number that stands alone or with a status; without a column of numbers a name and a matter do. */
function isOwnRow(shape: RowShape, numbered: boolean): boolean {
  const marks = [shape.number, shape.date, shape.name, shape.hasMatter].filter(Boolean).length;
  if (marks >= 3) return true;
  if (shape.number) return marks >= 2 || shape.status || shape.texts !== 2;
  return marks >= 2 && (shape.date || (shape.name && shape.hasMatter && (shape.status || !numbered)));
}

/** What a page break split off has neither number nor date, says no status again and fills only columns filled above. */
function continues(shape: RowShape, above: SheetRow | undefined, header: Header): boolean {
  if (above === undefined || shape.number || shape.date || shape.own.length === 0) return false;
  if (shape.status && shape.hasMatter) return false;
  const filled = new Set(above.cells.map((cell) => cell.column));
  const known = new Set(header.columns.map((each) => each.column));
  return shape.own.every((cell) => filled.has(cell.column) && known.has(cell.column));
}

function isTitle(row: SheetRow, shape: RowShape): boolean {
  if (shape.own.length !== 1 || shape.number) return false;
  const text = textOfRow(row);
  if (text.length > 120) return false;
  const period = periodIn(text);
  return (
    /\b(laporan|rekap\w*|register|buku|daftar|data pengaduan)\b.*\b(pengaduan|aduan|layanan|pelayanan)\b/i.test(
      text,
    ) ||
    (/\b(bulan|tahun|periode|semester|triwulan)\b/i.test(text) &&
      (period.month !== null || period.year !== null) &&
      text.length <= 60)
  );
}

function isTotal(row: SheetRow, shape: RowShape): boolean {
  if (shape.name && shape.date) return false;
  return /^(?:sub\s*)?(?:jumlah|total)\b/i.test(textOfRow(row)) && shape.own.length <= 4;
}

/** Titles, offices, ranks and NIP lines that close a page; also "Tempat, 31 Desember 2023". */
function isSignature(row: SheetRow): boolean {
  const text = textOfRow(row);
  if (text.length > 160 || row.cells.length > 4 || row.cells.some((cell) => cell.text.length > 70))
    return false;
  if (/^\W*[-–_.\s|]+$/.test(text)) return true;
  return (
    /\b(kepala\s+(dinas|bidang|seksi|badan|bagian|sub)|sekretaris\b|mengetahui|menyetujui|pembina\b|penata\b|plt\.?\b|plh\.?\b|a\.?n\.?\s+kepala|nip\b|petugas\s+(pencatat|loket|pengaduan)|yang\s+(melaporkan|membuat)|dibuat\s+oleh|koordinator\b|nama\s+(pejabat|dan\s+nip))/i.test(
      text,
    ) ||
    /^\(?\s*[\p{L} ]{3,30},\s*\d{0,2}\s*\p{L}{3,10}\s+20\d\d\s*$/u.test(text) ||
    /^\([^)]*\)$/.test(text)
  );
}
