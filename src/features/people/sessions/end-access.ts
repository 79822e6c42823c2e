import type { Tx } from '../../../platform/database/transaction.ts';

const NONE = Buffer.alloc(0);

/**
 * Ends the sessions of an account but the one of that token, and its PINs on all counters: what lets it in without a full
 * sign-in. Gives how many sessions ended.
 */
export async function endAccess(
  tx: Tx,
  officeId: number,
  account: string,
  spared: Buffer = NONE,
): Promise<number> {
  await tx.query('delete from counter_pin where office_id = $1 and account_id = $2', [officeId, account]);
  const { rowCount } = await tx.query(
    'delete from staff_session where office_id = $1 and account_id = $2 and token_hash <> $3',
    [officeId, account, spared],
  );
  return rowCount ?? 0;
}
