import type { Pool } from 'pg';
import { advisoryLock } from '../../../platform/database/advisory-locks.ts';
import { inTransaction, type Tx } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { HASHED_COLUMNS, type HashedCaseRow, isSealedUnder, rowSeal } from './open-state.ts';

const RESEAL_LOCK = advisoryLock('reseal-cases');
const AT_A_TIME = 2000;

/**
 * Once for each new master key, when it is first opened: every case whose row is whole under the key it names is sealed
 * under the new one. A row pins its whole history, its figures, its people and the secret of its ticket, so that a former
 * key, which others may know, makes and changes no case from then on. All or none in one transaction: as soon as one case
 * is sealed with the new key, nothing that a former key sealed is taken up any more. As the owner.
 */
export function resealCases(owner: Pool, keyring: Keyring): Promise<void> {
  if (keyring.all.length === 1) return Promise.resolve();
  return inTransaction(
    owner,
    async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [RESEAL_LOCK]);
      const { rowCount } = await tx.query('select from complaint_case where row_key_id = $1 limit 1', [
        keyring.current.id,
      ]);
      if (rowCount !== 0) return;
      let last: Place | undefined = { office_id: -1, case_id: '00000000-0000-0000-0000-000000000000' };
      while (last !== undefined) last = await resealSome(tx, keyring, last);
    },
    { long: true },
  );
}

type Place = { readonly office_id: number; readonly case_id: string };

/** The cases that follow `after`; gives the last of them, or undefined where there are no more. */
async function resealSome(tx: Tx, keyring: Keyring, after: Place): Promise<Place | undefined> {
  const { rows } = await tx.query<HashedCaseRow & Place>(
    `select office_id, ${HASHED_COLUMNS} from complaint_case
      where (office_id, case_id) > ($1, $2::uuid) order by office_id, case_id limit ${AT_A_TIME} for update`,
    [after.office_id, after.case_id],
  );
  const whole = rows.filter((row) => keyring.all.some((key) => isSealedUnder(key, row)));
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
