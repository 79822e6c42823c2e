import { type Header, isColumnNumbers } from './find-header.ts';
import { opensWithDate, readWrittenDate } from './read-written-date.ts';
import type { IgnoredRow } from './register-row.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { periodIn } from './sheet-period.ts';
import { textOfRow } from './text-of-row.ts';
import { namesStatus } from './written-values.ts';

/** A row of the table, what a page break split off the one above, or why it is neither. */
export type RowRole = 'row' | 'continuation' | IgnoredRow['reason'];

/** What a row below a head is. `above` is the last row of the table; `signing`: a signature block has begun. */
export function roleOfRow(
  row: SheetRow,
  header: Header,
  { above, signing }: { readonly above: SheetRow | undefined; readonly signing: boolean },
): RowRole {
  if (isRuleLine(row)) return 'note';
  if (isColumnNumbers(row)) return 'column-numbers';
  const shape = shapeOfRow(row, header);
  if (isTitle(row, shape)) return 'title';
  if (isTotal(row, shape)) return 'total';
  // "Ingin mengetahui status bansos", "Koordinator PKH tidak hadir": words of signature blocks, but a complaint's.
  if (shape.hasMatter && (shape.ownDate || shape.status)) return 'row';
  const signature = isSignature(row);
  if (signature && !shape.number && !(shape.date && shape.name)) return 'signature';
  if (
    isOwnRow(
      shape,
      header.columns.some((each) => each.meaning === 'number'),
    )
  )
    return 'row';
  if (signing || signature) return 'signature';
  if (continues(shape, above, header)) return 'continuation';
  return shape.texts >= 2 && shape.hasMatter ? 'row' : 'note';
}

/** Dashes and dots only, as left by a ruled line. */
export function isRuleLine(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.formula === undefined && !/[\p{L}\p{N}]/u.test(cell.text));
}

type RowShape = {
  readonly own: readonly SheetCell[];
  readonly number: boolean;
  readonly date: boolean;
  /** A day or month that can be read, and no "Tempat, 31 Desember 2023". */
  readonly ownDate: boolean;
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
    ownDate: date !== undefined && (date.date !== undefined || opensWithDate(date.text)),
    name: has('name') !== undefined,
    hasMatter: has('matter') !== undefined || has('title') !== undefined,
    status: status !== undefined && status.text.length <= 40 && namesStatus(status.text),
    texts: own.length,
  };
}

/** "12", "12.", "S", "001/ADU/2023", "ADU 12"; no title or signature line that happens to stand in that column. */
function isRowNumber(text: string): boolean {
  if (text === '' || text.length > 30 || text.split(/\s+/).length > 2) return false;
  return text.length <= 3 || /\d/.test(text);
}

/**
 * A row of its own has two of number, date, name and matter, or a number that stands alone or with a status; without a
 * column of numbers a name and a matter do.
 */
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
