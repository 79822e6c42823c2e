import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartPoint } from '../../../domain/reports/resolved-document.ts';
import {
  CHART_WIDTH,
  DARK,
  type Drawing,
  element,
  LINE,
  label,
  TEXT_SIZE,
  textWidth,
  wrapText,
} from './svg-parts.ts';

const LABELS = 230;
const BAR = 20;
const GAP = 12;

/** Lying bars, one under the other, each with its label before and its value behind. */
export function drawBars(points: readonly ChartPoint[]): Drawing {
  const room = Math.max(...points.map((point) => textWidth(point.printed)), 0) + 10;
  const length = scaleLinear(
    [0, max(points, (point) => point.value ?? 0) || 1],
    [0, CHART_WIDTH - LABELS - room],
  );
  const parts = points.flatMap((point, index) => {
    const top = index * (BAR + GAP) + GAP / 2;
    const middle = top + BAR / 2;
    const width = length(point.value ?? 0);
    const lines = wrapText(point.label, LABELS - 12, 2);
    const first = middle + TEXT_SIZE * 0.35 - ((lines.length - 1) * (TEXT_SIZE + 1)) / 2;
    return [
      ...lines.map((line, at) =>
        label(line, LABELS - 8, first + at * (TEXT_SIZE + 1), { 'text-anchor': 'end' }),
      ),
      ...(width > 0 ? [element('rect', { x: LABELS, y: top, width, height: BAR, fill: DARK })] : []),
      label(point.printed, LABELS + width + 6, middle + TEXT_SIZE * 0.35, { 'font-weight': 'bold' }),
    ];
  });
  const height = Math.max(points.length, 1) * (BAR + GAP);
  const axis = element('line', {
    x1: LABELS,
    y1: 0,
    x2: LABELS,
    y2: height,
    stroke: LINE,
    'stroke-width': 1,
  });
  return { height, parts: [...parts, axis] };
}
