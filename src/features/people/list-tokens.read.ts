import type { Tx } from '../../platform/database/transaction.ts';

export type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** E-mail of the account that answers for it; null where nobody does. */
  readonly account: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** What ended it; null while it works. */
  readonly ended: 'revoked' | 'account-closed' | 'role-lost' | null;
  readonly works: boolean;
};

/** Every token that the office ever gave out, the newest first; never the token itself, which nobody keeps. */
export async function listTokens(tx: Tx, officeId: number, now: number): Promise<readonly TokenRow[]> {
  const { rows } = await tx.query<Omit<TokenRow, 'works'>>(
    `select t.token_id id, t.name, t.role, a.email account, t.created_at "createdAt", t.revoked_at "revokedAt",
            case when t.revoked_at is not null then 'revoked'
                 when a.disabled_at is not null then 'account-closed'
                 when not token_role_stands(t.office_id, t.made_by, t.role, $2) then 'role-lost' end ended
       from api_token t left join account a on a.office_id = t.office_id and a.account_id = t.made_by
      where t.office_id = $1 order by t.created_at desc, t.token_id desc`,
    [officeId, new Date(now)],
  );
  return rows.map((row) => ({ ...row, works: row.ended === null }));
}
