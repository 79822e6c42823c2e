import type { Tx } from '../../platform/database/transaction.ts';

/** Ends every token of this name that still stands, at once; gives how many. `now` in milliseconds. */
export async function revokeTokens(tx: Tx, officeId: number, name: string, now: number): Promise<number> {
  const { rowCount } = await tx.query(
    'update api_token set revoked_at = $3 where office_id = $1 and name = $2 and revoked_at is null',
    [officeId, name, new Date(now)],
  );
  return rowCount ?? 0;
}
