import type { Pool } from 'pg';
import { errorCode } from '../../../platform/errors.ts';
import { gather } from '../../../platform/gather.ts';
import { insertNewCase, insertNewCases, type NewCase } from './save-new-case.store.ts';

/** Cases that one statement may carry: few enough that the last of them is soon answered. */
const MOST_TOGETHER = 32;

/**
 * Errors after which PostgreSQL has undone the statement for certain (the last: a lock held too long); a broken
 * connection is none.
 */
const UNDONE = /^(?:2[123]|40|55P03)/;

const saveTogether = gather(insertTogether, MOST_TOGETHER);

/**
 * Commits a new case. Those of one office that come in while another is being written share the next statement and its
 * flush. False when the idempotency key is another's; then nothing was written. Throws 23505 when the ticket is taken.
 */
export async function saveNewCase(pool: Pool, one: NewCase): Promise<boolean> {
  const saved = await saveTogether(pool, one.officeId, one);
  if (saved.status === 'rejected') throw saved.reason;
  return saved.value;
}

/** One that cannot be written does not take the others with it: each then goes by itself. */
async function insertTogether(
  pool: Pool,
  officeId: number,
  cases: readonly NewCase[],
): Promise<readonly PromiseSettledResult<boolean>[]> {
  try {
    const saved = await insertNewCases(pool, officeId, cases);
    return cases.map(({ caseId }) => ({ status: 'fulfilled', value: saved.has(caseId) }));
  } catch (error) {
    if (!UNDONE.test(errorCode(error) ?? '')) throw error;
    return Promise.allSettled(cases.map((one) => insertNewCase(pool, one)));
  }
}
