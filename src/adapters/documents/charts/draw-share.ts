import { cumsum } from 'd3-array';
import type { ChartPoint } from '../../../domain/documents/resolved-document.ts';
import {
  CHART_WIDTH,
  DARK,
  type Drawing,
  EDGE,
  element,
  INK,
  LIGHT,
  LINE,
  label,
  mostPoints,
  TEXT_SIZE,
  textWidth,
  wrapText,
} from './svg-parts.ts';

const BAR = 44;
const ROW = 20;

/**
 * One bar cut into the parts of a whole, dark and light by turns; under it every part that there is by name with its
 * mark, count and share. Nothing to share is an empty frame with all names.
 */
export function drawShare(all: readonly ChartPoint[]): Drawing {
  const { points, rest } = mostPoints(all);
  const ends = cumsum(points, (point) => point.share?.tenths ?? 0);
  const scale = (CHART_WIDTH - 2) / 1000;
  const shown = points.filter((point) => (point.share?.tenths ?? 0) > 0);
  const parts = points.flatMap((point, index) => {
    const tenths = point.share?.tenths ?? 0;
    if (tenths === 0) return [];
    const x = 1 + ((ends[index] ?? 0) - tenths) * scale;
    const width = tenths * scale;
    const dark = shown.indexOf(point) % 2 === 0;
    const text = point.share?.printed ?? '';
    const inside = label(text, x + width / 2, 1 + BAR / 2 + TEXT_SIZE * 0.35, {
      'text-anchor': 'middle',
      'font-weight': 'bold',
      fill: dark ? '#ffffff' : INK,
    });
    return [part(x, 1, width, BAR, dark), ...(textWidth(text) + 8 < width ? [inside] : [])];
  });
  const frame = element('rect', {
    x: 1,
    y: 1,
    width: CHART_WIDTH - 2,
    height: BAR,
    fill: 'none',
    stroke: LINE,
  });
  // Many parts are named in two columns.
  const named = shown.length > 0 ? shown : points;
  const rows = named.length > 12 ? Math.ceil(named.length / 2) : named.length;
  const names = named.flatMap((point, index) => {
    const y = BAR + 26 + (index % rows) * ROW;
    const x = index < rows ? 2 : CHART_WIDTH / 2 + 2;
    const dark = shown.indexOf(point) % 2 === 0;
    const share = point.share === null ? '' : ` (${point.share.printed})`;
    const [name = ''] = wrapText(point.label, (rows < named.length ? CHART_WIDTH / 2 : CHART_WIDTH) - 140, 1);
    const mark = shown.includes(point) ? [part(x, y - 10, 12, 12, dark)] : [];
    return [...mark, label(`${name}: ${point.printed}${share}`, x + 20, y)];
  });
  const height = BAR + 16 + Math.max(rows, 1) * ROW;
  const more = rest === 0 ? [] : [label(`… +${rest}`, 22, height + 10)];
  return { height: height + (rest === 0 ? 0 : 16), parts: [frame, ...parts, ...names, ...more] };
}

function part(x: number, y: number, width: number, height: number, dark: boolean): string {
  return element('rect', { x, y, width, height, fill: dark ? DARK : LIGHT, stroke: EDGE, 'stroke-width': 1 });
}
