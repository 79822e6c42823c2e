import { max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartPoint } from '../../../domain/documents/resolved-document.ts';
import { axisBelow } from './draw-columns.ts';
import { CHART_WIDTH, DARK, type Drawing, element, label } from './svg-parts.ts';

const PLOT = 180;
const TOP = 20;

/** A line through the points in their order, a dot and the value at each; it breaks where a value is not known. */
export function drawLine(points: readonly ChartPoint[]): Drawing {
  const place = scalePoint(
    points.map((_, index) => index),
    [0, CHART_WIDTH],
  ).padding(0.5);
  const x = (index: number): number => place(index) ?? CHART_WIDTH / 2;
  const y = scaleLinear([0, max(points, (point) => point.value ?? 0) || 1], [TOP + PLOT, TOP]);
  const path = line<ChartPoint>()
    .defined((point) => point.value !== null)
    .x((_, index) => x(index))
    .y((point) => y(point.value ?? 0))(points);
  // Values of a long line are said where its places are named.
  const every = Math.max(1, Math.ceil((points.length * 24) / CHART_WIDTH));
  const dots = points.flatMap((point, index) =>
    point.value === null
      ? []
      : [
          element('circle', { cx: x(index), cy: y(point.value), r: 3.5, fill: DARK }),
          ...(index % every > 0
            ? []
            : [
                label(point.printed, x(index), y(point.value) + (isLow(points, index) ? 17 : -9), {
                  'text-anchor': 'middle',
                  'font-weight': 'bold',
                }),
              ]),
        ],
  );
  const drawn = element('path', { d: path ?? '', fill: 'none', stroke: DARK, 'stroke-width': 2 });
  const axis = axisBelow(points, x, place.step() || CHART_WIDTH);
  return { height: TOP + PLOT + axis.height, parts: [...axis.parts, drawn, ...dots] };
}

/** In a valley of the line, where a value above the dot would lie on the line; not on the ground, where labels are. */
function isLow(points: readonly ChartPoint[], index: number): boolean {
  const value = points[index]?.value ?? 0;
  const beside = [points[index - 1]?.value, points[index + 1]?.value].map((near) => near ?? value);
  const highest = max(points, (point) => point.value ?? 0) || 1;
  return (
    value > highest * 0.12 && beside.every((near) => near >= value) && beside.some((near) => near > value)
  );
}
