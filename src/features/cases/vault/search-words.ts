import { normalText } from '../../../platform/normal-text.ts';
import { STOP_WORDS } from './stop-words.ts';

/** More words than this are not indexed: a pasted book must not fill the index. */
const MOST_WORDS = 400;

/**
 * The words of a text to search by: lower case, letters and digits only, without stop words, each once, in the
 * order of first use. Long digit runs (NIK, telephone) are left out, since they are found through the vault.
 */
export function searchWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of wordsOf(text)) {
    if (words.size >= MOST_WORDS) break;
    words.add(word);
  }
  return [...words];
}

/**
 * A typed query as a tsquery that wants every word; null when nothing is left to search for.
 * Words hold letters and digits only, so nothing in them can be an operator.
 */
export function searchQuery(typed: string): string | null {
  const words = [...new Set(wordsOf(typed))].slice(0, 8);
  return words.length === 0 ? null : words.map((word) => `'${word}'`).join(' & ');
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of normalText(text, 'NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]{2,40}/gu)) {
    if (!STOP_WORDS.has(word) && !/^\d{8,}$/.test(word)) yield word;
  }
}
