import { editDistance } from './similar-text.ts';

/**
 * The word of a closed list that a writer most likely meant, or null when none is near
 * (more than two letters wrong, or more than a third of the word).
 */
export function nearestWord(written: string, allowed: Iterable<string>): string | null {
  const lower = written.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.min(2, Math.floor(lower.length / 3))) + 1;
  for (const word of allowed) {
    if (Math.abs(word.length - lower.length) >= least) continue;
    const distance = editDistance(lower, word.toLowerCase(), least - 1);
    if (distance < least) {
      best = word;
      least = distance;
    }
  }
  return best;
}
