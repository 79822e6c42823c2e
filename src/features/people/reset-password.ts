import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, type OfficeActContext } from '../offices/append-office-event.ts';
import { hashPassword, oneTimePassword, sealOfHash } from './password.ts';

export type ResetPasswordResult =
  | { readonly ok: true; readonly password: string }
  | { readonly ok: false; readonly refusal: 'account-unknown' | 'own-password' };

/**
 * Makes a password for somebody who has lost his: it is returned once, opens nothing but the page where he chooses his own,
 * and ends his sessions. Says so in the office's chain. For one's own there is changePassword.
 */
export async function resetPassword(
  tx: Tx,
  officeId: number,
  account: string,
  context: OfficeActContext,
): Promise<ResetPasswordResult> {
  if (account === context.actor.account) return { ok: false, refusal: 'own-password' };
  const password = oneTimePassword();
  const stored = await hashPassword(password);
  const { rowCount } = await tx.query(
    `update account set password_hash = $3, password_one_time = true
      where office_id = $1 and account_id = $2 and disabled_at is null`,
    [officeId, account, stored],
  );
  if (rowCount === 0) return { ok: false, refusal: 'account-unknown' };
  await tx.query('delete from staff_session where office_id = $1 and account_id = $2', [officeId, account]);
  const seal = sealOfHash(stored);
  await appendOfficeEvent(tx, officeId, { type: 'password-reset', account, password: seal }, context);
  return { ok: true, password };
}
