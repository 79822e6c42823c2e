/**
 * Three capital letters for an office's tickets that no other office has: the first letters of its slug's words
 * filled up from the last word's consonants, then whatever is free. 'tabalong' gives TBL, 'buru-selatan' BSL.
 */
export function ticketPrefix(slug: string, taken: ReadonlySet<string>): string {
  for (const prefix of candidates(slug.toUpperCase().replaceAll(/[^A-Z-]/g, ''))) {
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error('Every three-letter ticket prefix is taken');
}

function* candidates(slug: string): Generator<string> {
  const words = slug.split('-').filter((word) => word !== '');
  const initials = words.map((word) => word[0] ?? '').join('');
  const last = words.at(-1) ?? '';
  const consonants = last.slice(1).replaceAll(/[AEIOU]/g, '');
  const letters = `${initials}${consonants}${last.slice(1)}`;
  for (let i = 1; i < letters.length - 1; i++) {
    for (let j = i + 1; j < letters.length; j++) yield `${letters[0]}${letters[i]}${letters[j]}`;
  }
  for (let number = 0; number < 26 ** 3; number++) {
    const letter = (place: number): string =>
      String.fromCharCode(65 + (Math.floor(number / 26 ** place) % 26));
    yield `${letter(2)}${letter(1)}${letter(0)}`;
  }
}
