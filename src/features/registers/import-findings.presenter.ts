import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import type { Words } from '../../platform/words/words.ts';
import type { ImportVerdict } from './import.view.tsx';

/** Doubts, suggestions, skipped and ignored rows as one table; cells that a spreadsheet would calculate are guarded. */
export function findingsCsv(verdict: ImportVerdict, words: Words): string {
  const heads = ['kind', 'sheet', 'row', 'field', 'written', 'taken', 'why'] as const;
  const line = (kind: string, at: { sheet: string; row: number }, ...rest: readonly string[]) => [
    kind,
    at.sheet,
    String(at.row),
    ...rest,
  ];
  return writeCsv([
    heads.map((head) => words(`import.${head}`)),
    ...verdict.doubts.map((one) =>
      line(words('import.doubt-count'), one, one.field, one.written, one.taken, one.why),
    ),
    ...verdict.suggestions.map((one) =>
      line(words('import.suggestion'), one, words('import.suggestions'), '', one.value, one.why),
    ),
    ...verdict.skippedRows.map((one) => line(words('import.skipped'), one, '', one.text, '', one.reason)),
    ...verdict.ignored.map((one) => line(words('import.ignored'), one, '', one.text, '', one.reason)),
  ]);
}
