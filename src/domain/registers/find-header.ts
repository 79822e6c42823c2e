import { isLongQuestion } from './asked-by.ts';
import { isKnownHeading, meaningOfHeading } from './column-meaning.ts';
import type { ColumnMeaning } from './heading-words.ts';
import { opensWithDate } from './read-written-date.ts';
import type { SheetCell, SheetRow } from './sheet.ts';
import { wordsOf } from './similar-text.ts';

export type HeaderColumn = {
  readonly column: number;
  /** As written; of two header rows, both: "Pelapor – Nama". */
  readonly heading: string;
  readonly meaning: ColumnMeaning;
};

/** The head of a table: one row or two, with what each column means. */
export type Header = { readonly height: 1 | 2; readonly columns: readonly HeaderColumn[] };

/**
 * Reads the row at `at` (with the one below it, if that makes more sense) as the head of a register, or null when it is none:
 * at least three columns must have a known meaning, one of them who or when, one what it is about, and they must be the
 * greater part.
 */
export function readHeader(rows: readonly SheetRow[], at: number): Header | null {
  const row = rows[at];
  if (row === undefined) return null;
  const single = headingsOf(row.cells);
  if (single.length < 2) return null;
  const below = rows[at + 1];
  const seen = [...row.cells, ...(below?.cells ?? [])];
  if (!seen.some((cell) => isKnownHeading(cell.text))) return null;
  // A day stands in rows of a table; beside a head it is when the book was printed.
  const exact = row.cells.filter((cell) => isKnownHeading(cell.text)).length;
  const one = row.cells.some(isDay) && exact < 3 ? null : scoreHeader(single);
  const two =
    below === undefined || below.row !== row.row + 1 ? null : scoreHeader(doubleHeadings(row, below));
  // A row of data above a repeated head is no group heading: both together must say more than either alone.
  const alone = two === null || below === undefined ? null : scoreHeader(headingsOf(below.cells));
  if (two !== null && two.known > Math.max(one?.known ?? 0, alone?.known ?? 0))
    return { height: 2, columns: two.columns };
  if (one === null) return null;
  const split = below?.row === row.row + 1 ? scoreHeader(splitSecrecy(row, below)) : null;
  return split === null ? { height: 1, columns: one.columns } : { height: 2, columns: split.columns };
}

type Heading = { readonly column: number; readonly texts: readonly string[] };

function headingsOf(cells: readonly SheetCell[]): Heading[] {
  return cells
    .filter((cell) => cell.spread === undefined)
    .map((cell) => ({ column: cell.column, texts: [cell.text] }));
}

/** A group heading that was merged to the right stands over each of its columns. */
function doubleHeadings(above: SheetRow, below: SheetRow): Heading[] {
  const own = below.cells.filter((cell) => cell.spread === undefined);
  const known = own.filter(({ text }) => meaningOfHeading(text).sure > 0);
  if (below.cells.some(isData) || known.length * 2 < own.length) return [];
  const columns = new Set([...above.cells, ...below.cells].map((cell) => cell.column));
  let group = '';
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const top = above.cells.find((cell) => cell.column === column);
      const bottom = below.cells.find((cell) => cell.column === column && cell.spread !== 'down');
      if (top !== undefined) group = top.text;
      const over = top?.text ?? (bottom === undefined ? '' : group);
      return { column, texts: [over, bottom?.text ?? ''].filter((text) => text.trim() !== '') };
    });
}

/**
 * A head whose lower row fills only columns of secrecy: "SIFAT PENGADUAN" merged over BIASA and RAHASIA. Its words alone
 * mean nothing, but taken for a row of the table they would leave the second column without a heading.
 */
function splitSecrecy(above: SheetRow, below: SheetRow): Heading[] {
  const own = below.cells.filter((cell) => cell.spread === undefined && cell.text.trim() !== '');
  if (own.length < 2 || below.cells.some(isData)) return [];
  const tops = above.cells.filter((cell) => cell.spread === undefined && cell.text.trim() !== '');
  const headed = own.map(({ column }) => tops.findLast((top) => top.column <= column));
  const stands = (at: number): boolean => {
    const top = headed[at];
    const cell = own[at];
    if (top === undefined || cell === undefined) return false;
    const beside = headed.filter((each) => each === top).length;
    const whole = `${top.text} – ${cell.text}`;
    return beside > 1 && cell.text.length <= 30 && meaningOfHeading(whole).meaning === 'secrecy';
  };
  if (!own.every((_cell, at) => stands(at))) return [];
  return [
    ...tops.filter((top) => !headed.includes(top)).map(({ column, text }) => ({ column, texts: [text] })),
    ...own.map(({ column, text }, at) => ({ column, texts: [headed[at]?.text ?? '', text] })),
  ].sort((one, other) => one.column - other.column);
}

