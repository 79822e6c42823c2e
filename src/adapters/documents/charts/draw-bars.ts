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
  mostPoints,
  TEXT_SIZE,
  textWidth,
  wrapText,
} from './svg-parts.ts';

const LABELS = 230;
const STEP = 26;
/** A chart stays on one page: many bars stand closer, more than this are the largest and a count of the rest. */
const TALLEST = 640;
const MOST = 60;

/** Lying bars, one under the other, each with its label before and its value behind. */
export function drawBars(all: readonly ChartPoint[]): Drawing {
  const { points, rest } = mostPoints(all, MOST);
  const step = Math.min(STEP, TALLEST / Math.max(points.length, 1));
  const bar = step * 0.62;
  const size = Math.min(TEXT_SIZE, step * 0.72);
  const room = Math.max(...points.map((point) => textWidth(point.printed)), 0) + 10;
  const length = scaleLinear(
    [0, max(points, (point) => point.value ?? 0) || 1],
    [0, CHART_WIDTH - LABELS - room],
  );
  const parts = points.flatMap((point, index) => {
    const top = index * step + (step - bar) / 2;
    const middle = top + bar / 2 + size * 0.35;
    const width = length(point.value ?? 0);
    const lines = wrapText(point.label, LABELS - 12, step < STEP ? 1 : 2, size);
    const first = middle - ((lines.length - 1) * (size + 1)) / 2;
    return [
      ...lines.map((line, at) =>
        label(line, LABELS - 8, first + at * (size + 1), { 'text-anchor': 'end', 'font-size': size }),
      ),
      ...(width > 0 ? [element('rect', { x: LABELS, y: top, width, height: bar, fill: DARK })] : []),
      label(point.printed, LABELS + width + 6, middle, { 'font-weight': 'bold', 'font-size': size }),
    ];
  });
  const height = Math.max(points.length, 1) * step;
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
