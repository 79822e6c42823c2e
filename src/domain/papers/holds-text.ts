import type { DocumentTree } from '../documents/blocks.ts';

/** So many words in a row are no chance: below it the whole text must stand there. */
const RUN = 6;
/** Digits in a row that are a telephone number, a NIK, an account: one of them is enough. */
const NUMBER = /\d(?:[\d .()-]{5,}\d)/g;
const LEAST_DIGITS = 7;

/**
 * Whether something of what somebody wrote stands in a paper: the whole of a short text, six words in a row of a longer one, or
 * a long number out of it. Capitals, points and breaks between paragraphs tell nothing apart; who put it into words of his own is
 * not found.
 */
export function holdsText(
  { front, body, appendices }: Pick<DocumentTree, 'front' | 'body' | 'appendices'>,
  text: string,
): boolean {
  const printed = textsIn([front, body, appendices]).join(' ');
  const numbers = numbersIn(printed);
  if ([...numbersIn(text)].some((number) => numbers.has(number))) return true;
  const words = wordsOf(text);
  if (words.length === 0) return false;
  const length = Math.min(RUN, words.length);
  const runs = new Set(runsOf(words, length));
  return runsOf(wordsOf(printed), length).some((run) => runs.has(run));
}

/** What is printed, in its order; what only names kinds and places of blocks is left out. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (STRUCTURE.has(name) ? [] : textsIn(part)));
}
const STRUCTURE: ReadonlySet<string> = new Set([
  ...[
    'type',
    'id',
    'key',
    'kind',
    'align',
    'style',
    'orientation',
    'tone',
    'opening',
    'capacity',
    'numbering',
  ],
]);

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[], length: number): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(' '));
}

function numbersIn(text: string): ReadonlySet<string> {
  const found = (text.match(NUMBER) ?? []).map((one) => one.replaceAll(/\D/g, ''));
  return new Set(found.filter((digits) => digits.length >= LEAST_DIGITS));
}
