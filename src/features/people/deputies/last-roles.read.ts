import type { ClientBase } from 'pg';
import type { RoleInUnit } from '../../../domain/people/deputation.ts';
import { isOver } from '../../../domain/people/role-period.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from '../list-roles.read.ts';
import { isRowWhole } from '../row-seal.ts';

/**
 * The roles that somebody held when he last held any, before `day`: the post that he left empty. Of an account that was
 * closed with roles without a last day, these. A row that other hands wrote is no role.
 */
export async function lastRolesOf(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  account: string,
  day: string,
): Promise<readonly RoleInUnit[]> {
  const { rows } = await tx.query<StoredPeriod>(
    `select ${ROLE_COLUMNS} from account_role r where office_id = $1 and account_id = $2 order by r.role, r.from_on`,
    [officeId, account],
  );
  const held = rows.filter(
    (row) =>
      isRowWhole(keyring, sealedRole(officeId, row), row.mac) && row.from < day && !isOver(row, row.from),
  );
  const until = ({ to }: StoredPeriod) => (to === null || to >= day ? day : to);
  const last = held.map(until).toSorted().at(-1);
  return held.filter((row) => until(row) === last).map(({ role, unit }) => ({ role, unit }));
}
