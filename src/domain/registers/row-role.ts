import { type Header, isColumnNumbers } from './find-header.ts';
import type { ColumnMeaning } from './heading-words.ts';
import { hasSignature, hasTitle, mayStandOutside, opensBlock, readsAs, TOTAL } from './outside-line.ts';
import { opensWithDate, readWrittenDate } from './read-written-date.ts';
import type { IgnoredRow } from './register-row.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { textOfRow } from './text-of-row.ts';
import { namesStatus } from './written-values.ts';

/** A row of the table, what a page break split off the one above, or why it is neither. */
export type RowRole = 'row' | 'continuation' | IgnoredRow['reason'];

/** Where a row below a head stands. */
export type RowPlace = {
  /** The last row of the table, with the last part that was split off from it. */
  readonly above: readonly SheetRow[];
  readonly before: SheetRow | undefined;
  readonly after: SheetRow | undefined;
  /** A head begins right after it. */
  readonly headFollows: () => boolean;
  /** A signature block has begun. */
  readonly signing: boolean;
};

/** What a row below a head is. */
export function roleOfRow(row: SheetRow, header: Header, place: RowPlace): RowRole {
  if (isRuleLine(row)) return 'note';
  if (isColumnNumbers(row)) return 'column-numbers';
  const shape = shapeOfRow(row, header, place.above);
  if (continuesSentence(row, shape, header, place)) return 'continuation';
  if (isTitle(row, shape)) return 'title';
  if (isTotal(row, shape)) return 'total';
  const signature = isSignature(row);
  if (isTableRow(row, shape, header)) return 'row';
  if (place.signing || signature) return 'signature';
  if (continues(shape, place.above, header)) return 'continuation';
  return shape.texts >= 2 && shape.hasMatter ? 'row' : 'note';
}

function isTableRow(row: SheetRow, shape: RowShape, header: Header): boolean {
  // "Ingin mengetahui status bansos", "Koordinator PKH tidak hadir": words of signature blocks, but a complaint's.
  if (shape.hasMatter && (shape.ownDate || shape.status)) return true;
  if (isSignature(row) && !shape.number && !(shape.date && shape.name)) return false;
  const numbered = header.columns.some((each) => each.meaning === 'number');
  return isOwnRow(shape, numbered);
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

function shapeOfRow(row: SheetRow, header: Header, above: readonly SheetRow[]): RowShape {
  const own = row.cells.filter(
    (cell) => cell.spread === undefined && (cell.text.trim() !== '' || cell.formula !== undefined),
  );
  const has = (meaning: string): SheetCell | undefined =>
    own.find((cell) =>
      header.columns.some((each) => each.column === cell.column && each.meaning === meaning),
    );
  const number = has('number');
  const date = has('date');
  const followUp = has('follow-up');
  const status =
    has('status') ?? (followUp !== undefined && tellsStory(above, followUp) ? undefined : followUp);
  return {
    own,
    number: number !== undefined && isRowNumber(number.text.trim()),
    date:
      date !== undefined &&
      (date.date !== undefined || readWrittenDate(date.text) !== null || /\d/.test(date.text)),
    ownDate: date !== undefined && (date.date !== undefined || opensWithDate(date.text)),
    name: has('name') !== undefined,
    hasMatter: has('matter') !== undefined || has('title') !== undefined,
    status: status !== undefined && isStatus(status.text),
    texts: own.length,
  };
}

function isStatus(text: string): boolean {
  return text.length <= 40 && namesStatus(text);
}

/** TINDAK LANJUT holds no status where the row above tells a story in it. */
function tellsStory(above: readonly SheetRow[], { column }: SheetCell): boolean {
  const told = above.flatMap(({ cells }) => cells.filter((cell) => cell.column === column));
  return told.length > 0 && !told.some(({ text }) => isStatus(text));
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
function continues(shape: RowShape, above: readonly SheetRow[], header: Header): boolean {
  if (above.length === 0 || shape.number || shape.date || shape.own.length === 0) return false;
  if (shape.status && shape.hasMatter) return false;
  const filled = new Set(above.flatMap(({ cells }) => cells.map((cell) => cell.column)));
  const known = new Set(header.columns.map((each) => each.column));
  return shape.own.every((cell) => filled.has(cell.column) && known.has(cell.column));
}

const SENTENCES: ReadonlySet<ColumnMeaning> = new Set([
  'matter',
  'title',
  'narrative',
  'follow-up',
  'remark',
  'address',
  'village',
  'district',
  'unknown',
]);

/**
 * What fills only columns of sentences goes on with the row above, whatever words it holds, unless it is a line outside the
 * table: after a blank row by a word that opens or closes no sentence; right below the row only by the whole of it and what
 * follows. What can be read either way is joined, and `row-joined` says so.
 */
function continuesSentence(row: SheetRow, shape: RowShape, header: Header, place: RowPlace): boolean {
  if (place.signing || !continues(shape, place.above, header)) return false;
  const meanings = new Map(header.columns.map((each) => [each.column, each.meaning]));
  if (!shape.own.every(({ column }) => SENTENCES.has(meanings.get(column) ?? 'number'))) return false;
  const { before, after } = place;
  if (before !== undefined && row.row > before.row + 1)
    return !shape.own.some(({ text }) => mayStandOutside(text.trim()));
  const line = readsAs(textOfRow(row));
  const next = after === undefined ? null : readsAs(textOfRow(after));
  if (line === 'title') return next !== 'title' && !place.headFollows();
  const opens = shape.own.some(({ text }) => opensBlock(text));
  if (after === undefined) return line !== 'total' && !opens;
  const below = shapeOfRow(after, header, [row]);
  if (place.headFollows() || isTableRow(after, below, header)) return true;
  if (opens) return false;
  const adjoins = after.row === row.row + 1;
  if (adjoins && next === null && continues(below, place.above, header)) return true;
  if (line === 'total') return false;
  // Its block goes on with a further line, or with a name below the space for the signature.
  return (
    !shape.own.every(({ text }) => readsAs(text) === 'signature') || next !== (adjoins ? 'signature' : null)
  );
}

function isTitle(row: SheetRow, shape: RowShape): boolean {
  return shape.own.length === 1 && !shape.number && hasTitle(textOfRow(row));
}

function isTotal(row: SheetRow, shape: RowShape): boolean {
  if (shape.name && shape.date) return false;
  return TOTAL.test(textOfRow(row)) && shape.own.length <= 4;
}

function isSignature(row: SheetRow): boolean {
  const text = textOfRow(row);
  if (text.length > 160 || row.cells.length > 4 || row.cells.some((cell) => cell.text.length > 70))
    return false;
  return /^\W*[-–_.\s|]+$/.test(text) || hasSignature(text);
}
