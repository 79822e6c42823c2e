import type { ReceiptDecision } from './decide-receipt.ts';
import type { ImportedRow, WrittenReceipt } from './register-row.ts';

type NamedContent = Pick<
  ImportedRow,
  | 'dateWritten'
  | 'people'
  | 'phones'
  | 'address'
  | 'matter'
  | 'narrative'
  | 'statusWritten'
  | 'categoryWritten'
  | 'severityWritten'
  | 'serviceWritten'
  | 'kept'
>;
type RowDate = { readonly receipt: WrittenReceipt; readonly says: ReceiptDecision['says'] };

/**
 * Names a row by its own content, whatever file, sheet name, `--period`, row number or column order it came in (importing
 * twice changes nothing). Spaces and case do not count. What its date leaves open comes from the decided receipt, so
 * that equal rows of two months, or of two years, stay two. Which of several equal rows it is, is added afterwards.
 */
export function rowFingerprint(office: string, date: RowDate, row: NamedContent): string {
  return joined([
    rowLikeness(office, date, row),
    leftOpen(date),
    row.phones.join('+'),
    row.address ?? '',
    row.matter,
    row.narrative,
    row.statusWritten ?? '',
    row.categoryWritten ?? '',
    row.severityWritten ?? '',
    row.serviceWritten ?? '',
    ...row.kept.map(({ heading, text }) => `${heading}=${text}`).sort(),
  ]);
}

/**
 * What two rows share that may be one: date as far as the row itself tells it, names and matter. A row of another import
 * that is like this one and not the same is doubted, never silently a second case.
 */
export function rowLikeness(
  office: string,
  { receipt, says }: RowDate,
  { dateWritten, people, matter, narrative }: NamedContent,
): string {
  return joined([
    office,
    // However the day is written, as in a spreadsheet and in its CSV.
    says === 'day' ? receipt.on : dateWritten,
    people.map(({ name }) => name).join('+'),
    matter || narrative,
  ]);
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
  return parts.map((part) => part.toLowerCase().replaceAll(/\s+/g, ' ').trim()).join('\u001f');
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
