import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { type HeldPeriod, sealedRole } from './list-roles.read.ts';
import { sealRow } from './row-seal.ts';

/**
 * Writes a role with its seal. A period of the same role that began on that day gives its place: one that was ended
 * before its first day, one that ends now, or one that other hands wrote.
 */
export async function storeRole(
  tx: Tx,
  keyring: Keyring,
  officeId: number,
  period: HeldPeriod,
): Promise<void> {
  const { account, role, unit, from, to, decree, deputyFor, grantedAt } = period;
  const mac = sealRow(keyring, sealedRole(officeId, period));
  await tx.query(
    `insert into account_role (office_id, account_id, role, unit, from_on, to_on, decree, deputy_for, granted_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (office_id, account_id, role, from_on)
       do update set unit = $4, to_on = $6, decree = $7, deputy_for = $8, granted_at = $9, mac = $10`,
    [officeId, account, role, unit, from, to, decree, deputyFor, grantedAt, mac],
  );
}
