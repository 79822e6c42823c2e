import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { ChartPoint } from '../../../domain/documents/resolved-document.ts';
import { CHART_WIDTH, DARK, type Drawing, element, LINE, label, wrapText } from './svg-parts.ts';

const PLOT = 180;
const TOP = 20;
const SMALL = 10;
/** Three months are three columns, not three walls. */
const WIDEST = 72;

/** Standing columns along a line, each with its value above and its label below. */
export function drawColumns(points: readonly ChartPoint[]): Drawing {
  const place = scaleBand(
    points.map((_, index) => index),
    [0, CHART_WIDTH],
  ).padding(0.3);
  const width = Math.min(place.bandwidth(), WIDEST);
  const middle = (index: number) => (place(index) ?? 0) + place.bandwidth() / 2;
  const y = scaleLinear([0, max(points, (point) => point.value ?? 0) || 1], [TOP + PLOT, TOP]);
  const parts = points.flatMap((point, index) => {
    const top = y(point.value ?? 0);
    const height = TOP + PLOT - top;
    return [
      ...(height > 0
        ? [element('rect', { x: middle(index) - width / 2, y: top, width, height, fill: DARK })]
        : []),
      label(point.printed, middle(index), top - 5, {
        'text-anchor': 'middle',
        'font-weight': 'bold',
      }),
    ];
  });
  const axis = axisBelow(points, middle, place.step() || CHART_WIDTH);
  return { height: TOP + PLOT + axis.height, parts: [...parts, ...axis.parts] };
}

/** The base line with up to two lines of label under each place. */
export function axisBelow(
  points: readonly ChartPoint[],
  x: (index: number) => number,
  room: number,
): Drawing {
  const labels = withoutCommonWord(points.map((point) => point.label));
  const bottom = TOP + PLOT;
  const line = element('line', {
    x1: 0,
    y1: bottom,
    x2: CHART_WIDTH,
    y2: bottom,
    stroke: LINE,
    'stroke-width': 1,
  });
  // Of many places side by side only every second, third … is named.
  const every = Math.max(1, Math.ceil(36 / room));
  const named = labels.map((text, index) =>
    index % every === 0 ? wrapText(text, room * every, 2, SMALL) : [],
  );
  const texts = named.flatMap((lines, index) =>
    lines.map((part, at) =>
      label(part, x(index), bottom + 16 + at * (SMALL + 2), { 'text-anchor': 'middle', 'font-size': SMALL }),
    ),
  );
  const deep = Math.max(1, ...named.map((lines) => lines.length));
  return { height: 12 + deep * (SMALL + 2), parts: [line, ...texts] };
}

/** "Januari 2023, Februari 2023 …" need no year under each column: the chart's title has it. */
function withoutCommonWord(labels: readonly string[]): readonly string[] {
  const lasts = new Set(labels.map((text) => text.split(' ').at(-1)));
  const all = labels.length > 1 && lasts.size === 1 && labels.every((text) => text.includes(' '));
  return all ? labels.map((text) => text.slice(0, text.lastIndexOf(' '))) : labels;
}
