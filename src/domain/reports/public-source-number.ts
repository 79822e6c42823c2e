import { isBookNumber } from '../registers/book-number.ts';

/**
 * A *nomor asal* as a public paper may print it: what has the shape of a number of a book, an agenda or SP4N. Anything else
 * was written by a person into the wrong column and may name or reach somebody (rule 12); null then.
 */
export function publicSourceNumber(written: string | null): string | null {
  return written !== null && isBookNumber(written) ? written : null;
}
