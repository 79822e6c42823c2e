import type { Tx } from '../../../platform/database/transaction.ts';
import type { Keyring, MasterKey } from '../../../platform/keyring.ts';
import { HASHED_COLUMNS, type HashedCaseRow, isSealedUnder, rowSeal } from './open-state.ts';

const AT_A_TIME = 2000;

/**
 * Seals every case under the new key whose row is whole under `former`, the one key under which cases stood until now. A
 * row pins its whole history, its figures, its people and the secret of its ticket. As the owner, when a new master key
 * has come.
 */
export async function resealCases(tx: Tx, former: MasterKey, keyring: Keyring): Promise<void> {
  let last: Place | undefined = { office_id: -1, case_id: '00000000-0000-0000-0000-000000000000' };
  while (last !== undefined) last = await resealSome(tx, former, keyring, last);
}

type Place = { readonly office_id: number; readonly case_id: string };

/** The cases that follow `after`; gives the last of them, or undefined where there are no more. */
async function resealSome(
  tx: Tx,
  former: MasterKey,
  keyring: Keyring,
  after: Place,
): Promise<Place | undefined> {
  const { rows } = await tx.query<HashedCaseRow & Place>(
    `select office_id, ${HASHED_COLUMNS} from complaint_case
      where (office_id, case_id) > ($1, $2::uuid) order by office_id, case_id limit ${AT_A_TIME} for update`,
    [after.office_id, after.case_id],
  );
  const whole = rows.filter((row) => isSealedUnder(former, row));
  await tx.query(
    `update complaint_case c set row_key_id = $1, row_mac = r.mac
      from unnest($2::smallint[], $3::uuid[], $4::bytea[]) r (office_id, case_id, mac)
      where c.office_id = r.office_id and c.case_id = r.case_id`,
    [
      keyring.current.id,
      whole.map((row) => row.office_id),
      whole.map((row) => row.case_id),
      whole.map((row) => rowSeal(keyring.current, row)),
    ],
  );
  return rows.at(-1);
}
