/**
 * A *nomor asal* as a public paper may print it: what looks like a number of a book, an agenda or SP4N. Anything else was
 * written by a person into the wrong column and may name somebody (rule 12); null then.
 */
export function publicSourceNumber(written: string | null): string | null {
  if (written === null) return null;
  const looksLikeNumber = /^[\p{L}\p{N} ./-]{1,40}$/u.test(written) && /\d|^\p{L}{1,2}$/u.test(written);
  return looksLikeNumber && !/\d{9}|\p{L}{4,}.*\p{L}{4,}/u.test(written) ? written : null;
}
