import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';

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

/** Whether this installation has an account in any office, which only the owner sees; none means the first visit. */
export async function hasAccounts(owner: Pool | Tx): Promise<boolean> {
  const { rowCount } = await owner.query('select from account limit 1');
  return rowCount !== 0;
}

/** The id of the office's open account with this e-mail, or null. */
export async function findAccount(pool: Pool, officeId: number, email: string): Promise<string | null> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select account_id id from account
        where office_id = $1 and lower(email) = lower($2) and disabled_at is null`,
      [officeId, email.trim()],
    );
    return rows[0]?.id ?? null;
  });
}
