import type { Cell, Chart, Table } from './blocks.ts';
import { cleanLine } from './clean-text.ts';
import { formatTenths } from './format-number.ts';
import { sharesOf } from './percent.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveTable } from './resolve-table.ts';
import type { ChartPoint, ResolvedChart } from './resolved-document.ts';

/**
 * The points of a chart, read from the rows of its table (never of their own, so the two cannot disagree), and all
 * of them in words. A chart without its table or columns is a fault.
 */
export function resolveChart(
  chart: Chart,
  tables: ReadonlyMap<string, Table>,
  context: ResolveContext,
): ResolvedChart {
  const table = tables.get(chart.table);
  if (table === undefined)
    throw new Error(`Chart "${chart.id}" draws table "${chart.table}", which is not there.`);
  const labelAt = columnAt(table, chart.labelColumn, chart);
  const valueAt = columnAt(table, chart.valueColumn, chart);
  const values = table.rows.map((row) => readValue(row.cells[valueAt]));
  const shares = chart.kind === 'share' ? sharesOf(values.map((value) => value ?? 0)) : [];
  const { rows } = resolveTable(table, context);
  const points = rows.map((row, index): ChartPoint => {
    const cell = row.cells[valueAt];
    const tenths = shares[index] ?? null;
    return {
      key: row.key,
      label: cleanLine(row.cells[labelAt]?.text ?? ''),
      value: values[index] ?? null,
      printed: cell?.text ?? '',
      share:
        tenths === null ? null : { tenths, printed: `${formatTenths(tenths, context.tree.meta.language)}%` },
      rows: cell?.rows ?? null,
    };
  });
  const numbered = context.numbers.charts.get(chart.id);
  const title = cleanLine(chart.title);
  return {
    type: 'chart',
    id: chart.id,
    anchor: numbered?.anchor ?? '',
    kind: chart.kind,
    number: numbered?.number ?? '',
    title,
    alternative: `${context.words.chartKinds[chart.kind]}. ${title}: ${points.map(inWords).join('; ')}.`,
    points,
  };
}

function columnAt(table: Table, key: string, chart: Chart): number {
  const at = table.columns.findIndex((column) => column.key === key);
  if (at < 0)
    throw new Error(`Chart "${chart.id}" draws column "${key}", which table "${table.id}" does not have.`);
  return at;
}

function readValue(cell: Cell | undefined): number | null {
  if (cell?.kind === 'number') return cell.value;
  return cell?.kind === 'percent' && cell.tenths !== null ? cell.tenths / 10 : null;
}

function inWords(point: ChartPoint): string {
  return `${point.label} ${point.printed}${point.share === null ? '' : ` (${point.share.printed})`}`;
}
