import type { EstimatedPageNumbers } from 'docx';
import type { ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { roman } from '../../../domain/numbers/roman.ts';
import { type Sheet, sheetOf } from './docx-measures.ts';
import { docxSlabs, type Slab } from './docx-slabs.ts';
import type { BookmarkNames } from './docx-text.ts';

/**
 * The page numbers that stand in the contents until Word renews them, reckoned by stacking the paper up as Word
 * would. The writer's own layout (`docx/layout`) is nearer to Word in odd cases, but takes seconds for a long table
 * and minutes for a word of ten thousand letters.
 */
export function docxPageNumbers(document: ResolvedDocument, names: BookmarkNames): EstimatedPageNumbers {
  const { meta } = document;
  const upright = sheetOf(meta, false);
  const bookmarks = new Map<string, string>();
  const front = document.front.filter((block) => block.type !== 'cover');
  paginate(docxSlabs(front, upright), upright, 1, (anchor, page) =>
    bookmarks.set(names(anchor), roman(page).toLowerCase()),
  );
  const mark = (anchor: string, page: number): unknown => bookmarks.set(names(anchor), String(page));
  let page = document.body.length === 0 ? 0 : paginate(docxSlabs(document.body, upright), upright, 1, mark);
  for (const appendix of document.appendices) {
    const sheet = sheetOf(meta, appendix.orientation === 'landscape');
    const head: Slab = { ...HEAD, height: 66 + appendix.subtitle.length * 19.4, anchor: appendix.anchor };
    page = paginate([head, ...docxSlabs(appendix.blocks, sheet)], sheet, page + 1, mark);
  }
  return { bookmarks };
}

const HEAD = { keepNext: true, newPage: false, line: null, header: 0 } as const;

/** Stacks slabs from the top of page `first`; says on which page each anchor stands and gives the last page. */
function paginate(
  slabs: readonly Slab[],
  sheet: Sheet,
  first: number,
  mark: (anchor: string, page: number) => unknown,
): number {
  const across = sheet.lying ? sheet.width : sheet.height;
  const room = (across - sheet.margin.top - sheet.margin.bottom) / 20;
  let page = first;
  let used = 0;
  slabs.forEach((slab, index) => {
    const group = used === 0 ? 0 : groupHeight(slabs, index);
    // A group taller than a page is torn in any case.
    const needed = group > room ? wholeHeight(slab) : group;
    if (slab.newPage || (used > 0 && used + needed > room + 1)) {
      page += 1;
      used = slab.header;
    }
    if (slab.anchor !== null && slab.anchor !== '') mark(slab.anchor, page);
    used += slab.height;
    while (used > room + 1) {
      page += 1;
      used = Math.max(used - room, 1);
    }
  });
  return page;
}

/** From a slab to the end of what must stand on its page. */
function groupHeight(slabs: readonly Slab[], from: number): number {
  let height = 0;
  // The group of the slab before was placed with this one in it.
  if (slabs[from - 1]?.keepNext === true) return 0;
  for (let at = from; at < slabs.length; at++) {
    const slab = slabs[at];
    if (slab === undefined) break;
    height += slab.keepNext ? slab.height : wholeHeight(slab);
    if (!slab.keepNext) break;
  }
  return height;
}

/** What of a slab must fit: all of a whole one, two lines of one that may flow over. */
function wholeHeight(slab: Slab): number {
  return slab.line === null ? slab.height : Math.min(slab.height, slab.line * 2);
}
