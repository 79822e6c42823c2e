import type { ReceiptDecision } from './decide-receipt.ts';
import type { ImportedRow, WrittenReceipt } from './register-row.ts';

type RowDate = { readonly receipt: WrittenReceipt; readonly says: ReceiptDecision['says'] };

/**
 * Names a row by what is written in it, whatever file, sheet name, `--period`, row number or order of columns it came in
 * (importing twice changes nothing), and never by what was made of it: the meaning of a column hangs on its other rows,
 * which a longer book has more of. Spaces and case do not count. What its date leaves open comes from the decided
 * receipt, so that equal rows of two months, or of two years, stay two. Which of several equal rows it is, is added
 * afterwards.
 */
export function rowFingerprint(
  office: string,
  date: RowDate & { readonly written: string },
  cells: readonly string[],
): string {
  return joined([office, dayOf(date, date.written), leftOpen(date), ...cells.map(plain).sort()]);
}

/**
 * What two rows share that may be one: date as far as the row itself tells it, names and matter. A row of another import
 * that is like this one and not the same is doubted, never silently a second case.
 */
export function rowLikeness(
  office: string,
  date: RowDate,
  row: Pick<ImportedRow, 'dateWritten' | 'people' | 'matter' | 'narrative'>,
): string {
  const { dateWritten, people, matter, narrative } = row;
  return joined([
    office,
    dayOf(date, dateWritten),
    people.map(({ name }) => name).join('+'),
    matter || narrative,
  ]);
}

/** However the day is written, as in a spreadsheet and in its CSV. */
function dayOf({ receipt, says }: RowDate, written: string): string {
  return says === 'day' ? receipt.on : written;
}

function leftOpen({ receipt, says }: RowDate): string {
  switch (says) {
    case 'day':
      return '';
    case 'month':
      return receipt.on.slice(0, 4);
    case 'nothing':
      return receipt.on.slice(0, 7);
  }
}

function joined(parts: readonly string[]): string {
  return parts.map(plain).join('\u001f');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Adds to each row which of several equal rows it is, in the order of the book. */
export function numberEqualRows<Row extends { readonly fingerprint: string }>(rows: readonly Row[]): Row[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.fingerprint) ?? 0) + 1;
    seen.set(row.fingerprint, count);
    return { ...row, fingerprint: `${row.fingerprint}\u001f#${count}` };
  });
}
