import type { ResolvedBlock } from '../../../domain/documents/resolved-document.ts';
import { type HtmlContext, htmlRuns, htmlText } from './html-runs.ts';

type FormPart = Extract<
  ResolvedBlock,
  { readonly type: 'columns' | 'ticks' | 'room' | 'boxes' | 'dictum' | 'frame' }
>;

/** Blocks of letters and forms as HTML; `within` draws what stands inside columns and frames. */
export function htmlFormPart(
  block: FormPart,
  context: HtmlContext,
  within: (blocks: readonly ResolvedBlock[]) => string,
): string {
  switch (block.type) {
    case 'columns':
      return `<div class="paper__columns">${block.columns
        .map(({ weight, blocks }) => `<div class="paper__column-${broad(weight)}">${within(blocks)}</div>`)
        .join('')}</div>`;
    case 'ticks':
      return `<ul class="paper__ticks paper__ticks--${block.across}">${block.items
        .map(({ ticked, runs }) => `<li>${tick(ticked)} ${htmlRuns(runs, context)}</li>`)
        .join('')}</ul>`;
    case 'room': {
      const label = block.label === null ? '' : `<p>${htmlText(block.label)}</p>`;
      return `<div class="paper__room">${label}${'<div class="paper__rule"></div>'.repeat(block.lines)}</div>`;
    }
    case 'boxes':
      return `<div class="paper__boxes">${block.items
        .map(
          ({ label, below }) =>
            `<div><p>${htmlText(label)}</p><div class="paper__box paper__box--${tall(block.height)}"></div>${
              below === null ? '' : `<p>${htmlText(below)}</p>`
            }</div>`,
        )
        .join('')}</div>`;
    case 'dictum':
      return `<dl class="paper__dictum">${block.items
        .map(
          ({ label, parts }) =>
            `<dt>${htmlText(label)}</dt><dd>${parts
              .map(({ sign, runs }) => {
                const mark = sign === null ? '' : `<span>${htmlText(sign)}</span> `;
                return `<p${sign === null ? '' : ' class="paper__point"'}>${mark}<span>${htmlRuns(runs, context)}</span></p>`;
              })
              .join('')}</dd>`,
        )
        .join('')}</dl>`;
    case 'frame':
      return `<div class="paper__frame">${within(block.blocks)}</div>`;
  }
}

/** Seen and heard: a cross in a box, and the word beside it for whoever does not see it. */
function tick(ticked: boolean): string {
  const said = ticked ? 'dipilih:' : 'tidak dipilih:';
  return `<span class="paper__tick" aria-hidden="true">${ticked ? 'X' : ''}</span><span class="paper__hidden">${said}</span>`;
}

/** Styles stand in the sheet, not in the page: widths in whole steps. */
function broad(weight: number): number {
  return Math.min(4, Math.max(1, Math.round(weight)));
}

function tall(height: number): 'low' | 'high' {
  return height > 22 ? 'high' : 'low';
}
