import type { ClientBase } from 'pg';
import type { Deputation } from '../../../domain/people/deputation.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { isRowWhole } from '../row-seal.ts';
import {
  DEPUTATION_COLUMNS,
  deputationOf,
  type StoredDeputation,
  sealedDeputation,
} from './deputation-row.ts';

/**
 * Deputations of the office that are not over on `day`, by their first day; `account` narrows it to those of one deputy. A
 * row that other hands wrote gives nothing, nor does one whose deputy's account is closed.
 */
export async function listDeputations(
  tx: Pick<ClientBase, 'query'>,
  keyring: Keyring,
  officeId: number,
  day: string,
  account: string | null = null,
): Promise<readonly Deputation[]> {
  const { rows } = await tx.query<StoredDeputation>(
    `select ${DEPUTATION_COLUMNS}
       from deputation d join account a on a.office_id = d.office_id and a.account_id = d.account_id
      where d.office_id = $1 and a.disabled_at is null
        and (d.to_on is null or d.to_on >= greatest($2::date, d.from_on)) and ($3::uuid is null or d.account_id = $3)
      order by d.from_on, d.deputation_id`,
    [officeId, day, account],
  );
  return rows
    .filter((row) => isRowWhole(keyring, sealedDeputation(officeId, row), row.mac))
    .map(deputationOf);
}
