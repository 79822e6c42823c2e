import type { Limit } from '../calendar/limit.ts';
import { parseLimit } from '../calendar/parse-limit.ts';
import type { DueDate } from './event.ts';

/**
 * How long a promise is, read from the words in which the history keeps it (`formatLimit` wrote them). Throws where they
 * cannot be read: to count by another limit would break the promise without a word.
 */
export function promisedLength({ limit }: Pick<DueDate, 'limit'>): Limit {
  const read = parseLimit(limit);
  if (!read.ok) throw new RangeError(`The limit "${limit}" in the history of a case cannot be read.`);
  return read.limit;
}
