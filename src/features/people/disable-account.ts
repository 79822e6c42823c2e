import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, type OfficeActContext } from '../offices/append-office-event.ts';

export type DisableAccountResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'account-unknown' | 'own-account' };

/** Closes an account and its sessions, and says so in the office's chain; nobody closes his own, so that an office is never left without one. */
export async function disableAccount(
  tx: Tx,
  officeId: number,
  account: string,
  context: OfficeActContext,
): Promise<DisableAccountResult> {
  if (account === context.actor.account) return { ok: false, refusal: 'own-account' };
  const { rowCount } = await tx.query(
    'update account set disabled_at = $3 where office_id = $1 and account_id = $2 and disabled_at is null',
    [officeId, account, new Date(context.now)],
  );
  if (rowCount === 0) return { ok: false, refusal: 'account-unknown' };
  await tx.query('delete from staff_session where office_id = $1 and account_id = $2', [officeId, account]);
  await appendOfficeEvent(tx, officeId, { type: 'account-closed', account }, context);
  return { ok: true };
}
