import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { isInForce, leavesRole, type MakersRole } from './api-token.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from './list-roles.read.ts';
import { isRowWhole } from './row-seal.ts';

export type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** E-mail of the account that answers for it; null where nobody does. */
  readonly account: string | null;
  /** The one unit of a token that nobody answers for; null: those of its account, or every unit. */
  readonly unit: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  /** What ended it; null while it works. */
  readonly ended: 'revoked' | 'account-closed' | 'role-lost' | null;
  readonly works: boolean;
};

/** Every token that the office ever gave out, the newest first; never the token itself, which nobody keeps. */
export async function listTokens(
  tx: Tx,
  keyring: Keyring,
  officeId: number,
  now: number,
): Promise<readonly TokenRow[]> {
  const { rows } = await tx.query<StoredRow>(
    `select t.token_id id, t.name, t.role, a.email account, t.unit, t.created_at "createdAt", t.revoked_at "revokedAt",
            t.made_by "madeBy", a.disabled_at is not null "isClosed"
       from api_token t left join account a on a.office_id = t.office_id and a.account_id = t.made_by
      where t.office_id = $1 order by t.created_at desc, t.token_id desc`,
    [officeId],
  );
  const { rows: roles } = await tx.query<StoredPeriod & { readonly inForce: boolean }>(
    `select ${ROLE_COLUMNS}, ${isInForce('$2')} from account_role r join office o on o.office_id = r.office_id
      where r.office_id = $1 and r.account_id in (select made_by from api_token where office_id = $1)`,
    [officeId, new Date(now)],
  );
  const held = Map.groupBy(
    roles.map((row) => ({
      ...row,
      holds: row.inForce && isRowWhole(keyring, sealedRole(officeId, row), row.mac),
    })),
    ({ account }) => account,
  );
  return rows.map(({ madeBy, isClosed, ...token }) => {
    const ended = endOf({ ...token, isClosed }, madeBy === null ? null : (held.get(madeBy) ?? []));
    return { ...token, ended, works: ended === null };
  });
}

type StoredRow = Omit<TokenRow, 'works' | 'ended'> & {
  readonly madeBy: string | null;
  readonly isClosed: boolean;
};

function endOf(
  { role, revokedAt, isClosed }: Pick<StoredRow, 'role' | 'revokedAt' | 'isClosed'>,
  roles: readonly MakersRole[] | null,
): TokenRow['ended'] {
  if (revokedAt !== null) return 'revoked';
  if (isClosed) return 'account-closed';
  return roles === null || leavesRole(role, roles) ? null : 'role-lost';
}
