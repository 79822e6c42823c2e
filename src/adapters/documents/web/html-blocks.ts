import type {
  ContentsEntry,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedHeading,
  ResolvedSigner,
} from '../../../domain/documents/resolved-document.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { escapeMarkup } from '../charts/svg-parts.ts';
import { placeholderEmblem } from '../placeholder-emblem.ts';
import { htmlFormPart } from './html-form-part.ts';
import { htmlLaneTable } from './html-lane-table.ts';
import { type HtmlContext, htmlRuns, htmlText } from './html-runs.ts';
import { htmlTable } from './html-table.ts';

/** Blocks as HTML, one after the other; every text is escaped, nothing carries a style or a script. */
export function htmlBlocks(
  blocks: readonly ResolvedBlock[],
  document: ResolvedDocument,
  context: HtmlContext,
): string {
  return blocks.map((block) => htmlBlock(block, document, context)).join('\n');
}

function htmlBlock(block: ResolvedBlock, document: ResolvedDocument, context: HtmlContext): string {
  switch (block.type) {
    case 'cover':
      return htmlCover(block, document, context);
    case 'letterhead':
      return htmlLetterhead(document);
    case 'contents':
      return htmlContents(block.title, block.entries);
    case 'heading':
      return htmlHeading(block);
    case 'paragraph':
      return `<p>${htmlRuns(block.runs, context)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${htmlRuns(item, context)}</li>`).join('')}</${tag}>`;
    }
    case 'fields':
      return `<dl class="paper__fields">${block.items
        .map((item) => `<dt>${htmlText(item.label)}</dt><dd>${htmlRuns(item.runs, context)}</dd>`)
        .join('')}</dl>`;
    case 'table':
      return htmlTable(block, context);
    case 'lane-table':
      return htmlLaneTable(block);
    case 'chart':
      return `<figure id="${escapeMarkup(block.anchor)}"><div class="paper__chart" tabindex="0" role="group" aria-label="${escapeMarkup(
        block.title,
      )}">${drawChart(block)}</div><figcaption>${htmlText(
        `${block.number} ${block.title}`,
      )}</figcaption></figure>`;
    case 'note': {
      const tone = block.tone === 'attention' ? ' paper__note--attention' : '';
      return `<div class="paper__note${tone}">${htmlRuns(block.runs, context)}</div>`;
    }
    case 'signature':
      return `<div class="paper__signatures">${block.signers
        .map((signer, index) => htmlSigner(signer, index === block.signers.length - 1 ? block.opening : []))
        .join('')}</div>`;
    case 'lines':
      return `<div class="paper__lines paper__lines--${block.align}">${block.lines
        .map((line) => `<p>${htmlRuns(line, context)}</p>`)
        .join('')}</div>`;
    case 'columns':
    case 'ticks':
    case 'room':
    case 'boxes':
    case 'dictum':
    case 'frame':
      return htmlFormPart(block, context, (blocks) => htmlBlocks(blocks, document, context));
    case 'page-break':
      return '<div class="paper__page-break"></div>';
  }
}

function htmlCover(
  cover: Extract<ResolvedBlock, { type: 'cover' }>,
  document: ResolvedDocument,
  { standsAlone }: HtmlContext,
): string {
  const title = standsAlone ? 'h1' : 'p';
  return [
    '<header class="paper__cover">',
    cover.emblem ? htmlEmblem(document) : '',
    `<${title} class="paper__title">${htmlText(cover.title)}</${title}>`,
    cover.subtitle === null ? '' : `<p>${htmlText(cover.subtitle)}</p>`,
    `<p class="paper__period">${htmlText(cover.period)}</p>`,
    `<p>${htmlText(cover.edition)}</p>`,
    `<p class="paper__foot">${cover.foot.map((line) => `<span class="paper__line">${htmlText(line)}</span>`).join('')}</p>`,
    '</header>',
  ].join('');
}

function htmlLetterhead(document: ResolvedDocument): string {
  const head = document.meta.letterhead;
  if (head === null) return '';
  const lines = head.lines.map((line) => `<strong>${htmlText(line)}</strong>`).join('');
  const address = head.address.map((line) => `<span>${htmlText(line)}</span>`).join('');
  return `<div class="paper__letterhead">${htmlEmblem(document)}<div>${lines}${address}</div></div>`;
}

/** As an image and not inline: whatever an SVG carries does not run there. */
function htmlEmblem({ meta }: ResolvedDocument): string {
  const data = Buffer.from(meta.letterhead?.emblemSvg ?? placeholderEmblem()).toString('base64');
  return `<img src="data:image/svg+xml;base64,${data}" alt="${escapeMarkup(meta.office.government)}">`;
}

function htmlContents(title: string, entries: readonly ContentsEntry[]): string {
  const items = entries.map((entry) => {
    const look = entry.number === null ? 'paper__unnumbered' : `paper__depth-${Math.min(entry.depth, 2)}`;
    const number = entry.number === null ? '' : `<span>${htmlText(entry.number)}</span>`;
    return `<li class="${look}">${number}<a href="#${escapeMarkup(entry.anchor)}">${htmlText(entry.title)}</a></li>`;
  });
  const name = escapeMarkup(title);
  return `<nav class="paper__contents" aria-label="${name}"><h2>${name}</h2><ol>${items.join('')}</ol></nav>`;
}

/** Above them stands the title, of the document or of the page that it lies in. */
function htmlHeading(heading: ResolvedHeading): string {
  const tag = `h${Math.min(heading.level + 1, 6)}`;
  const id = heading.anchor === '' ? '' : ` id="${escapeMarkup(heading.anchor)}"`;
  const centre = heading.align === 'centre' ? ' paper__centre' : '';
  const title = htmlText(heading.title);
  if (heading.number === null)
    return `<${tag}${id} class="paper__${heading.style}${centre}">${title}</${tag}>`;
  const number = htmlText(heading.number);
  const inner =
    heading.style === 'chapter'
      ? `<span class="paper__line">${number} </span>${title}`
      : `<span>${number} </span><span>${title}</span>`;
  return `<${tag}${id} class="paper__${heading.style}">${inner}</${tag}>`;
}

function htmlSigner(signer: ResolvedSigner, opening: readonly string[]): string {
  const line = (text: string): string => `<p>${htmlText(text)}</p>`;
  return [
    '<div class="paper__signature">',
    ...opening.map(line),
    ...signer.above.map(line),
    `<p class="paper__name">${htmlText(signer.name)}</p>`,
    ...signer.below.map(line),
    '</div>',
  ].join('');
}
