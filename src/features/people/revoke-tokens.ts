import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import { type StoredToken, sealedToken, TOKEN_COLUMNS } from './api-token.ts';
import { isRowWhole, sealRow } from './row-seal.ts';

/** Ends every token of this name that still stands, at once, each with its entry in the office's chain; gives how many. */
export async function revokeTokens(
  tx: Tx,
  officeId: number,
  name: string,
  context: OfficeActContext,
): Promise<number> {
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<StoredToken>(
    `select ${TOKEN_COLUMNS} from api_token where office_id = $1 and name = $2 and revoked_at is null for update`,
    [officeId, name],
  );
  for (const row of rows) {
    const sealed = sealedToken(officeId, row);
    // One that other hands changed is revoked as it stands, and found by its seal as before.
    const whole = isRowWhole(context.keyring, sealed, row.mac);
    const mac = whole ? sealRow(context.keyring, { ...sealed, revokedAt: context.now }) : row.mac;
    await tx.query('update api_token set revoked_at = $3, mac = $4 where office_id = $1 and token_id = $2', [
      officeId,
      row.id,
      new Date(context.now),
      mac,
    ]);
    await appendOfficeEvent(tx, officeId, { type: 'token-revoked', token: row.id }, context);
  }
  return rows.length;
}
