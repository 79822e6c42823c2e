import type { ClientBase } from 'pg';
import { isOver } from '../../../domain/people/role-period.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from '../list-roles.read.ts';
import { isRowWhole } from '../row-seal.ts';
import { DECREE_COLUMNS, type StoredDecree, sealedDecree } from './decree-row.ts';

export type Decree = { readonly number: string; readonly on: string; readonly title: string };

/** Decrees that were written down, the latest first; a row that other hands wrote is none. */
export async function listDecrees(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
): Promise<readonly Decree[]> {
  const { rows } = await tx.query<StoredDecree>(
    `select ${DECREE_COLUMNS} from decree d where office_id = $1 order by decided_on desc, number`,
    [officeId],
  );
  return rows
    .filter((row) => isRowWhole(keyring, sealedDecree(officeId, row), row.mac))
    .map(({ number, on, title }) => ({ number, on, title }));
}

export type DecreeMember = {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  /** Null = above the units. */
  readonly unit: string | null;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string | null;
};

/** Who holds or held which role by this decree, whenever: what its annex prints. */
export async function readDecreeMembers(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  number: string,
): Promise<readonly DecreeMember[]> {
  const { rows } = await tx.query<StoredPeriod & { readonly name: string }>(
    `select ${ROLE_COLUMNS}, a.name
       from account_role r join account a on a.office_id = r.office_id and a.account_id = r.account_id
      where r.office_id = $1 and r.decree = $2 order by lower(a.name), r.account_id, r.from_on, r.role`,
    [officeId, number],
  );
  return rows
    .filter((row) => isRowWhole(keyring, sealedRole(officeId, row), row.mac) && !isOver(row, row.from))
    .map(({ account, name, role, unit, from, to }) => ({ account, name, role, unit, from, to }));
}
