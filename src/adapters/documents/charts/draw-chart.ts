import type { ResolvedChart } from '../../../domain/documents/resolved-document.ts';
import { drawBars } from './draw-bars.ts';
import { drawColumns } from './draw-columns.ts';
import { drawLine } from './draw-line.ts';
import { drawShare } from './draw-share.ts';
import { CHART_WIDTH, type Drawing, element, escapeMarkup, FONT } from './svg-parts.ts';

/**
 * A chart as SVG text: presentation attributes only, `<title>` and `<desc>` for those who hear it, direct labels,
 * two tones. The same chart gives the same text. A chart without points or with nothing but zeros is drawn too.
 */
export function drawChart(chart: ResolvedChart): string {
  const { height, parts } = drawKind(chart);
  const ids = [`${chart.anchor}-judul`, `${chart.anchor}-uraian`] as const;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CHART_WIDTH} ${Math.ceil(height)}`,
      width: CHART_WIDTH,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': ids.join(' '),
      'font-family': FONT,
    },
    element('title', { id: ids[0] }, escapeMarkup(`${chart.number} ${chart.title}`)),
    element('desc', { id: ids[1] }, escapeMarkup(chart.alternative)),
    ...parts,
  );
}

/** More columns than this cannot be labelled side by side. */
const MOST_COLUMNS = 16;

function drawKind(chart: ResolvedChart): Drawing {
  switch (chart.kind) {
    case 'bar':
      return drawBars(chart.points);
    case 'column':
      return chart.points.length > MOST_COLUMNS ? drawBars(chart.points) : drawColumns(chart.points);
    case 'line':
      return drawLine(chart.points);
    case 'share':
      return drawShare(chart.points);
  }
}
