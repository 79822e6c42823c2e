import { matchWords } from './keyword-match.ts';

/** How much the words of a text speak for a label, 0 to 0.6, and which of them do so most. */
export type LearntWords = (
  words: readonly string[],
  label: string,
) => { readonly score: number; readonly words: readonly string[] };

/** Naive Bayes over whole words of rows that a person has labelled, kept small: at most half of what one keyword weighs. */
export function learnWords(
  earlier: readonly { readonly text: string; readonly label: string }[],
): LearntWords {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { text, label } of earlier) {
    totals.set(label, (totals.get(label) ?? 0) + 1);
    for (const word of new Set(matchWords(text).filter((each) => each.length > 2))) {
      const perLabel = counts.get(word) ?? new Map<string, number>();
      perLabel.set(label, (perLabel.get(label) ?? 0) + 1);
      counts.set(word, perLabel);
    }
  }
  return (words, label) => {
    const mine = totals.get(label) ?? 0;
    if (mine < 2) return { score: 0, words: [] };
    const others = earlier.length - mine;
    let sum = 0;
    const strong: string[] = [];
    for (const word of new Set(words)) {
      const here = counts.get(word)?.get(label) ?? 0;
      const all = [...(counts.get(word)?.values() ?? [])].reduce((a, b) => a + b, 0);
      if (all < 2) continue;
      const odds = Math.log((here + 0.5) / (mine + 1) / ((all - here + 0.5) / (others + 1)));
      sum += odds;
      if (odds > 1) strong.push(word);
    }
    return sum > 1 ? { score: Math.min(0.6, sum / 10), words: strong.slice(0, 3) } : { score: 0, words: [] };
  };
}
