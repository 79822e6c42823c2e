import { createHash } from 'node:crypto';

/**
 * The number of the advisory lock of this name, the same in every process and version; alone, or as the first of two
 * with what it is of. A name stands in one place only (advisory-locks.test.ts), so no two guards hold each other up.
 */
export function advisoryLock(name: string): number {
  return createHash('sha256').update(name).digest().readInt32BE(0);
}
