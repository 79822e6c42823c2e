import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';

/** Ends every token of this name that still stands, at once, each with its entry in the office's chain; gives how many. */
export async function revokeTokens(
  tx: Tx,
  officeId: number,
  name: string,
  context: OfficeActContext,
): Promise<number> {
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<{ token: string }>(
    `update api_token set revoked_at = $3 where office_id = $1 and name = $2 and revoked_at is null
     returning token_id as token`,
    [officeId, name, new Date(context.now)],
  );
  for (const { token } of rows) {
    await appendOfficeEvent(tx, officeId, { type: 'token-revoked', token }, context);
  }
  return rows.length;
}
