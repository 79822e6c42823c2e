import { formatDate } from '../calendar/format-date.ts';
import type { Appendix, Block, DocumentTree, Inline, Section } from './blocks.ts';
import { cleanLine } from './clean-text.ts';
import { documentWords } from './document-words.ts';
import { numberTree } from './number-tree.ts';
import { readTables } from './read-tables.ts';
import { resolveChart } from './resolve-chart.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveFormPart } from './resolve-form-part.ts';
import { resolveInlines } from './resolve-inlines.ts';
import { resolveLaneTable } from './resolve-lane-table.ts';
import { resolveSignature } from './resolve-signature.ts';
import { resolveTable } from './resolve-table.ts';
import type {
  ResolvedAppendix,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedField,
} from './resolved-document.ts';

/**
 * Numbers, words, dates, captions and contents of a tree, made once for all interpreters; text from outside is
 * cleaned here. Same tree, same answer. A tree that points at a table or id it does not have, or has one id twice,
 * is a fault of its builder.
 */
export function resolveTree(tree: DocumentTree): ResolvedDocument {
  const words = documentWords(tree.meta.language);
  const context: ResolveContext = { tree, numbers: numberTree(tree), words };
  return {
    meta: {
      ...tree.meta,
      title: cleanLine(tree.meta.title),
      datedPrinted: formatDate(tree.meta.dated, 'long', tree.meta.language),
    },
    words,
    front: resolveBlocks(tree.front, 0, context),
    body: resolveBlocks(tree.body, 0, context),
    appendices: tree.appendices.map((appendix) => resolveAppendix(appendix, context)),
  };
}

function resolveAppendix(appendix: Appendix, context: ResolveContext): ResolvedAppendix {
  const numbered = context.numbers.appendices.get(appendix.id);
  return {
    anchor: numbered?.anchor ?? '',
    number: numbered?.number ?? context.words.appendix,
    title: cleanLine(appendix.title),
    subtitle: appendix.subtitle.map(cleanLine),
    decree:
      appendix.decree === undefined
        ? null
        : {
            heading: cleanLine(appendix.decree.heading),
            items: resolveFields(appendix.decree.items, context),
          },
    orientation: appendix.orientation,
    blocks: resolveBlocks(appendix.blocks, 1, context),
  };
}

/** `level` is that of the heading above, 0 at the top of a part. */
function resolveBlocks(
  blocks: readonly Block[],
  level: number,
  context: ResolveContext,
): readonly ResolvedBlock[] {
  return blocks.flatMap((block, index) => {
    const resolved = resolveBlock(block, level, context);
    // What follows the letterhead stands under it, on the same page.
    return blocks[index - 1]?.type === 'letterhead' ? resolved.map(onThisPage) : resolved;
  });
}

function onThisPage(block: ResolvedBlock, index: number): ResolvedBlock {
  return index === 0 && block.type === 'heading' ? { ...block, newPage: false } : block;
}

function resolveBlock(block: Block, level: number, context: ResolveContext): readonly ResolvedBlock[] {
  switch (block.type) {
    case 'cover':
      return [
        {
          ...block,
          title: cleanLine(block.title),
          subtitle: block.subtitle === null ? null : cleanLine(block.subtitle),
          foot: block.foot.map(cleanLine),
          period: cleanLine(context.tree.meta.period),
          edition: cleanLine(context.tree.meta.edition),
        },
      ];
    case 'contents':
      return [
        { type: 'contents', title: cleanLine(block.title), entries: context.numbers.contents[block.of] },
      ];
    case 'section':
      return resolveSection(block, level, context);
    case 'heading':
      return [
        {
          type: 'heading',
          anchor: '',
          level: deeper(level),
          style: 'minor',
          align: block.align,
          number: null,
          title: cleanLine(block.text),
          newPage: false,
        },
      ];
    case 'paragraph':
      return [{ type: 'paragraph', runs: resolveInlines(block.inlines, context) }];
    case 'note':
      return [{ type: 'note', tone: block.tone, runs: resolveInlines(block.inlines, context) }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => resolveInlines(item, context)) }];
    case 'fields':
      return [
        {
          type: 'fields',
          items: resolveFields(block.items, context),
        },
      ];
    case 'table':
      return [resolveTable(block, context)];
    case 'lane-table':
      return [resolveLaneTable(block)];
    case 'chart':
      return [resolveChart(block, readTables(context.tree), context)];
    case 'signature':
      return [resolveSignature(block, context)];
    case 'lines':
    case 'columns':
    case 'ticks':
    case 'room':
    case 'boxes':
    case 'dictum':
    case 'frame':
      return [resolveFormPart(block, context, (inner) => resolveBlocks(inner, 1, context))];
    case 'letterhead':
    case 'page-break':
      return [{ type: block.type }];
  }
}

function resolveFields(
  items: readonly { readonly label: string; readonly inlines: readonly Inline[] }[],
  context: ResolveContext,
): readonly ResolvedField[] {
  return items.map((item) => ({ label: cleanLine(item.label), runs: resolveInlines(item.inlines, context) }));
}

function resolveSection(section: Section, level: number, context: ResolveContext): readonly ResolvedBlock[] {
  const numbered = context.numbers.sections.get(section.id);
  const title = cleanLine(section.heading);
  const atTop = level === 0;
  const style =
    section.numbering === 'chapter' ? 'chapter' : section.numbering === 'decimal' ? 'section' : null;
  const heading: ResolvedBlock = {
    type: 'heading',
    anchor: numbered?.anchor ?? '',
    level: section.numbering === 'chapter' ? 1 : deeper(level),
    style: style ?? (atTop ? 'part' : 'minor'),
    align: style === 'section' || (style === null && !atTop) ? 'left' : 'centre',
    number: numbered?.number ?? null,
    title: style === 'chapter' || (style === null && atTop) ? title.toUpperCase() : title,
    newPage: style === 'chapter' || (style === null && atTop),
  };
  return [
    heading,
    ...resolveBlocks(section.blocks, section.numbering === 'chapter' ? 1 : deeper(level), context),
  ];
}

function deeper(level: number): number {
  return Math.min(level + 1, 6);
}
