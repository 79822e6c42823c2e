import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import type { RoleBook } from './create-account.ts';
import { losesLastAdministrator } from './last-administrator.ts';
import { listRoles } from './list-roles.read.ts';

export type DisableAccountResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'account-unknown' | 'own-account' | 'last-administrator' };

/**
 * Closes an account and its sessions, and says so in the office's chain. Nobody closes his own, nor one without which the
 * office would one day have no administrator. `today` in the office's zone.
 */
export async function disableAccount(
  tx: Tx,
  officeId: number,
  book: RoleBook,
  { account, today }: { readonly account: string; readonly today: string },
  context: OfficeActContext,
): Promise<DisableAccountResult> {
  if (account === context.actor.account) return { ok: false, refusal: 'own-account' };
  await lockOfficeChain(tx, officeId);
  const before = await listRoles(tx, context.keyring, officeId, today);
  const after = before.filter((one) => one.account !== account);
  if (losesLastAdministrator(book, before, after, today)) return { ok: false, refusal: 'last-administrator' };
  const { rowCount } = await tx.query(
    'update account set disabled_at = $3 where office_id = $1 and account_id = $2 and disabled_at is null',
    [officeId, account, new Date(context.now)],
  );
  if (rowCount === 0) return { ok: false, refusal: 'account-unknown' };
  await tx.query('delete from staff_session where office_id = $1 and account_id = $2', [officeId, account]);
  await appendOfficeEvent(tx, officeId, { type: 'account-closed', account }, context);
  return { ok: true };
}
