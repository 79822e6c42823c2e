import type { Pool } from 'pg';
import { withOffice } from '../../platform/database/transaction.ts';

export type AccountRow = {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string | null;
  readonly roles: readonly string[];
  readonly disabled: boolean;
};

/** Every account of the office by name, with the roles that are in force on `today`. */
export async function listAccounts(pool: Pool, officeId: number, today: string): Promise<AccountRow[]> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<AccountRow>(
      `select a.account_id account, a.name, a.email, a.unit, a.disabled_at is not null disabled,
              coalesce((select array_agg(distinct r.role order by r.role) from account_role r
                        where r.office_id = a.office_id and r.account_id = a.account_id
                          and r.from_on <= $2 and (r.to_on is null or r.to_on >= $2)), '{}') roles
       from account a where a.office_id = $1 order by a.disabled_at nulls first, lower(a.name)`,
      [officeId, today],
    );
    return rows;
  });
}

/** How many accounts this installation has; none means the first visit. */
export async function countAccounts(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int count from account');
  return rows[0]?.count ?? 0;
}
