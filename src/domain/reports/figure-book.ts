import { formatDate } from '../calendar/format-date.ts';
import type { Figure, FigureFormat, Inline, RowsQuery } from '../documents/blocks.ts';
import type { OfficeData, When } from '../office/office-data.ts';
import type { CountedTable } from './count-table.ts';
import { monthsAhead, periodInText, previousPeriod, type ReportPeriod } from './report-period.ts';

/** What a named figure stands for: a count, a share in tenths of a percent, or words. */
export type FigureValue =
  | { readonly kind: 'count'; readonly value: number | null; readonly rows: RowsQuery | null }
  | { readonly kind: 'percent'; readonly tenths: number | null; readonly rows: RowsQuery | null }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'date'; readonly date: string };

export type FigureBook = ReadonlyMap<string, FigureValue>;

/** Counts that stand outside the tables, as `PLAIN_FIGURES` names them after `register.`. */
export type RegisterTotals = {
  readonly total: number;
  readonly imported: number;
  readonly own: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly complainants: number;
  readonly anonymous: number;
  readonly protected: number;
  readonly urgent: number;
  readonly 'at-desk': number;
  readonly doubts: number;
};

/** Every figure that the texts of a report of that day may name, with its value in this period. */
export function figureBook(
  office: OfficeData,
  period: ReportPeriod,
  totals: RegisterTotals,
  tables: readonly CountedTable[],
  dated: string,
): FigureBook {
  const book = new Map(wordBook(office, period));
  for (const [name, value] of Object.entries(totals)) {
    const rows = name === 'total' ? {} : { only: name };
    book.set(`register.${name}`, { kind: 'count', value, rows: { period: period.text, ...rows } });
  }
  for (const table of tables) addTable(book, table, period);
  addMonths(book, period, tables, dated);
  return book;
}

/** Those among them that are known before anything is counted: words and days. */
export function wordBook(office: OfficeData, period: ReportPeriod): FigureBook {
  const book = new Map<string, FigureValue>();
  const words = (name: string, value: string): void => void book.set(name, { kind: 'words', words: value });
  words('office.name', office.name);
  words('office.shortName', office.shortName);
  words('office.government', office.government);
  words('office.region', office.region.name);
  words('office.seat', office.seat);
  words('office.zone', office.zoneLabel);
  words('period.label', period.label);
  words('period.in-text', periodInText(period));
  words('period.previous-label', previousPeriod(period).label);
  book.set('period.from', { kind: 'date', date: period.from });
  book.set('period.to', { kind: 'date', date: period.to });
  return book;
}

/** Null when a text names a figure that does not exist: the report refuses to build (design "Reports"). */
export function missingFigure(text: string, book: FigureBook): string | null {
  for (const { name } of namesIn(text)) if (!book.has(name)) return name;
  return null;
}

/**
 * A text of the office with its named figures put in. The figure keeps its name as id, so that the same fact
 * carries the same id in text, table and chart. Throws when a name is unknown: ask `missingFigure` first.
 */
export function fillText(text: string, book: FigureBook): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const { name, modifier, index, length } of namesIn(text)) {
    if (index > end) inlines.push({ type: 'text', text: text.slice(end, index) });
    inlines.push(inlineOf(name, modifier, book));
    end = index + length;
  }
  if (end < text.length) inlines.push({ type: 'text', text: text.slice(end) });
  return inlines;
}

/**
 * A heading, a title or a word of the cover: words and days only. A number here would be plain text that no check
 * holds to the register, so that it throws; `office check` refuses it before (`isNumberFigure`).
 */
export function fillWords(text: string, book: FigureBook): string {
  return fillText(text, book)
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'date') return formatDate(inline.date, inline.style);
      throw new RangeError(`A number stands in "${text}", where no check would find it.`);
    })
    .join('');
}

/** Whether a node is printed; a comparison with a value that cannot be said does not hold. */
export function holds(when: When, book: FigureBook): boolean {
  return when.every(({ figure, is, value }) => {
    const left = comparable(book.get(figure));
    return left !== null && compare(left, is, value);
  });
}

/**
 * Whether a figure can be said wherever these conditions hold. Of a table without a known row nothing is the most; of
 * several that are, none has a share to speak of. Every other figure is held to be sayable.
 */
export function isSayable(name: string, when: When): boolean {
  const [, table, word] = /^(.+)\.top\.(label|count|percent)$/.exec(name) ?? [];
  if (table === undefined) return true;
  const refuses = (figure: string, left: number): boolean =>
    when.some((one) => one.figure === `${table}.top.${figure}` && !compare(left, one.is, one.value));
  const known = refuses('rows', 0) || refuses('count', 0);
  return known && (word !== 'percent' || refuses('rows', 2));
}

function comparable(found: FigureValue | undefined): number | null {
  if (found?.kind === 'count') return found.value;
  return found?.kind === 'percent' && found.tenths !== null ? found.tenths / 10 : null;
}

