import type { RowsQuery } from '../../../domain/documents/blocks.ts';
import type { Run } from '../../../domain/documents/resolved-document.ts';
import { escapeMarkup } from '../charts/svg-parts.ts';

/** Where the rows behind a figure can be read, or null where nobody may open them. */
export type RowsHref = (rows: RowsQuery, figureId: string) => string | null;

/** What drawing any block may look at. */
export type HtmlContext = {
  readonly rowsHref: RowsHref;
  readonly openRows: string;
  /** Whether the title of the document is the heading of the page. */
  readonly standsAlone: boolean;
};

/** Runs as HTML; a figure with rows is a link to them. */
export function htmlRuns(runs: readonly Run[], context: HtmlContext): string {
  return runs.map((run) => htmlRun(run, context)).join('');
}

function htmlRun(run: Run, context: HtmlContext): string {
  const text = run.figure === null ? htmlText(run.text) : htmlFigure(run.text, run.figure, context);
  const emphasised = run.emph ? `<em>${text}</em>` : text;
  return run.strong ? `<strong>${emphasised}</strong>` : emphasised;
}

/** A printed number that carries the id of its fact, and opens its rows where it may. */
export function htmlFigure(
  printed: string,
  figure: { readonly id: string; readonly rows: RowsQuery | null },
  { rowsHref, openRows }: HtmlContext,
): string {
  const id = escapeMarkup(figure.id);
  const href = figure.rows === null ? null : rowsHref(figure.rows, figure.id);
  if (href === null) return `<span data-figure="${id}">${htmlText(printed)}</span>`;
  const hint = `<span class="paper__hidden"> (${escapeMarkup(openRows)})</span>`;
  return `<a href="${escapeMarkup(href)}" data-figure="${id}">${htmlText(printed)}${hint}</a>`;
}

export function htmlText(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '<br>');
}
