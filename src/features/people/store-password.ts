import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { lockOfficeChain } from '../offices/append-office-event.ts';
import { isRowWhole, type SealedRow, sealRow } from './row-seal.ts';
import { endAccess } from './sessions/end-access.ts';

export type StoredPassword = {
  readonly passwordHash: string;
  /** Milliseconds; null: its holder chose it. */
  readonly oneTimeUntil: number | null;
  /** The hash that it takes the place of; left out where any is replaced. */
  readonly instead?: string | null;
  /** Believes e-mail, name and unit as they stand, whoever wrote them. */
  readonly anew?: boolean;
};

/** What `ACCOUNT_COLUMNS` give of an account. */
export type StoredAccount = {
  readonly email: string;
  readonly name: string;
  readonly unit: string | null;
  readonly passwordHash: string | null;
  readonly oneTimeUntil: Date | null;
  readonly closedAt: Date | null;
  readonly secondFactor: Buffer | null;
  readonly mac: Buffer;
};
export const ACCOUNT_COLUMNS = `email, name, unit, password_hash as "passwordHash", password_one_time_until as "oneTimeUntil",
  disabled_at as "closedAt", second_factor as "secondFactor", mac`;

/** What the seal of that row is over. */
export function sealedAccount(
  whose: { readonly officeId: number; readonly account: string },
  { email, name, unit, passwordHash, oneTimeUntil, closedAt, secondFactor }: StoredAccount,
): Extract<SealedRow, { kind: 'account' }> {
  const times = { oneTimeUntil: oneTimeUntil?.getTime() ?? null, closedAt: closedAt?.getTime() ?? null };
  const factor = secondFactor?.toString('hex') ?? null;
  return { kind: 'account', ...whose, email, name, unit, passwordHash, ...times, secondFactor: factor };
}

/**
 * Writes a password with the seal of its account, and ends its sessions but `spared`. An account that other hands
 * changed is not sealed again: its e-mail and name may be theirs.
 */
export async function storePassword(
  tx: Tx,
  keyring: Keyring,
  whose: { readonly officeId: number; readonly account: string },
  { passwordHash, oneTimeUntil, instead, anew = false }: StoredPassword,
  spared: Buffer = Buffer.alloc(0),
): Promise<'stored' | 'account-unknown' | 'account-forged'> {
  const { officeId, account } = whose;
  // Before the row, as whoever closes the account does: two that wait for each other end both.
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account
      where office_id = $1 and account_id = $2 and disabled_at is null for update`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined || (instead !== undefined && row.passwordHash !== instead)) return 'account-unknown';
  const sealed = sealedAccount(whose, row);
  if (!anew && !isRowWhole(keyring, sealed, row.mac)) return 'account-forged';
  const mac = sealRow(keyring, { ...sealed, passwordHash, oneTimeUntil });
  await tx.query(
    `update account set password_hash = $3, password_one_time_until = $4, mac = $5
      where office_id = $1 and account_id = $2`,
    [officeId, account, passwordHash, oneTimeUntil === null ? null : new Date(oneTimeUntil), mac],
  );
  await endAccess(tx, officeId, account, spared);
  return 'stored';
}