function compare(left: number, is: When[number]['is'], right: number): boolean {
  switch (is) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
  }
}

/** The id under which a fact is known in a tree: "by-service.pbi-jk.count" → "by-service/pbi-jk/count". */
export function figureId(name: string): string {
  return name.replaceAll('.', '/');
}

/** Rows of what is not known: never the "most" of a table. */
const UNNAMED: ReadonlySet<string> = new Set([
  'belum-ditetapkan',
  'tidak-tercatat',
  'not-recorded',
  'unanswered',
]);

function addTable(book: Map<string, FigureValue>, table: CountedTable, period: ReportPeriod): void {
  const all: RowsQuery = { period: period.text };
  const count = (name: string, value: number, rows: RowsQuery | null): void =>
    void book.set(`${table.id}.${name}`, { kind: 'count', value, rows });
  count('total', table.total, table.ofCases ? all : null);
  count('imported', table.imported, table.ofCases ? { ...all, only: 'imported' } : null);
  count(
    'unrecorded',
    table.unrecorded,
    table.ofCases ? { ...all, table: 'by-status', key: 'not-recorded' } : null,
  );
  count('counted', table.denominator, table.ofCases ? { ...all, table: table.id, part: 'counted' } : null);
  for (const row of table.rows) {
    const rows: RowsQuery = { ...all, table: table.id, key: row.key };
    book.set(`${table.id}.${row.key}.label`, { kind: 'words', words: row.label });
    count(`${row.key}.count`, row.count, rows);
    book.set(`${table.id}.${row.key}.percent`, { kind: 'percent', tenths: row.tenths, rows });
    // A month is named by its number where the period has only one of that number.
    if (table.id === 'by-month' && period.months.length <= 12) {
      const month = row.key.slice(5);
      book.set(`by-month.${month}.label`, { kind: 'words', words: row.label });
      count(`${month}.count`, row.count, rows);
      book.set(`by-month.${month}.percent`, { kind: 'percent', tenths: row.tenths, rows });
    }
  }
  const named = table.rows.filter((row) => !UNNAMED.has(row.key));
  const most = Math.max(0, ...named.map((row) => row.count));
  const top = most === 0 ? [] : named.filter((row) => row.count === most);
  book.set(`${table.id}.top.label`, { kind: 'words', words: joinWords(top.map((row) => row.label)) });
  // The largest row opens, unless several are the largest.
  const rows = top.length === 1 && top[0] !== undefined ? { ...all, table: table.id, key: top[0].key } : null;
  count('top.count', most, rows);
  count('top.rows', top.length, null);
  // Of equal rows one may stand a tenth above the others (they add up to 100 %): none of them speaks for all.
  const tenths = top.length === 1 ? (top[0]?.tenths ?? null) : null;
  book.set(`${table.id}.top.percent`, { kind: 'percent', tenths, rows });
}

function addMonths(
  book: Map<string, FigureValue>,
  period: ReportPeriod,
  tables: readonly CountedTable[],
  dated: string,
): void {
  const months = tables.find((table) => table.id === 'by-month');
  const filled = months?.rows.filter((row) => row.count > 0).length ?? 0;
  book.set('register.months-with', { kind: 'count', value: filled, rows: null });
  const ahead = monthsAhead(period, dated).length;
  const without = period.months.length - filled - ahead;
  book.set('register.months-without', { kind: 'count', value: without, rows: null });
  book.set('register.months-ahead', { kind: 'count', value: ahead, rows: null });
}

function inlineOf(name: string, modifier: string | null, book: FigureBook): Inline {
  const value = book.get(name);
  if (value === undefined) throw new RangeError(`No figure is called ${name}.`);
  switch (value.kind) {
    case 'words':
      return { type: 'text', text: value.words };
    case 'date':
      return { type: 'date', date: value.date, style: 'long' };
    case 'count':
      return {
        type: 'figure',
        figure: figure(name, value.value, modifier === 'terbilang' ? 'words' : 'count', value.rows),
      };
    case 'percent':
      return { type: 'figure', figure: figure(name, value.tenths, 'percent', value.rows) };
  }
}

function figure(name: string, value: number | null, format: FigureFormat, rows: RowsQuery | null): Figure {
  return { id: figureId(name), value, format, rows };
}

function* namesIn(text: string): Generator<{
  readonly name: string;
  readonly modifier: string | null;
  readonly index: number;
  readonly length: number;
}> {
  for (const match of text.matchAll(/\{([A-Za-z0-9.+-]+)(?::([a-z]+))?\}/g)) {
    yield { name: match[1] ?? '', modifier: match[2] ?? null, index: match.index, length: match[0].length };
  }
}

function joinWords(words: readonly string[]): string {
  if (words.length <= 2) return words.join(' dan ');
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1) ?? ''}`;
}
