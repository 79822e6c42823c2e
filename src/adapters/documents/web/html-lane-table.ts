import type { LaneTable } from '../../../domain/documents/blocks.ts';
import { escapeMarkup } from '../charts/svg-parts.ts';
import { type LaneHead, laneHeads } from '../lane-heads.ts';
import { htmlText } from './html-runs.ts';

/** An SOP's table; each drawing is a picture with its words, the width of all lanes. */
export function htmlLaneTable(table: LaneTable): string {
  const title = escapeMarkup(table.title);
  const span = table.lanes.labels.length;
  const { before: left, lanes, after: right } = table;
  const widths = [
    ...left.map(({ width }) => width),
    ...lanes.labels.map(() => lanes.width),
    ...right.map(({ width }) => width),
  ];
  const rows = table.rows.map(({ before, drawing, after }) => {
    const [no = '', activity = ''] = before;
    const picture = drawing.svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
    return `<tr><td class="paper__ordinal">${htmlText(no)}</td><th scope="row">${htmlText(activity)}</th><td colspan="${span}" class="paper__lanes">${picture}<span class="paper__hidden">${htmlText(drawing.alternative)}</span></td>${after
      .map((text) => `<td>${htmlText(text)}</td>`)
      .join('')}</tr>`;
  });
  return [
    `<div class="paper__table paper__table--lanes" tabindex="0" role="region" aria-label="${title}"><table>`,
    `<caption class="paper__hidden">${htmlText(table.title)}</caption>`,
    `<colgroup>${widths.map((width) => `<col width="${Math.round(width * PX_OF_MM)}">`).join('')}</colgroup>`,
    `<thead>${laneHeads(table)
      .map((row) => `<tr>${row.map(headCell).join('')}</tr>`)
      .join('')}</thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table></div>',
  ].join('');
}

function headCell({ label, columns, rows }: LaneHead): string {
  const wide = columns > 1 ? ` colspan="${columns}"` : '';
  const high = rows > 1 ? ` rowspan="${rows}"` : '';
  return `<th scope="${columns > 1 ? 'colgroup' : 'col'}"${wide}${high}>${htmlText(label)}</th>`;
}

/** As wide as on paper: heights were counted for these widths, and the lines of the drawings meet. */
const PX_OF_MM = 96 / 25.4;
