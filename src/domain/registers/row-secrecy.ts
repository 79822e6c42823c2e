import { type Asked, askedBy, readAnswer, statesSecrecy } from './asked-by.ts';
import { meaningOfHeading } from './column-meaning.ts';
import type { HeaderColumn } from './find-header.ts';
import { findWish, refusesIdentity } from './find-wish.ts';
import type { ColumnMeaning } from './heading-words.ts';
import { markOf, NOTHING, readSecrecy, type Secrecy, saysUrgent } from './read-secrecy.ts';
import type { ImportedRow } from './register-row.ts';
import type { RowCells, SayDoubt, WrittenCell } from './row-cells.ts';

type Said = Secrecy & { readonly text: string };

export type SecrecyOfSheet = {
  /** The sheet or its title says it of every row; told once, not by each. */
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** Columns that ask whether the row may be open, and are answered somewhere in the table. */
  readonly openness: readonly HeaderColumn[];
  /** What the heading of each column says, read once. */
  readonly headings: ReadonlyMap<number, HeadingSecrecy>;
};

export type HeadingSecrecy = {
  readonly asked: Asked | null;
  /** Nothing that stands below answers what it seems to ask: it is a column of something else. */
  readonly unanswered?: true;
  /** It says itself that what stands below is secret. */
  readonly states: boolean;
  /** What the heading means by itself, whatever the rest of the table makes of it. */
  readonly written: ColumnMeaning;
};

export function headingSecrecy(heading: string): HeadingSecrecy {
  // Of a head of two rows the lower word.
  const { meaning } = meaningOfHeading(heading.split(' – ').at(-1) ?? heading);
  return { asked: askedBy(heading), states: statesSecrecy(heading), written: meaning };
}

/**
 * Whether somebody asked for secrecy in any cell of a row (rule 32). Sealed and untold where it is sure, sealed and told
 * where it is not; names are read by `readPersons`.
 */
export function readRowSecrecy(
  cells: RowCells,
  sheet: SecrecyOfSheet,
  say: SayDoubt,
): Pick<ImportedRow, 'anonymous' | 'secret'> {
  const answered = cells.all.flatMap((cell) => readCell(cell, cells, sheet.headings));
  const read = [...answered, ...unanswered(cells, sheet, answered)];
  for (const { text, anonymous, secret } of read.filter(({ clear }) => !clear))
    say(
      'other',
      'value-unknown',
      text,
      [anonymous ? ['anonim'] : [], secret ? ['rahasia'] : []].flat().join(', ') || null,
      anonymous || secret
        ? 'Tidak jelas apakah laporan ini anonim atau rahasia; dijaga dahulu, periksa dan buka bila perlu.'
        : 'Tidak jelas apakah laporan ini anonim atau rahasia; diambil terbuka, periksa dan tandai bila perlu.',
    );
  for (const { text } of cells.under('secrecy').filter((one) => saysUrgent(one.text)))
    say(
      'other',
      'value-unknown',
      text,
      null,
      'Register menyebut mendesak; tanda mendesak tidak dipasang sendiri, pasang bila masih perlu.',
    );
  return {
    anonymous: sheet.anonymous || read.some((one) => one.anonymous),
    secret: sheet.secret || read.some((one) => one.secret),
  };
}

type Headings = SecrecyOfSheet['headings'];

function readCell(cell: WrittenCell, cells: RowCells, headings: Headings): Said[] {
  const { column, heading, meaning, text } = cell;
  const about = headings.get(column);
  if (meaning === null || about === undefined) return readStray(cell, cells, headings);
  const { asked, states, written } = about;
  const stated = (said: Omit<Secrecy, 'clear'>): Said[] =>
    states ? [{ text: heading, ...said, clear: false }] : [];
  // "Nama (dirahasiakan)", "Isi laporan (rahasia)": whoever stands below it, or what, is not for everybody.
  if (meaning === 'name') return stated({ anonymous: true, secret: false });
  if (STORIES.has(meaning))
    return [
      ...stated({ anonymous: false, secret: true }),
      ...ofWish(text, written === 'remark' && isRemark(text) ? 'cell' : 'story'),
    ];
  if (FACTS.has(meaning)) return ofWish(text, 'cell');
  if (asked !== null) return [{ text, ...readAnswer(asked, text) }];
  if (meaning === 'secrecy' && about.unanswered !== true) return [{ text, ...readSecrecy(text) }];
  if (refusesIdentity(heading, text)) return [{ text, anonymous: true, secret: false, clear: false }];
  // Of two columns of stories one is kept aside.
  return ofWish(text, STORIES.has(written) ? 'story' : 'cell');
}

/** A note on the row; where the remark is the only narrative, what is longer tells a story. */
function isRemark(text: string): boolean {
  return text.length <= 60 && !/[.!?;\n]\s*\S/.test(text);
}

/** Of a column without heading beside one of secrecy: the second half of a heading that was merged over both, or a remark on it. */
function readStray({ column, text }: WrittenCell, cells: RowCells, headings: Headings): Said[] {
  const beside = cells.columns.findLast((each) => each.column < column);
  const asks = beside !== undefined && (headings.get(beside.column)?.asked ?? null) !== null;
  if (!asks && beside?.meaning !== 'secrecy') return ofWish(text, 'cell');
  const own = readSecrecy(text);
  // Beside an answer other words are a remark.
  const answered = cells.all.some((cell) => cell.column === beside?.column && markOf(cell.text) !== 'none');
  const mark = markOf(text) !== null || /^(?:ya|iya|y|1|true)$/i.test(text.trim());
  if (answered && !mark && !own.anonymous && !own.secret) return ofWish(text, 'cell');
  if (markOf(text) === 'none' || markOf(text) === 'no' || (own.clear && !own.anonymous && !own.secret))
    return [];
  return [{ text, anonymous: own.anonymous, secret: own.secret || !own.anonymous, clear: false }];
}

function ofWish(text: string, place: 'cell' | 'story'): Said[] {
  const wish = findWish(text, place);
  if (wish === null) return [];
  const { anonymous, secret, written } = wish;
  return [{ text: text.length <= 60 ? text : written, anonymous, secret, clear: false }];
}

/** A column that asks whether the row may be open and is left blank here grants nothing. */
function unanswered(cells: RowCells, sheet: SecrecyOfSheet, read: readonly Said[]): Said[] {
  if (sheet.openness.length === 0 || read.some(({ anonymous, secret }) => anonymous || secret)) return [];
  const blank = (column: number): boolean =>
    !cells.all.some((cell) => cell.column === column && markOf(cell.text) !== 'none');
  const [first] = sheet.openness.filter(({ column }) => blank(column));
  if (first === undefined || !sheet.openness.every(({ column }) => blank(column))) return [];
  const said = sheet.headings.get(first.column)?.asked?.said ?? NOTHING;
  return [{ text: first.heading, ...said, clear: false }];
}

const STORIES: ReadonlySet<ColumnMeaning> = new Set(['matter', 'title', 'narrative', 'follow-up']);
/** Their headings ask nothing. */
const FACTS: ReadonlySet<ColumnMeaning> = new Set([
  'number',
  'date',
  'weekday',
  'phone',
  'email',
  'nik',
  'received-time',
]);
