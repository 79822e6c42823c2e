import type { RolePeriod } from '../../domain/people/role-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export type RoleRow = RolePeriod & {
  readonly account: string;
  readonly role: string;
  readonly unit: string | null;
  /** Number of the decree. */
  readonly decree: string | null;
};

/** Roles that open accounts of the office hold on `today` or will hold, by their first day; `account` narrows it to one. */
export async function listRoles(
  tx: Tx,
  officeId: number,
  today: string,
  account: string | null = null,
): Promise<readonly RoleRow[]> {
  const { rows } = await tx.query<RoleRow>(
    `select r.account_id account, r.role, r.unit, r.from_on::text "from", r.to_on::text "to", r.decree
       from account_role r join account a on a.office_id = r.office_id and a.account_id = r.account_id
      where r.office_id = $1 and a.disabled_at is null and (r.to_on is null or r.to_on >= greatest($2::date, r.from_on))
        and ($3::uuid is null or r.account_id = $3)
      order by r.from_on, r.role`,
    [officeId, today, account],
  );
  return rows;
}
