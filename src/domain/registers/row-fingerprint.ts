import type { ImportedRow } from './register-row.ts';
import { periodLabel, type SheetPeriod } from './sheet-period.ts';

type FingerprintContent = Pick<
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

/**
 * Names a row by office, period of its sheet and content, whatever file, sheet name, row number or column order it came in
 * (importing twice changes nothing). Spaces and case do not count. Which of several equal rows it is, is added afterwards.
 */
export function rowFingerprint(office: string, period: SheetPeriod, row: FingerprintContent): string {
  const parts = [
    office,
    periodLabel(period) ?? '',
    row.dateWritten,
    row.people.map((person) => person.name).join('+'),
    row.phones.join('+'),
    row.address ?? '',
    row.matter,
    row.narrative,
    row.statusWritten ?? '',
    row.categoryWritten ?? '',
    row.severityWritten ?? '',
    row.serviceWritten ?? '',
    ...row.kept.map(({ heading, text }) => `${heading}=${text}`).sort(),
  ];
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
