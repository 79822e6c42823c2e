import { readFileSync } from 'node:fs';
import type { ResolvedAppendix, ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { escapeMarkup } from '../charts/svg-parts.ts';
import { htmlBlocks } from './html-blocks.ts';
import { type HtmlContext, htmlRuns, htmlText, type RowsHref } from './html-runs.ts';

/** A document as a web page that stands alone in one file, with its styles in it and no script. */
export function drawHtml(document: ResolvedDocument, options: { readonly rowsHref?: RowsHref } = {}): string {
  const { meta } = document;
  return `<!doctype html>
<html lang="${meta.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(`${meta.title} – ${meta.period} – ${meta.office.name}`)}</title>
<style>body { margin: 0; }
${paperStyles()}</style>
</head>
<body>
<main>
${draw(document, options, true)}
</main>
</body>
</html>
`;
}

/**
 * The paper alone, for a page of the application: escaped HTML without styles or scripts of its own, fit for the
 * site's policy; the page links `assets/paper/paper.css`. `rowsHref` turns the rows behind a figure into an address;
 * without it figures are no links. The page brings the h1.
 */
export function drawPaper(
  document: ResolvedDocument,
  options: { readonly rowsHref?: RowsHref } = {},
): string {
  return draw(document, options, false);
}

function draw(
  document: ResolvedDocument,
  { rowsHref = () => null }: { readonly rowsHref?: RowsHref },
  standsAlone: boolean,
): string {
  const { meta, words } = document;
  const context: HtmlContext = { rowsHref, openRows: words.openRows, standsAlone };
  const hash =
    meta.figuresHash === null
      ? ''
      : `<p class="paper__hash">${htmlText(`${meta.edition} · ${words.figuresHash} ${meta.figuresHash}`)}</p>`;
  return [
    `<article class="paper paper--${meta.paper.toLowerCase()}${looks(meta)}" lang="${meta.language}">`,
    meta.classification === undefined
      ? ''
      : `<p class="paper__classification">${htmlText(meta.classification)}</p>`,
    meta.across === undefined ? '' : `<p class="paper__across">${htmlText(meta.across)}</p>`,
    htmlBlocks(document.front, document, context),
    htmlBlocks(document.body, document, context),
    ...document.appendices.map((appendix) => htmlAppendix(appendix, document, context)),
    hash,
    meta.footLine === undefined ? '' : `<p class="paper__hash">${htmlText(meta.footLine)}</p>`,
    '</article>',
  ].join('\n');
}

function looks(meta: ResolvedDocument['meta']): string {
  const lying = meta.orientation === 'landscape' ? ' paper--lying' : '';
  return `${lying}${meta.framed === true ? ' paper--framed' : ''}`;
}

function htmlAppendix(appendix: ResolvedAppendix, document: ResolvedDocument, context: HtmlContext): string {
  const lying = appendix.orientation === 'landscape' ? ' paper__appendix--lying' : '';
  return [
    `<section class="paper__appendix${lying}" id="${escapeMarkup(appendix.anchor)}">`,
    appendix.decree === null
      ? `<p>${htmlText(appendix.number)}</p>`
      : `<div class="paper__annex"><p>${htmlText(appendix.decree.heading)}</p><dl class="paper__fields">${appendix.decree.items
          .map((item) => `<dt>${htmlText(item.label)}</dt><dd>${htmlRuns(item.runs, context)}</dd>`)
          .join('')}</dl></div>`,
    `<h2>${htmlText(appendix.title)}</h2>`,
    ...appendix.subtitle.map((line) => `<p class="paper__centre">${htmlText(line)}</p>`),
    htmlBlocks(appendix.blocks, document, context),
    '</section>',
  ].join('\n');
}

let known: string | null = null;

/** The styles of the paper as text. */
function paperStyles(): string {
  known ??= readFileSync(new URL('../../../../assets/paper/paper.css', import.meta.url), 'utf8');
  return known;
}
