import type { HeaderColumn } from './find-header.ts';
import type { ColumnMeaning } from './heading-words.ts';
import { wordsOf } from './similar-text.ts';
import type { TableRow } from './split-table.ts';
import { namesStatus, readKind, readSeverity } from './written-values.ts';

/**
 * Settles the columns whose heading leaves two meanings by what stands in them: TINDAK LANJUT holds "Selesai" in one
 * office and a story in another; KATEGORI holds a severity or a category; KETERANGAN may be the only narrative.
 */
export function resolveColumns(columns: readonly HeaderColumn[], rows: readonly TableRow[]): HeaderColumn[] {
  const has = (meaning: ColumnMeaning): boolean => resolved.some((each) => each.meaning === meaning);
  const values = (column: number): string[] =>
    rows.flatMap(({ row }) =>
      row.cells.filter((cell) => cell.column === column && cell.text.trim() !== '').map((cell) => cell.text),
    );
  const mostly = (column: number, fits: (text: string) => boolean): boolean => {
    const all = values(column);
    return all.length > 0 && all.filter(fits).length * 2 >= all.length;
  };
  const isStatus = (text: string): boolean =>
    text.length <= 40 && wordsOf(text).length <= 5 && namesStatus(text);
  let resolved = [...columns];
  const settle = (meaning: ColumnMeaning, choose: (column: HeaderColumn) => ColumnMeaning): void => {
    resolved = resolved.map((each) => (each.meaning === meaning ? { ...each, meaning: choose(each) } : each));
  };
  settle('weekday', () => (has('date') ? 'weekday' : 'date'));
  settle('moment', () => (has('date') ? 'kept' : 'date'));
  settle('class', ({ column, heading }) => {
    if (!has('severity') && mostly(column, (text) => readSeverity(text) !== null)) return 'severity';
    const saysKind =
      /klasifikasi/i.test(heading) &&
      values(column).length > 0 &&
      values(column).every((text) => readKind(text) !== null);
    return saysKind && !has('kind') ? 'kind' : 'category';
  });
  settle('follow-up', ({ column }) => {
    if (!has('status') && (mostly(column, isStatus) || values(column).length === 0)) return 'status';
    return has('narrative') ? 'kept' : 'narrative';
  });
  settle('remark', ({ column }) => {
    if (!has('status') && mostly(column, isStatus)) return 'status';
    return has('narrative') ? 'kept' : 'narrative';
  });
  if (!has('matter')) settle('title', () => 'matter');
  return resolved;
}
