import type { ClientBase } from 'pg';
import type { RolePeriod } from '../../domain/people/role-period.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { isRowWhole, type SealedRow } from './row-seal.ts';

export type RoleRow = RolePeriod & {
  readonly account: string;
  readonly role: string;
  readonly unit: string | null;
  /** Number of the decree. */
  readonly decree: string | null;
};

/** A role as its row has it. */
export type HeldPeriod = RoleRow & { readonly deputyFor: string | null; readonly grantedAt: Date };
export type StoredPeriod = HeldPeriod & { readonly mac: Buffer };

/** A `StoredPeriod` of the row `r` of a role. */
export const ROLE_COLUMNS = `r.account_id account, r.role, r.unit, r.from_on::text "from", r.to_on::text "to", r.decree,
  r.deputy_for "deputyFor", r.granted_at "grantedAt", r.mac`;

/** What the seal of that row is over. */
export function sealedRole(officeId: number, period: HeldPeriod): SealedRow {
  const { account, role, unit, from, to, decree, deputyFor, grantedAt } = period;
  const own = { account, role, unit, from, to, decree, deputyFor };
  return { kind: 'account_role', officeId, ...own, grantedAt: grantedAt.getTime() };
}

/**
 * Roles that open accounts of the office hold on `today` or will hold, by their first day; `account` narrows it to one.
 * A row that other hands wrote is no role.
 */
export async function listRoles(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  today: string,
  account: string | null = null,
): Promise<readonly HeldPeriod[]> {
  return (await judgeRoles(tx, keyring, officeId, today, account)).held;
}

/** The same as `held`, and beside it the rows that other hands wrote, for whoever looks after accounts to see. */
export async function judgeRoles(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  today: string,
  account: string | null = null,
): Promise<{ readonly held: readonly HeldPeriod[]; readonly forged: readonly HeldPeriod[] }> {
  const { rows } = await tx.query<StoredPeriod>(
    `select ${ROLE_COLUMNS}
       from account_role r join account a on a.office_id = r.office_id and a.account_id = r.account_id
      where r.office_id = $1 and a.disabled_at is null and (r.to_on is null or r.to_on >= greatest($2::date, r.from_on))
        and ($3::uuid is null or r.account_id = $3)
      order by r.from_on, r.role`,
    [officeId, today, account],
  );
  const isWhole = (row: StoredPeriod) => isRowWhole(keyring, sealedRole(officeId, row), row.mac);
  return { held: rows.filter(isWhole), forged: rows.filter((row) => !isWhole(row)) };
}
