import type { Kind } from '../complaint/vocabulary.ts';
import { findKeyword, matchWords } from './keyword-match.ts';
import { learnWords } from './learn-words.ts';
import type { ReadingContext } from './register-row.ts';

/** Another kind that a row registered as a complaint may be; only ever suggested (rule 2). */
export type KindSuggestion = { readonly value: Kind; readonly confidence: number; readonly why: string };

/** Suggests a kind from the complainant's own words, or null when it is a complaint or cannot be told. */
export type KindSuggester = (matter: string) => KindSuggestion | null;

const LEAST_CONFIDENCE = 0.6;
const MOST_CONFIDENCE = 0.9;

/**
 * Suggests from the office's own keywords of each kind and its own earlier cases, and from nothing else. The keywords of
 * `pengaduan` are the words of a grievance: whoever uses them complains, even in the form of a question or a wish.
 */
export function kindSuggester(
  kinds: ReadingContext['kinds'],
  earlier: readonly { readonly text: string; readonly kind: Kind }[],
): KindSuggester {
  const lexicon = kinds.map(({ key, keywords }) => ({ key, phrases: keywords.map(matchWords) }));
  const learnt = learnWords(earlier.map(({ text, kind }) => ({ text, label: kind })));
  return (matter) => {
    const words = matchWords(matter);
    const scored = lexicon.map(({ key, phrases }) => {
      const own = scorePhrases(words, phrases);
      const before = learnt(words, key);
      return { key, score: own.score + before.score, words: [...own.words, ...before.words] };
    });
    const grievance = scored.find(({ key }) => key === 'pengaduan')?.score ?? 0;
    const [best] = scored.filter(({ key }) => key !== 'pengaduan').toSorted((a, b) => b.score - a.score);
    if (best === undefined || best.score === 0) return null;
    const share = best.score / (best.score + grievance);
    const confidence = Math.round(share * Math.min(1, best.score) * MOST_CONFIDENCE * 100) / 100;
    if (confidence < LEAST_CONFIDENCE) return null;
    const told = [...new Set(best.words)].slice(0, 5);
    return {
      value: best.key,
      confidence,
      why:
        told.length === 0
          ? 'Serupa dengan pengaduan yang sudah ada.'
          : `Kata yang menunjuk: ${told.join(', ')}.`,
    };
  };
}

/** The best fit of any phrase; one of several words says more than a single word. */
function scorePhrases(
  words: readonly string[],
  phrases: readonly (readonly string[])[],
): { readonly score: number; readonly words: readonly string[] } {
  const hits = phrases.flatMap((phrase) => {
    const hit = findKeyword(words, phrase);
    return hit === null ? [] : [{ found: hit.found, score: hit.fit * (phrase.length > 1 ? 1.25 : 1) }];
  });
  return { score: Math.max(0, ...hits.map(({ score }) => score)), words: hits.map(({ found }) => found) };
}
