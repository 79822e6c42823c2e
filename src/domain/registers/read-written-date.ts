import { isRealDay, monthNumber, weekdayNumber } from './indonesian-calendar-words.ts';

/**
 * A date as somebody typed it, in its parts, before anything is decided about it.
 * `days` are the readings of the day's digits that could be meant; the first one is the plainest. There is none where only
 * a month and its year are written.
 */
export type WrittenDate = {
  readonly weekday: number | null;
  readonly days: readonly number[];
  readonly month: number;
  readonly year: number | null;
  /** Parts stand without a space, or the day has a digit too many ("02Februari", "016Februari"). */
  readonly glued: boolean;
  /** "12/31/2022": the month was written first. */
  readonly swapped: boolean;
  /** "4-5 Januari", "4 Januari s/d 5 Januari": a second day was written; the first is meant here. */
  readonly ranged: boolean;
};

/**
 * Reads Indonesian dates in words and figures. Null when there is neither a day with its month nor a month with its year to be
 * found; a clock time is none. Where one year of four digits stands anywhere in the text, it is the year.
 */
export function readWrittenDate(written: string): WrittenDate | null {
  const text = written
    .slice(0, LONGEST_DATE)
    .toLowerCase()
    .replaceAll(/jum['’`]\s*at/g, 'jumat');
  const dated = text.replaceAll(CLOCK, ' ');
  const read = dateIn(dated);
  // "10.12" alone has the form of a time and may be 10 December; a year, too, may stand apart from it ("10.12 2023").
  return read !== null || dated === text || SURELY_CLOCK.test(text) ? read : dateIn(text);
}

/** No date is longer, and what is read of it is read many times. */
const LONGEST_DATE = 300;

/** A year in its place that no register is of: "1 Apr 2124", "1824-04-01"; null where there is none. */
export function impossibleYear(written: string): string | null {
  const figures = WITH_IMPOSSIBLE_YEAR.exec(written);
  const inWords = [...written.toLowerCase().matchAll(/([a-z]{3,10})[.\s'’]*([1-9]\d{3})(?!\d)/g)].find(
    ([, word = '']) => monthNumber(word) !== null || /^(?:tahun|thn)$/.test(word),
  );
  const year = inWords?.[2] ?? figures?.slice(1).find((one) => one !== undefined) ?? null;
  return year === null || /^(?:19|20)/.test(year) ? null : year;
}

/** A day, a month and four digits in either order, or nothing but a month and four digits. */
const WITH_IMPOSSIBLE_YEAR =
  /(?<![\d./-])\d{1,2}\s*[-/.]\s*(?:0?[1-9]|1[0-2])\s*[-/.]\s*([1-9]\d{3})(?!\d)|(?<!\d)([1-9]\d{3})\s*[-/.]\s*(?:0?[1-9]|1[0-2])\s*[-/.]\s*\d{1,2}(?!\d)|^\s*\d{1,2}\s*[-/.]\s*([1-9]\d{3})\s*$/;

/** Whether a cell is a day from its beginning, with or without its weekday: not "Tempat, 31 Desember 2023". */
export function opensWithDate(written: string): boolean {
  if ((readWrittenDate(written)?.days ?? []).length === 0) return false;
  const [first = ''] = written.toLowerCase().match(/[\p{L}'’`]+|\d/gu) ?? [];
  return (
    /^(?:\d|tgl|tanggal|hari|pukul|pkl|jam)/.test(first) ||
    (weekdayNumber(first) ?? monthNumber(first)) !== null
  );
}

const TIME = String.raw`(?:[01]?\d|2[0-4])(?:\.[0-5]\d|:[0-5]\d(?::[0-5]\d)?)`;
const CLOCK = new RegExp(
  String.raw`(?<![\d./-])(?:(?:pukul|pkl|jam)\b[\s.:]{0,3})?${TIME}(?:\s?(?:-|–|s\s?[/.]?\s?d\.?|sampai)\s?${TIME})?(?![\d/-]|[.:]\d)(?:\s?(?:wib|wita|wit)\b)?|\b(?:pukul|pkl|jam)\b[\s.:]{0,3}\d{1,2}(?:\d{2})?(?![\d.:/-])`,
  'g',
);
const SURELY_CLOCK = /:\d\d|\b(?:wib|wita|wit|pukul|pkl|jam)\b|\.(?:00|1[3-9]|[2-5]\d)\b/;

/** Two digits are a year only where the text ends with them. */
const YEAR = String.raw`((?:19|20)\d{2}(?!\d)|\d{2}(?=\W*$))`;
/** No year, and no second week: "2023 Maret", "minggu ke-2 Maret", "pekan 2 Maret". */
const DAY_MONTH = new RegExp(
  String.raw`(?<!\d|\b(?:ke|pekan)[\s-]{0,3})(?!(?:19|20)\d{2}(?!\d))(\d{1,4})(\s*)([a-z]{3,10})(\.?\s*['’]?)${YEAR}?(?!\d)`,
  'g',
);
const DAY_MONTH_DASHED = new RegExp(
  String.raw`(?<!\d)(\d{1,2})\s*[-./]\s*([a-z]{3,10})\s*[-./ ]\s*${YEAR}?(?!\d)`,
);
const MONTH_DAY = /([a-z]{3,10})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s+((?:19|20)\d{2})(?!\d)/g;

function dateIn(written: string): WrittenDate | null {
  const text = written
    .replace(LIST_NUMBER, '')
    .replaceAll(/[,;:()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const read = inWords(text) ?? inFigures(text);
  if (read === null) return monthOnly(text);
  return read.year === null ? { ...read, year: onlyYear(text) } : read;
}

/** "1) 12 Maret", "(2) 15/03/2023". */
const LIST_NUMBER = /^\s*\(?\d{1,3}\)\s*/;

function onlyYear(text: string): number | null {
  const [year, ...others] = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  return year === undefined || others.length > 0 ? null : Number(year);
}

/** "Maret 2023", "Maret tahun 2023", "2023-03", "03/2023"; not where several months or years are written. */
function monthOnly(text: string): WrittenDate | null {
  const year = onlyYear(text);
  const months = new Set((text.match(/[a-z]{3,}/g) ?? []).flatMap((word) => monthNumber(word) ?? []));
  const figures = MONTH_FIGURES.exec(text);
  const digits = figures?.[1] ?? figures?.[2];
  const [month = Number(digits ?? 0)] = months;
  const plain = { weekday: weekdayIn(text), glued: false, swapped: false, ranged: false };
  if (year === null || months.size > 1 || month < 1 || month > 12) return null;
  return { ...plain, days: [], month, year };
}

/** The month before or after its year, and no day beside them. */
const MONTH_FIGURES =
  /(?<!\d|\d\s*[-/.]\s*)(?:(\d{1,2})\s*[-/.]\s*(?:19|20)\d{2}|(?:19|20)\d{2}\s*[-/.]\s*(\d{1,2}))(?!\d|\s*[-/.]\s*\d)/;

function inWords(text: string): WrittenDate | null {
  for (const match of text.matchAll(DAY_MONTH)) {
    const [, digits = '', before = '', word = '', after = '', yearDigits] = match;
    const month = monthNumber(word);
    if (month === null) continue;
    const first = dayBefore(text.slice(0, match.index), Number(digits));
    const day = first ?? digits;
    return {
      weekday: weekdayIn(text.slice(0, match.index)),
      days: dayReadings(day),
      month,
      year: yearDigits === undefined ? null : fullYear(yearDigits),
      glued: before === '' || (yearDigits !== undefined && after === '') || day.length > 2,
      swapped: false,
      ranged:
        first !== null ||
        standsBeside(text.slice(0, match.index)) ||
        namesDate(text.slice(match.index + match[0].length)),
    };
  }
  return withDashes(text) ?? monthFirst(text);
}

/** "02-Feb-2023", "2.Februari.2023". */
function withDashes(text: string): WrittenDate | null {
  const match = DAY_MONTH_DASHED.exec(text);
  const month = match === null ? null : monthNumber(match[2] ?? '');
  if (match === null || month === null) return null;
  return {
    weekday: weekdayIn(text.slice(0, match.index)),
    days: dayReadings(match[1] ?? ''),
    month,
    year: match[3] === undefined ? null : fullYear(match[3]),
    glued: false,
    swapped: false,
    ranged: namesDate(text.slice(match.index + match[0].length)),
  };
}

/** "Feb 8, 2023"; with a year of four digits only, since "April 23" may be a month and its year. */
function monthFirst(text: string): WrittenDate | null {
  for (const match of text.matchAll(MONTH_DAY)) {
    const [, word = '', day = '', year = ''] = match;
    const month = monthNumber(word);
    if (month === null) continue;
    const ranged = namesDate(text.slice(match.index + match[0].length));
    const plain = { glued: false, swapped: false, ranged };
    return { ...plain, weekday: weekdayIn(text), days: [Number(day)], month, year: Number(year) };
  }
  return null;
}

/** What has no month of the calendar, or no day of any month, is no date: "15-20", "10/00", "45/04". */
function inFigures(text: string): WrittenDate | null {
  const plain = { weekday: weekdayIn(text), glued: false, swapped: false };
  const iso = ISO.exec(text);
  if (iso !== null) {
    const ranged = namesDate(text.slice(iso.index + iso[0].length));
    return inCalendar({
      ...plain,
      ranged,
      days: [Number(iso[3])],
      month: Number(iso[2]),
      year: Number(iso[1]),
    });
  }
  const local = LOCAL.exec(text);
  if (local === null) return null;
  const first = Number(local[1]);
  const second = Number(local[2]);
  const digits = local[3] ?? local[4];
  const year = digits === undefined ? null : fullYear(digits);
  const earlier = Number(dayBefore(text.slice(0, local.index), first) ?? first);
  const ranged =
    earlier < first ||
    standsBeside(text.slice(0, local.index)) ||
    namesDate(text.slice(local.index + local[0].length));
  if (second > 12 && first <= 12)
    return inCalendar({ ...plain, ranged, days: [second], month: first, year, swapped: true });
  return inCalendar({ ...plain, ranged, days: [Math.min(earlier, first)], month: second, year });
}

const ISO = /(?<!\d|\d[-/.])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
/** Two digits that a further figure follows are no year: "3-4/02/2023". */
const LOCAL =
  /(?<!\d|\d{4}\s*[-/.]\s*)(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*((?:19|20)\d{2})(?!\d)|(?:\s*[-/.]\s*(\d{2})(?!\s+(?:19|20)\d{2}))?(?![\d.]|[-/]\d))/;

function inCalendar(date: WrittenDate): WrittenDate | null {
  const [day = 0] = date.days;
  return date.month >= 1 && date.month <= 12 && day >= 1 && day <= 31 ? date : null;
}

/** The first of the days that stand before the last one at the end of a text: "5-6-", "5, 6 dan", "1/"; they rise up to it. */
function dayBefore(text: string, last: number): string | null {
  const beside = DAY_BESIDE.exec(text);
  const smaller = Number(beside?.[1] ?? 0) > 0 && Number(beside?.[1]) < last;
  let match = DAY_UP_TO.exec(text) ?? (smaller ? beside : null);
  let first: string | null = null;
  while (match?.[1] !== undefined && (first === null || Number(match[1]) < Number(first))) {
    first = match[1];
    match = DAY_LISTED.exec(text.slice(0, match.index));
  }
  return first;
}

const JOINT = String.raw`-|–|—|\+|&|dan|atau|hingga|s\s*[/.]?\s*d\.?|sampai(?:\s+dengan|\s+dgn)?`;
const DAY_UP_TO = new RegExp(String.raw`(?<!\d)(\d{1,2})\s*(?:${JOINT})\s*(?:tanggal|tgl\.?)?\s*$`);
const DAY_LISTED = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:\s*(?:\/|${JOINT})\s*|\s+)$`);
/** Nothing but a blank or a slash between them, and nothing else before: no "Rabu 2 15/03", no "No. 1 3 Maret". */
const DAY_BESIDE = /(?<=^(?:\d{1,2}[\s/]+)*)(\d{1,2})(?:\s*\/\s*|\s+)$/;

/** Nothing but small figures before a date, which are no day that rises up to it: "31/1 Maret", "2/" before "1/2/2023". */
function standsBeside(text: string): boolean {
  return /^(?:\d{1,2}[\s/]+)+$/.test(text);
}

/** Whether a further date stands in the rest of a text. */
function namesDate(rest: string): boolean {
  const words = [...rest.matchAll(DAY_MONTH), ...rest.matchAll(MONTH_DAY)].flatMap((match) =>
    match.slice(1, 4),
  );
  const dashed = DAY_MONTH_DASHED.exec(rest)?.[2] ?? '';
  return FULL_FIGURES.test(rest) || [...words, dashed].some((word) => monthNumber(word ?? '') !== null);
}

const FULL_FIGURES =
  /(?<!\d)(?:\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*|\s+)(?:19|20)\d{2}|\d{1,2}[-/]\d{1,2}[-/]\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/;

/** The first weekday named in a text, Monday 1; null when there is none. */
export function weekdayIn(text: string): number | null {
  for (const word of text.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
    const weekday = weekdayNumber(word);
    if (weekday !== null) return weekday;
  }
  return null;
}

/** "016" → 16; of "322", which no month has, also 22 and 32: one digit may be too many. */
function dayReadings(digits: string): number[] {
  const plain = digits.replace(/^0+/, '');
  if (plain.length <= 2) return [Number(plain)];
  const readings = [...plain].map((_digit, at) => Number(plain.slice(0, at) + plain.slice(at + 1)));
  return [Number(plain), ...new Set(readings)];
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Those readings of the day that exist in the month. */
export function realDays(date: WrittenDate, year: number): number[] {
  return date.days.filter((day) => isRealDay(year, date.month, day));
}
