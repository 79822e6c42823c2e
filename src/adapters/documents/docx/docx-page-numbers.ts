import type { EstimatedPageNumbers, IXmlableObject, PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ResolvedAppendix, ResolvedTable } from '../../../domain/reports/resolved-document.ts';
import { textWidth } from '../charts/svg-parts.ts';
import { type Sheet, SIZE } from './docx-measures.ts';
import type { BookmarkNames } from './docx-text.ts';

/**
 * The page numbers that stand in the contents until Word renews them. Front and chapters are laid out as Word would
 * (`docx/layout`); registers, for which that takes seconds, are reckoned from the lengths of their texts.
 */
export function docxPageNumbers(
  appendices: readonly { readonly appendix: ResolvedAppendix; readonly sheet: Sheet }[],
  { sectionsBefore, names }: { readonly sectionsBefore: number; readonly names: BookmarkNames },
): PageNumberEstimator {
  const lay = estimatePageNumbersWith({ guess: true });
  return (body, context): EstimatedPageNumbers => {
    const laid = lay(firstSections(body, sectionsBefore), context);
    const bookmarks = new Map(laid.bookmarks);
    const page = laid.sectionPageCounts?.[sectionsBefore - 1];
    if (page === undefined) return { bookmarks };
    let next = page + 1;
    for (const { appendix, sheet } of appendices) {
      bookmarks.set(names(appendix.anchor), String(next));
      next += pagesOf(appendix, sheet);
    }
    return { bookmarks };
  };
}

/** The body up to the end of its n-th section, closed by the last section's own properties. */
function firstSections(body: IXmlableObject, count: number): IXmlableObject {
  const children: unknown = body['w:body'];
  if (!Array.isArray(children)) return body;
  let seen = 0;
  const end = children.findIndex((child) => closesSection(child) && ++seen === count);
  return end < 0 ? body : { 'w:body': [...children.slice(0, end + 1), children.at(-1)] };
}

/** A section ends with a paragraph that carries its properties. */
function closesSection(child: unknown): boolean {
  const parts = partsOf(child, 'w:p').flatMap((part) => partsOf(part, 'w:pPr'));
  return parts.some((part) => typeof part === 'object' && part !== null && 'w:sectPr' in part);
}

function partsOf(node: unknown, name: string): readonly unknown[] {
  if (typeof node !== 'object' || node === null || !(name in node)) return [];
  const parts: unknown = Object.entries(node).find(([key]) => key === name)?.[1];
  return Array.isArray(parts) ? parts : [parts];
}

const LINE = 10.4;
const HEAD = 62;

function pagesOf(appendix: ResolvedAppendix, sheet: Sheet): number {
  const room = (sheet.height - sheet.width) * (sheet.lying ? 0 : 1) + sheet.width;
  const height = (room - sheet.margin.top - sheet.margin.bottom) / 20;
  const tables = appendix.blocks.filter((block) => block.type === 'table');
  let pages = 1;
  let used = HEAD + appendix.subtitle.length * 18;
  for (const table of tables) {
    const header = LINE * 3 + 14;
    used += header;
    for (const rowHeight of rowHeights(table, sheet.textWidth / 20, sheet.lying)) {
      if (used + rowHeight > height) {
        pages += Math.max(1, Math.ceil(rowHeight / height));
        used = header;
      }
      used += rowHeight;
    }
  }
  return pages;
}

function rowHeights(table: ResolvedTable, width: number, lying: boolean): readonly number[] {
  const size = (lying ? SIZE.register : SIZE.table) / 2;
  const whole = table.columns.reduce((sum, column) => sum + column.weight, 0);
  return table.rows.map((row) => {
    const lines = row.cells.map((cell, index) => {
      const room = ((table.columns[index]?.weight ?? 1) / whole) * width - 9;
      const wrapped = cell.text.split('\n').map((line) => Math.ceil((textWidth(line, size) * 1.04) / room));
      return wrapped.reduce((sum, count) => sum + Math.max(count, 1), 0);
    });
    return Math.max(...lines) * size * 1.2 + 5.5;
  });
}
