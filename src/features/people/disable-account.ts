import type { Tx } from '../../platform/database/transaction.ts';

export type DisableAccountResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'account-unknown' | 'own-account' };

/** Closes an account and its sessions; nobody closes his own, so that an office is never left without one. */
export async function disableAccount(
  tx: Tx,
  officeId: number,
  command: { readonly account: string; readonly by: string },
  now: number,
): Promise<DisableAccountResult> {
  if (command.account === command.by) return { ok: false, refusal: 'own-account' };
  const { rowCount } = await tx.query(
    'update account set disabled_at = $3 where office_id = $1 and account_id = $2 and disabled_at is null',
    [officeId, command.account, new Date(now)],
  );
  if (rowCount === 0) return { ok: false, refusal: 'account-unknown' };
  await tx.query('delete from staff_session where office_id = $1 and account_id = $2', [
    officeId,
    command.account,
  ]);
  return { ok: true };
}
