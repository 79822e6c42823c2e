const DIGITS: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};

const SCALES: readonly (readonly [word: string, value: number])[] = [
  ['triliun', 1_000_000_000_000],
  ['miliar', 1_000_000_000],
  ['milyar', 1_000_000_000],
  ['juta', 1_000_000],
  ['ribu', 1_000],
];

/**
 * The inverse of `numberWords`: the whole number that Indonesian words name: `seribu dua ratus tiga` → 1203. Case,
 * hyphens and extra spaces do not matter. `null` for anything that is not a number in words, and for misplaced words
 * (`dua tiga`).
 */
export function parseNumberWords(written: string): number | null {
  const words = written
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
    .split(' ');
  if (words[0] === 'minus') {
    const value = unsigned(words.slice(1));
    return value === null ? null : -value;
  }
  return unsigned(words);
}

function unsigned(words: readonly string[]): number | null {
  if (words.length === 1 && words[0] === 'nol') return 0;
  let total = 0;
  let left = words;
  for (const [word, scale] of SCALES) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    const factor = belowThousand(left.slice(0, at));
    if (factor === null) return null;
    total += factor * scale;
    left = left.slice(at + 1);
    if (left.length === 0) return total;
  }
  if (left[0] === 'seribu') {
    total += 1000;
    left = left.slice(1);
    if (left.length === 0) return total;
  }
  const ones = belowThousand(left);
  return ones === null ? null : total + ones;
}

function belowThousand(words: readonly string[]): number | null {
  const [first, second] = words;
  if (first === 'seratus') return withRest(100, words.slice(1), belowHundred);
  if (second === 'ratus') return withRest(digit(first) * 100, words.slice(2), belowHundred);
  return belowHundred(words);
}

function belowHundred(words: readonly string[]): number | null {
  const [first, second] = words;
  if (words.length === 1 && first === 'sepuluh') return 10;
  if (words.length === 1 && first === 'sebelas') return 11;
  if (words.length === 2 && second === 'belas') return valid(10 + digit(first));
  if (second === 'puluh') return withRest(digit(first) * 10, words.slice(2), ones);
  return ones(words);
}

function ones(words: readonly string[]): number | null {
  return words.length === 1 ? valid(digit(words[0])) : null;
}

function withRest(
  head: number,
  words: readonly string[],
  read: (words: readonly string[]) => number | null,
): number | null {
  if (words.length === 0) return valid(head);
  const tail = read(words);
  return tail === null ? null : valid(head + tail);
}

function digit(word: string | undefined): number {
  return DIGITS[word ?? ''] ?? Number.NaN;
}

function valid(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
