import type {
  ResolvedCell,
  ResolvedRow,
  ResolvedTable,
} from '../../../domain/documents/resolved-document.ts';
import { escapeMarkup } from '../charts/svg-parts.ts';
import { totalSpan } from '../total-span.ts';
import { type HtmlContext, htmlFigure, htmlRuns, htmlText } from './html-runs.ts';

/** A table that can be heard: caption, column and row headers, a total in its foot; it scrolls when it is too wide. */
export function htmlTable(table: ResolvedTable, context: HtmlContext): string {
  const id = escapeMarkup(table.anchor);
  const caption = [table.number, table.title].filter((part) => part !== null).join(' ');
  const header = table.columns.map((column) => {
    const look = column.kind === 'ordinal' ? ' class="paper__ordinal"' : '';
    return `<th scope="col"${look}>${htmlText(column.label)}</th>`;
  });
  const numbers =
    table.columnNumbers === null
      ? ''
      : `<tr class="paper__numbers">${table.columnNumbers.map((number) => `<th>${number}</th>`).join('')}</tr>`;
  const named = table.columns.findIndex((column) => column.key === 'label');
  const rows = table.rows.map((row) => bodyRow(row, table, named, context)).join('\n');
  const notes = table.notes.map((note) => `<p>${htmlRuns(note, context)}</p>`).join('');
  return [
    `<div class="paper__table${table.rowRoom === null ? '' : ' paper__table--roomy'}" id="${id}" tabindex="0" role="region" aria-labelledby="${id}-judul"><table>`,
    `<caption id="${id}-judul"${table.number === null ? ' class="paper__hidden"' : ''}>${htmlText(caption)}</caption>`,
    `<thead><tr>${header.join('')}</tr>${numbers}</thead>`,
    `<tbody>${rows}</tbody>`,
    table.total === null ? '' : `<tfoot>${totalRow(table.total, table, context)}</tfoot>`,
    '</table></div>',
    notes === '' ? '' : `<div class="paper__notes">${notes}</div>`,
  ].join('');
}

function bodyRow(row: ResolvedRow, table: ResolvedTable, named: number, context: HtmlContext): string {
  const cells = row.cells.map((cell, index) => {
    const look = lookOf(table, index);
    const inner = htmlCell(cell, context);
    return index === named ? `<th scope="row"${look}>${inner}</th>` : `<td${look}>${inner}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function totalRow(row: ResolvedRow, table: ResolvedTable, context: HtmlContext): string {
  const span = totalSpan(row);
  const cells = row.cells.slice(span - 1).map((cell, index) => {
    if (index > 0) return `<td${lookOf(table, index + span - 1)}>${htmlCell(cell, context)}</td>`;
    const wide = span > 1 ? ` colspan="${span}" class="paper__mid"` : '';
    return `<th scope="row"${wide}>${htmlCell(cell, context)}</th>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function htmlCell(cell: ResolvedCell, context: HtmlContext): string {
  return cell.figureId === null
    ? htmlText(cell.text)
    : htmlFigure(cell.text, { id: cell.figureId, rows: cell.rows }, context);
}

function lookOf(table: ResolvedTable, column: number): string {
  const drawn = table.columns[column];
  if (drawn === undefined || drawn.align === 'left') return '';
  return ` class="${drawn.kind === 'ordinal' ? 'paper__ordinal' : drawn.align === 'right' ? 'paper__right' : 'paper__mid'}"`;
}
