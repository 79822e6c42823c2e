import { editDistance, wordsOf } from './similar-text.ts';

/** A keyword phrase found in a text: how far into it (in words) and how well it fits (1 whole, less when misspelt). */
export type KeywordHit = {
  readonly phrase: string;
  readonly found: string;
  readonly at: number;
  readonly fit: number;
};

/** Where a phrase's words stand in a row in the text; each word may have a letter wrong if it is long enough. */
export function findKeyword(words: readonly string[], phrase: readonly string[]): KeywordHit | null {
  if (phrase.length === 0) return null;
  for (let at = 0; at + phrase.length <= words.length; at += 1) {
    let fit = 1;
    const every = phrase.every((wanted, offset) => {
      const likeness = wordFit(words[at + offset] ?? '', wanted);
      fit = Math.min(fit, likeness);
      return likeness > 0;
    });
    if (every) {
      return { phrase: phrase.join(' '), found: words.slice(at, at + phrase.length).join(' '), at, fit };
    }
  }
  return null;
}

/** Misspelt words keep their first letter, which spares most comparisons. */
function wordFit(word: string, wanted: string): number {
  if (word === wanted) return 1;
  if (wanted.length < 5 || word.length < 4 || word[0] !== wanted[0]) return 0;
  const most = wanted.length >= 11 ? 2 : 1;
  if (editDistance(word, wanted, most) <= most) return 0.8;
  // "bantuanapapun": a word that was glued to the next one.
  return wanted.length >= 6 && word.startsWith(wanted) ? 0.7 : 0;
}

/** Words for matching, without numbers but 0 ("saldo 0"); a capital inside a word ("BantuanApapun") begins another. */
export function matchWords(text: string): string[] {
  return wordsOf(text.replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')).filter(
    (word) => !/^\d+$/.test(word) || word === '0',
  );
}
