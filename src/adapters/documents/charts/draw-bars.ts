import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { ChartPoint } from '../../../domain/documents/resolved-document.ts';
import {
  CHART_WIDTH,
  DARK,
  type Drawing,
  element,
  LINE,
  label,
  mostPoints,
  TEXT_SIZE,
  textWidth,
  wrapText,
} from './svg-parts.ts';

const LABELS = 230;
const STEP = 26;
const BAR = 16;

/**
 * Lying bars, one under the other, each with its label before and its value behind. A row of zero has no bar and stands
 * in its table only, unless there is nothing but zeros.
 */
export function drawBars(all: readonly ChartPoint[]): Drawing {
  const counted = all.filter((point) => (point.value ?? 0) > 0);
  const { points, rest } = mostPoints(counted.length > 0 ? counted : all);
  const room = Math.max(...points.map((point) => textWidth(point.printed)), 0) + 10;
  const length = scaleLinear(
    [0, max(points, (point) => point.value ?? 0) || 1],
    [0, CHART_WIDTH - LABELS - room],
  );
  const parts = points.flatMap((point, index) => {
    const top = index * STEP + (STEP - BAR) / 2;
    const middle = top + BAR / 2 + TEXT_SIZE * 0.35;
    const width = length(point.value ?? 0);
    const lines = wrapText(point.label, LABELS - 12, 2);
    const first = middle - ((lines.length - 1) * (TEXT_SIZE + 1)) / 2;
    return [
      ...lines.map((line, at) =>
        label(line, LABELS - 8, first + at * (TEXT_SIZE + 1), { 'text-anchor': 'end' }),
      ),
      ...(width > 0 ? [element('rect', { x: LABELS, y: top, width, height: BAR, fill: DARK })] : []),
      label(point.printed, LABELS + width + 6, middle, { 'font-weight': 'bold' }),
    ];
  });
  const height = Math.max(points.length, 1) * STEP;
  const axis = element('line', {
    x1: LABELS,
    y1: 0,
    x2: LABELS,
    y2: height,
    stroke: LINE,
    'stroke-width': 1,
  });
  const more = rest === 0 ? [] : [label(`… +${rest}`, LABELS - 8, height + 14, { 'text-anchor': 'end' })];
  return { height: height + (rest === 0 ? 0 : 20), parts: [...parts, axis, ...more] };
}
