import pg from 'pg';

const slowly: (text: string) => unknown = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text');

/**
 * A timestamptz as PostgreSQL writes it, as the Date that the driver's own parser gives (infinity is a number), at a
 * tenth of its time: a list of fifty lines holds two hundred. What stands in UTC with at most milliseconds is read by its
 * places, '2026-04-06 01:00:00.123+00'; the driver reads the rest.
 */
export function readInstant(text: string): unknown {
  const { length } = text;
  const isPlain =
    (length === 22 || (length >= 24 && length <= 26 && text[19] === '.')) &&
    text[4] === '-' &&
    text[10] === ' ' &&
    text[0] !== '0' &&
    text.endsWith('+00');
  if (!isPlain) return slowly(text);
  let millis = 0;
  for (let at = 20, worth = 100; at < length - 3; at += 1, worth /= 10) {
    millis += (text.charCodeAt(at) - 48) * worth;
  }
  const year = two(text, 0) * 100 + two(text, 2);
  return new Date(
    Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17), millis),
  );
}

/** A timestamptz that was selected as text, in ISO with milliseconds: no Date is made where the places only move. */
export function isoInstant(text: string): string {
  const { length } = text;
  const isPlain = text[10] === ' ' && text[0] !== '0' && text.endsWith('+00');
  if (isPlain && length === 26 && text[19] === '.') return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  if (isPlain && length === 22) return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`;
  const at = readInstant(text);
  if (at instanceof Date) return at.toISOString();
  throw new RangeError(`"${text}" is no instant`);
}

/** The number of the two digits that stand there. */
function two(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}
