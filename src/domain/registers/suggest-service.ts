import { findKeyword, matchWords } from './keyword-match.ts';
import { learnWords } from './learn-words.ts';
import type { ReadingContext } from './register-row.ts';

/** The service a text seems to speak of, how sure, and the words that say so. */
export type ServiceSuggestion = {
  readonly value: string;
  readonly confidence: number;
  /** Words that name it; nothing named, so the rest; or many words together, as in rows that a person has judged. */
  readonly by: 'keyword' | 'rest' | 'earlier';
  /** Indonesian sentence, made from `by`. */
  readonly why: string;
};

/** Scores a row's text; made once per register so that the office's words and earlier rows are counted once. */
export type ServiceSuggester = (matter: string, narrative: string) => ServiceSuggestion | null;

/**
 * Suggests a service from the office's own keywords and the office's own earlier rows, and from nothing else.
 * The matter weighs more than the clerk's narrative; what is named first weighs more than what follows; what follows
 * "sedangkan", "tetapi" … hardly counts; a programme named only as somebody's post ("pendamping PKH") does not count.
 * A text that names no programme falls to the office's `lain-lain`; without that key there is no suggestion.
 */
export function serviceSuggester(
  services: ReadingContext['services'],
  earlier: readonly { readonly text: string; readonly service: string }[],
): ServiceSuggester {
  const lexicon = services.map(({ key, label, keywords }) => ({
    key,
    label,
    phrases: (keywords.length > 0 ? keywords : [label]).map(matchWords),
  }));
  const learnt = learnWords(earlier.map(({ text, service }) => ({ text, label: service })));
  return (matter, narrative) => {
    const ownClauses = clauseWords(matter);
    const toldClauses = clauseWords(narrative);
    const ownWords = earlier.length === 0 ? [] : matchWords(matter);
    const scored = lexicon.map((service) => {
      const rest = service.key === REST ? REST_WEIGHT : 1;
      const own = scoreWords(ownClauses, service.phrases);
      const told = scoreWords(toldClauses, service.phrases);
      const before = learnt(ownWords, service.key);
      return {
        ...service,
        score: rest * (own.score + 0.35 * told.score) + before.score,
        words: [...new Set([...own.words, ...told.words, ...before.words])],
      };
    });
    scored.sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (best === undefined) return null;
    if (best.score < 0.2) return fallBack(services, matter);
    const share = best.score / (best.score + (second?.score ?? 0));
    const strength = Math.min(1, best.score / (best.key === REST ? REST_WEIGHT : 1));
    const most = best.key === REST ? 0.85 : 0.99;
    const confidence = Math.round(Math.min(most, share * (0.7 + 0.3 * strength)) * 100) / 100;
    const rival =
      second !== undefined && second.words.length > 0 && second.score > 0.2 * best.score
        ? `; juga disebut: ${second.words.slice(0, 3).join(', ')}`
        : '';
    const by = best.words.length > 0 ? 'keyword' : 'earlier';
    return { value: best.key, confidence, by, why: `${whyOf(by, best.words)}${rival}.` };
  };
}

/** Earlier rows can speak for a service by many words together of which none does so alone. */
function whyOf(by: ServiceSuggestion['by'], words: readonly string[] = []): string {
  switch (by) {
    case 'keyword':
      return `Kata yang menunjuk: ${words.slice(0, 5).join(', ')}`;
    case 'earlier':
      return 'Serupa dengan baris yang sudah ada';
    case 'rest':
      return 'Tidak ada program atau layanan yang disebut';
  }
}

const REST = 'lain-lain';
/** Words of the rest only decide where no programme is named in the same place. */
const REST_WEIGHT = 0.5;

function fallBack(services: ReadingContext['services'], matter: string): ServiceSuggestion | null {
  if (!services.some(({ key }) => key === REST) || matchWords(matter).length === 0) return null;
  return { value: REST, confidence: 0.6, by: 'rest', why: `${whyOf('rest')}.` };
}

type Clause = { readonly words: readonly string[]; readonly weight: number };

const CONTRAST = /\b(?:sedangkan|padahal|sementara|tetapi|tapi|namun|kecuali|bukan|selain)\b/i;
const POSTS = /\b(?:pendamping|bidang|seksi|petugas|operator|koordinator|tim|menu|aplikasi)\s+\S+/gi;

function clauseWords(text: string): Clause[] {
  const parts = text.replaceAll(POSTS, ' ').split(CONTRAST);
  return parts.map((part, at) => ({ words: matchWords(part), weight: at === 0 ? 1 : 0.3 }));
}

function scoreWords(
  clauses: readonly Clause[],
  phrases: readonly (readonly string[])[],
): { score: number; words: string[] } {
  let score = 0;
  const words: string[] = [];
  for (const clause of clauses) {
    for (const phrase of phrases) {
      const hit = findKeyword(clause.words, phrase);
      if (hit === null) continue;
      // First named counts most: each word before it takes two hundredths, down to a floor.
      const place = Math.max(0.6, 1 - 0.02 * hit.at);
      const whole = phrase.length > 1 ? 1.25 : 1;
      const value = clause.weight * hit.fit * place * whole;
      if (value > score) score = value;
      words.push(hit.found);
    }
  }
  return { score, words };
}