/** A cell as rows of a table have it and heads never do: a number, a day, a long text; CSV files write all of them as text. */
function isData(cell: SheetCell): boolean {
  const { text, number } = cell;
  return isDay(cell) || number === true || /^\W*\d+\W*$/.test(text) || text.length > 60;
}

function isDay({ text, date }: SheetCell): boolean {
  return date !== undefined || opensWithDate(text);
}

function scoreHeader(headings: readonly Heading[]): { known: number; columns: HeaderColumn[] } | null {
  const read = headings.map(({ column, texts }) => {
    const own = texts.at(-1) ?? '';
    const alone = meaningOfHeading(own);
    const whole = texts.length > 1 ? meaningOfHeading(texts.join(' – ')) : alone;
    const over = texts.length > 1 ? meaningOfHeading(texts[0] ?? '') : alone;
    const best = whole.sure === 3 || alone.sure === 0 ? (whole.sure > 0 ? whole : over) : alone;
    return { column, heading: texts.join(' – '), ...best };
  });
  const columns = settleRivals(read);
  // "Anonim" and "Tidak rahasia" stand in rows of a table as they do in heads.
  const telling = read.map(({ meaning, sure }) => meaning !== 'secrecy' || sure === 3);
  const known = new Set<ColumnMeaning>(
    columns.flatMap(({ meaning }, at) => (meaning !== 'unknown' && telling[at] === true ? [meaning] : [])),
  );
  const sure = columns.filter((each) => each.meaning !== 'unknown').length;
  const who = WHO.some((meaning) => known.has(meaning));
  const what = CONTENT.some((meaning) => known.has(meaning));
  if (known.size < 3 || !who || !what || sure * 2 < columns.length) return null;
  // Cells of a data row are long; headings are not.
  if (headings.some(({ texts }) => texts.some((text) => text.length > 80 && !isLongQuestion(text))))
    return null;
  if (read.filter((each, at) => each.sure >= 2 && telling[at] === true).length < 2) return null;
  return { known: known.size, columns };
}

/** Without one of these a list of names and signatures would pass for a register. */
const WHO: readonly ColumnMeaning[] = ['name', 'date', 'number', 'moment', 'weekday'];
const CONTENT: readonly ColumnMeaning[] = ['matter', 'title', 'narrative', 'follow-up', 'service'];

/** Telephones and words of secrecy are read in each of their columns. */
const IN_SEVERAL: ReadonlySet<ColumnMeaning> = new Set(['kept', 'phone', 'secrecy', 'unknown']);

/** Of several columns with one meaning the surest keeps it, unless it may stand in several. */
function settleRivals(read: readonly (HeaderColumn & { readonly sure: number })[]): HeaderColumn[] {
  const winner = new Map<ColumnMeaning, number>();
  for (const [at, each] of read.entries()) {
    const rival = winner.get(each.meaning);
    if (rival === undefined || each.sure > (read[rival]?.sure ?? 0)) winner.set(each.meaning, at);
  }
  return read.map(({ column, heading, meaning }, at) => {
    const keeps = winner.get(meaning) === at || IN_SEVERAL.has(meaning);
    return { column, heading: heading.replaceAll(/\s+/g, ' ').trim(), meaning: keeps ? meaning : 'unknown' };
  });
}

/**
 * True when the row repeats the words of a header found before (after a page break); one that stands in columns of sentences
 * alone ("pengaduan.", "tindak lanjut.") is the end of them.
 */
export function repeatsHeader(row: SheetRow, header: Header): boolean {
  const own = headingsOf(row.cells);
  const about = new Set(
    header.columns.filter((each) => CONTENT.includes(each.meaning)).map((each) => each.column),
  );
  if (own.length < 2 || own.every(({ column }) => about.has(column))) return false;
  const words = new Map(header.columns.map((each) => [each.column, wordsOf(each.heading).join(' ')]));
  const same = own.filter(({ column, texts }) => {
    const heading = words.get(column) ?? '';
    const text = wordsOf(texts.join(' ')).join(' ');
    return text !== '' && (heading === text || heading.startsWith(text) || heading.endsWith(text));
  });
  return same.length >= own.length * 0.8;
}

/**
 * The row "1 2 3 …" or "(1) (2) (3)" under a head: nothing but small numbers, each once; not always in order, since columns
 * were moved or taken out after it was written.
 */
export function isColumnNumbers(row: SheetRow): boolean {
  const texts = row.cells.filter((cell) => cell.spread !== 'right').map((cell) => cell.text.trim());
  if (texts.length < 3 || !texts.every((text) => /^\(?\d{1,2}\)?$/.test(text))) return false;
  return new Set(texts.map((text) => text.replaceAll(/\D/g, ''))).size === texts.length;
}
