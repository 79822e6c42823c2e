import type { ClientBase, Pool } from 'pg';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import type { Office } from '../offices/office.read.ts';

/** Everybody with an open account in this office by name, for a field that names somebody. */
export async function listColleagues(pool: Pool, { officeId }: Office): Promise<readonly Option[]> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<Option>(
      `select account_id "value", name label from account
        where office_id = $1 and disabled_at is null order by lower(name)`,
      [officeId],
    );
    return rows;
  });
}

/** Accounts of this office that are open. */
export async function readOpenAccounts(tx: ClientBase, officeId: number): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    'select account_id id from account where office_id = $1 and disabled_at is null',
    [officeId],
  );
  return new Set(rows.map(({ id }) => id));
}
