import type { WordKey, Words } from '../../platform/words/words.ts';
import { isRecord, type PartValue } from '../offices/office-edit.ts';
import { lineDifference } from './line-difference.ts';
import type { PartDifference } from './part-difference.ts';
import { lineOfRow, type ReportRow, type RowType, rowsOfNode } from './report-form.ts';

/** What a row is called. */
export function rowWord(type: RowType): WordKey {
  return `admin.row.${type}`;
}

/** Rows that stand otherwise, came or went, by what they are. */
export function rowsDifference(
  before: readonly ReportRow[],
  after: readonly ReportRow[],
  words: Words,
): readonly PartDifference[] {
  const lines = (rows: readonly ReportRow[]): readonly string[] =>
    rows.map((row) => `${words(rowWord(row.type))}\t${lineOfRow(row)}`);
  return lineDifference(lines(before), lines(after)).map((one) => {
    const [[was = '', old = ''], [is = '', fresh = '']] = [one.before.split('\t'), one.after.split('\t')];
    return { label: is === '' ? was : is, before: old, after: fresh };
  });
}

/** The same of a whole report in the words of the files; null: there was none. */
export function reportDifference(
  before: PartValue | null,
  after: PartValue | null,
  words: Words,
): readonly PartDifference[] {
  const rows = (report: PartValue | null): readonly ReportRow[] =>
    Array.isArray(report?.body) ? report.body.filter(isRecord).flatMap((node) => rowsOfNode(node)) : [];
  return rowsDifference(rows(before), rows(after), words);
}
