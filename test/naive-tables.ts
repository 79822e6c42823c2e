import type { RecordedEvent } from '../src/domain/complaint/event.ts';
import { type Axis, CUTS, type ReportCell } from '../src/domain/reports/report-cell.ts';
import type { ReportPeriod } from '../src/domain/reports/report-period.ts';
import { type NaiveRow, naiveRows } from './naive-recount.ts';

/** `<axis> <kind> <on the old register only> <value>` and how many cases stand there. */
export type Margins = Readonly<Record<string, number>>;

/** Rows of a table that hold a case: how many, and how many of them rest on the old register only. */
export type NaiveTable = Readonly<Record<string, readonly [count: number, imported: number]>>;

/** One table of such rows; `undetermined` is the key that a case without a value stands under. */
export function naiveTable(rows: readonly NaiveRow[], axis: Axis | 'kind', undetermined: string): NaiveTable {
  const table: Record<string, readonly [number, number]> = {};
  for (const row of rows) {
    const key = row[axis] ?? undetermined;
    const [count, imported] = table[key] ?? [0, 0];
    table[key] = [count + 1, imported + Number(row.imported)];
  }
  return table;
}

/** The same as margins by kind and by what they rest on. */
export function naiveRecount(
  histories: readonly (readonly RecordedEvent[])[],
  period: ReportPeriod,
  at: string,
): Margins {
  const counts: Record<string, number> = {};
  for (const row of naiveRows(histories, period, at)) {
    for (const axis of CUTS.flat()) addTo(counts, `${axis} ${row.kind} ${row.imported} ${row[axis]}`, 1);
  }
  return counts;
}

/** The margins of the cells of a report. */
export function marginsOf(cells: readonly ReportCell[]): Margins {
  const counts: Record<string, number> = {};
  for (const { cut, kind, imported, keys, count } of cells) {
    const axes: readonly Axis[] = CUTS[cut] ?? [];
    for (const [index, axis] of axes.entries())
      addTo(counts, `${axis} ${kind} ${imported} ${keys[index]}`, count);
  }
  return counts;
}

function addTo(counts: Record<string, number>, key: string, more: number): void {
  counts[key] = (counts[key] ?? 0) + more;
}
