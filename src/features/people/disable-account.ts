import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import type { RoleBook } from './create-account.ts';
import { losesLastAdministrator } from './last-administrator.ts';
import { listRoles } from './list-roles.read.ts';
import { isRowWhole, sealRow } from './row-seal.ts';
import { endAccess } from './sessions/end-access.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from './store-password.ts';

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
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account
      where office_id = $1 and account_id = $2 and disabled_at is null for update`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined) return { ok: false, refusal: 'account-unknown' };
  const sealed = sealedAccount({ officeId, account }, row);
  // One that other hands changed is closed as it stands, and found by its seal as before.
  const whole = isRowWhole(context.keyring, sealed, row.mac);
  const mac = whole ? sealRow(context.keyring, { ...sealed, closedAt: context.now }) : row.mac;
  await tx.query('update account set disabled_at = $3, mac = $4 where office_id = $1 and account_id = $2', [
    officeId,
    account,
    new Date(context.now),
    mac,
  ]);
  await endAccess(tx, officeId, account);
  await appendOfficeEvent(tx, officeId, { type: 'account-closed', account }, context);
  return { ok: true };
}
