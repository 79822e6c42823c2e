import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { sealRow } from './row-seal.ts';

export type StoredPassword = {
  readonly passwordHash: string;
  readonly oneTime: boolean;
  /** The hash that it takes the place of; left out where any is replaced. */
  readonly instead?: string | null;
};

/** Writes a password with the seal of its account, and ends its sessions but `spared`. False where no such account is open. */
export async function storePassword(
  tx: Tx,
  keyring: Keyring,
  { officeId, account }: { readonly officeId: number; readonly account: string },
  { passwordHash, oneTime, instead }: StoredPassword,
  spared: Buffer = Buffer.alloc(0),
): Promise<boolean> {
  const { rows } = await tx.query<{ email: string; name: string; password_hash: string | null }>(
    `select email, name, password_hash from account
      where office_id = $1 and account_id = $2 and disabled_at is null for update`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined || (instead !== undefined && row.password_hash !== instead)) return false;
  const { email, name } = row;
  const mac = sealRow(keyring, { kind: 'account', officeId, account, email, name, passwordHash });
  await tx.query(
    `update account set password_hash = $3, password_one_time = $4, mac = $5
      where office_id = $1 and account_id = $2`,
    [officeId, account, passwordHash, oneTime, mac],
  );
  await tx.query('delete from staff_session where office_id = $1 and account_id = $2 and token_hash <> $3', [
    officeId,
    account,
    spared,
  ]);
  return true;
}
