import { formatDate } from '../calendar/format-date.ts';
import type { Inline } from './blocks.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { formatFigure } from './format-number.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Run } from './resolved-document.ts';

/** Runs of one look each; figures keep the id of their fact and the rows behind it. */
export function resolveInlines(inlines: readonly Inline[], context: ResolveContext): readonly Run[] {
  return inlines.flatMap((inline) => resolveInline(inline, PLAIN, context)).filter((run) => run.text !== '');
}

const PLAIN = { strong: false, emph: false, figure: null } as const;
type Look = Pick<Run, 'strong' | 'emph'>;

function resolveInline(inline: Inline, look: Look, context: ResolveContext): readonly Run[] {
  const { language } = context.tree.meta;
  const plain = (text: string): readonly Run[] => [{ ...look, text, figure: null }];
  switch (inline.type) {
    case 'text':
      return plain(cleanText(inline.text));
    case 'date':
      return plain(formatDate(inline.date, inline.style, language));
    case 'paper-number':
      return plain(cleanLine(context.tree.meta.number ?? '') || penRoom(18));
    case 'blank':
      return plain(penRoom(inline.letters));
    case 'reference':
      return plain(printedNumber(inline.to, context));
    case 'figure': {
      const { id, rows } = inline.figure;
      return [{ ...look, text: formatFigure(inline.figure, language), figure: { id, rows } }];
    }
    case 'strong':
    case 'emph': {
      const inner = {
        strong: look.strong || inline.type === 'strong',
        emph: look.emph || inline.type === 'emph',
      };
      return inline.inlines.flatMap((child) => resolveInline(child, inner, context));
    }
  }
}

/** Dots as a typist sets them: a letter's room each. */
function penRoom(letters: number): string {
  return '…'.repeat(Math.max(1, Math.ceil(letters / 2)));
}

function printedNumber(id: string, { numbers }: ResolveContext): string {
  const found = numbers.tables.get(id) ?? numbers.charts.get(id) ?? numbers.appendices.get(id);
  if (found === undefined || found.number === null)
    throw new Error(`Nothing numbered in the tree has the id "${id}".`);
  return found.number;
}
