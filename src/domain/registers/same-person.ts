import { editDistance, wordsOf } from './similar-text.ts';

/** Whether two written names are the same, are spelled nearly the same, or are different people's. */
export function comparePersons(a: string, b: string): 'same' | 'near' | 'different' {
  const left = wordsOf(a).filter((word) => !TITLES.has(word));
  const right = wordsOf(b).filter((word) => !TITLES.has(word));
  if (left.length === 0 || right.length === 0) return 'different';
  if (left.join('') === right.join('')) return 'same';
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (
    few.every((word) =>
      many.some((other) => other === word || isInitialOf(word, other) || isInitialOf(other, word)),
    )
  )
    return 'same';
  if (editDistance(left.join(''), right.join(''), 2) <= (left.join('').length >= 9 ? 2 : 1)) return 'near';
  return few.every((word) => many.some((other) => isNear(word, other))) ? 'near' : 'different';
}

const TITLES = new Set([
  'h',
  'hj',
  'haji',
  'hajah',
  'ibu',
  'bapak',
  'bpk',
  'pak',
  'bu',
  'sdr',
  'sdri',
  'alm',
  'almh',
]);

function isInitialOf(word: string, other: string): boolean {
  return word.length === 1 && other.startsWith(word);
}

function isNear(word: string, other: string): boolean {
  if (word === other) return true;
  if (Math.min(word.length, other.length) < 4) return false;
  const most = Math.max(word.length, other.length) >= 9 ? 2 : 1;
  return editDistance(word, other, most) <= most;
}
