import type { ClientBase } from 'pg';
import type { SigningDeputy } from '../../../domain/papers/signature-block.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { rolesOfDay } from './roles-of-day.read.ts';

/**
 * Who signs for whom on `day` (YYYY-MM-DD), for the signature block of every paper of that day (rule 33): with a deputation
 * the block changes by itself, and back when it is over.
 */
export async function readSigningDeputies(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  day: string,
): Promise<readonly SigningDeputy[]> {
  const held = await rolesOfDay(tx, keyring, officeId, day);
  const own = Map.groupBy(
    held.filter(({ capacity }) => capacity === null),
    ({ account }) => account,
  );
  const { rows } = await tx.query<{ account: string; name: string }>(
    'select account_id account, name from account where office_id = $1 and account_id = any ($2::uuid[])',
    [officeId, held.flatMap(({ account, capacity }) => (capacity === null ? [] : [account]))],
  );
  const nameOf = new Map(rows.map(({ account, name }) => [account, name]));
  return held.flatMap(({ account, role, capacity }) =>
    capacity === null
      ? []
      : [
          {
            ...{ role, capacity, name: nameOf.get(account) ?? '' },
            ownRoles: (own.get(account) ?? []).map((one) => one.role),
          },
        ],
  );
}
