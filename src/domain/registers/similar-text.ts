/**
 * Smallest number of letters to add, drop, change or swap with the neighbour between two words, counted up to `most`; beyond
 * it, and for words over a hundred letters, `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > 100) return most + 1;
  let earlier: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) value = Math.min(value, (earlier[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    earlier = before;
    before = row;
  }
  return before[b.length] ?? most + 1;
}

/** Lower-case words of letters and digits, accents dropped. */
export function wordsOf(text: string): string[] {
  return (
    // Accents go before normalising, too: it sorts the marks of a run, which takes long where there are thousands.
    text
      .replaceAll(/\p{M}+/gu, '')
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Share of letter triples that two texts have in common, 0 to 1. */
export function textLikeness(a: string, b: string): number {
  const left = triples(a);
  const right = triples(b);
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0;
  let both = 0;
  for (const triple of left) if (right.has(triple)) both += 1;
  return both / (left.size + right.size - both);
}

function triples(text: string): Set<string> {
  const plain = ` ${wordsOf(text).join(' ')} `;
  const found = new Set<string>();
  if (plain.trim() === '') return found;
  for (let at = 0; at + 3 <= plain.length; at += 1) found.add(plain.slice(at, at + 3));
  return found;
}
