import { isBookNumber } from '../../domain/registers/book-number.ts';
import type { Doubt, RegisterField } from '../../domain/registers/doubt-rules.ts';
import type { ImportedRow } from '../../domain/registers/register-row.ts';
import { takenWords } from './taken-words.ts';

/** What the book says of a row besides what became of it; each empty when there is nothing. */
export type RowRemarks = {
  /** A text of the case: what was doubted, and columns kept aside. */
  readonly remarks: string;
  /** What stood in the cells about people; it goes into the vault with the first of them, and is erased with him. */
  readonly ofPeople: string;
};

type Remarked = Pick<ImportedRow, 'doubts' | 'kept' | 'sourceNumber' | 'people' | 'concerns'> &
  Pick<ImportedRow, 'phones' | 'email' | 'nik' | 'address'>;

/**
 * What the import doubted about a row and which columns it kept aside, for the case page. What was written is repeated
 * for cells that tell of nobody; matter, narrative and status stand in the case as they were written.
 */
export function rowRemarks(row: Remarked): RowRemarks {
  const { doubts, kept, sourceNumber } = row;
  const stands = somebodyStands(row);
  const aside = new Set(kept.map(({ text }) => text));
  const unread = new Set(doubts.flatMap(({ rule, written }) => (rule === 'phone-invalid' ? written : [])));
  const number = sourceNumber === plainRowNumber(row) ? [] : [`Tertulis pada kolom nomor: ${sourceNumber}`];
  const remarks = [
    ...doubts.map((doubt) => {
      const { field, written } = doubt;
      const repeated =
        (REPEATED.has(field) && !aside.has(written)) ||
        (field === 'number' && isBookNumber(written)) ||
        (!stands && OF_PEOPLE.has(field) && written !== '');
      return repeated ? `${doubt.why} ${writtenOf(doubt)}` : doubt.why;
    }),
    ...kept
      .filter(({ text }) => !stands || !unread.has(text))
      .map(({ heading, text }) => `${heading}: ${text}`),
    ...(stands ? [] : number),
  ];
  const ofPeople = stands
    ? [
        ...doubts.filter(({ field, written }) => OF_PEOPLE.has(field) && written !== '').map(writtenOf),
        ...number,
      ]
    : [];
  return { remarks: remarks.join('\n'), ofPeople: ofPeople.join(' ') };
}

/** Columns whose cells are a day or one of the office's own words. */
const REPEATED: ReadonlySet<RegisterField> = new Set([
  'date',
  'received-time',
  'severity',
  'category',
  'service',
  'channel',
  'unit',
]);
const OF_PEOPLE: ReadonlySet<RegisterField> = new Set(['name', 'nik', 'phone', 'email', 'address']);

/** Whether the row gives the vault anybody with whom it can be kept, and erased. */
function somebodyStands({ people, concerns, phones, email, nik, address }: Remarked): boolean {
  return (
    people.length + concerns.length + phones.length > 0 || [email, nik, address].some((one) => one !== null)
  );
}

function writtenOf({ written, taken }: Doubt): string {
  const said = taken === null ? '' : ` Diambil: ${takenWords(taken, { language: 'id' })}.`;
  return `Tertulis: “${written}”.${said}`;
}

/** The number of a row as the history may hold it; whatever else stood in that column goes to the remarks. */
export function plainRowNumber({ sourceNumber }: Pick<ImportedRow, 'sourceNumber'>): string | null {
  return sourceNumber !== null && isBookNumber(sourceNumber) ? sourceNumber : null;
}
