import type { Pool } from 'pg';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import { readInstallation, writeInstallation } from '../../platform/database/installation.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { type StoredToken, sealedToken, TOKEN_COLUMNS } from './api-token.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from './list-roles.read.ts';
import { isRowWholeUnderAny, type SealedRow, sealRow } from './row-seal.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from './store-password.ts';

const fact = 'people-sealed-under';
const RESEAL_LOCK = advisoryLock('reseal-people');

/**
 * Once for each new master key, when it is first opened: accounts, roles and tokens that are whole under a key of the
 * ring are sealed under the new one, so that a former key, which others may know, makes nobody from then on. What other
 * hands wrote stays as it is, and opens nothing. As the owner; `now` in milliseconds.
 */
export function resealPeople(owner: Pool, keyring: Keyring, now: number): Promise<void> {
  return inTransaction(owner, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RESEAL_LOCK]);
    if ((await readInstallation(tx, fact)) === keyring.current.id) return;
    for (const { place, sealed, mac } of [
      ...(await accounts(tx)),
      ...(await roles(tx)),
      ...(await tokens(tx)),
    ])
      if (isRowWholeUnderAny(keyring, sealed, mac))
        await tx.query(`update ${sealed.kind} set mac = $1 where ctid = $2`, [
          sealRow(keyring, sealed),
          place,
        ]);
    await writeInstallation(tx, fact, keyring.current.id, now);
  });
}

type Placed = { readonly place: string; readonly sealed: SealedRow; readonly mac: Buffer };

async function accounts(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredAccount & { place: string; officeId: number; account: string }>(
    `select ctid place, office_id "officeId", account_id account, ${ACCOUNT_COLUMNS} from account for update`,
  );
  return rows.map((row) => {
    const { place, officeId, account, mac } = row;
    return { place, sealed: sealedAccount({ officeId, account }, row), mac };
  });
}

async function roles(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredPeriod & { place: string; officeId: number }>(
    `select r.ctid place, r.office_id "officeId", ${ROLE_COLUMNS} from account_role r for update`,
  );
  return rows.map((row) => ({ place: row.place, sealed: sealedRole(row.officeId, row), mac: row.mac }));
}

async function tokens(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredToken & { place: string; officeId: number }>(
    `select ctid place, office_id "officeId", ${TOKEN_COLUMNS} from api_token for update`,
  );
  return rows.map((row) => ({ place: row.place, sealed: sealedToken(row.officeId, row), mac: row.mac }));
}
