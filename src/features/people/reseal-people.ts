import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring, MasterKey } from '../../platform/keyring.ts';
import { type StoredToken, sealedToken, TOKEN_COLUMNS } from './api-token.ts';
import { DECREE_COLUMNS, type StoredDecree, sealedDecree } from './deputies/decree-row.ts';
import { DEPUTATION_COLUMNS, type StoredDeputation, sealedDeputation } from './deputies/deputation-row.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from './list-roles.read.ts';
import { isRowWholeUnder, type SealedRow, sealRow } from './row-seal.ts';
import { CODE_COLUMNS, type StoredCode, sealedCode } from './second-factor/recovery-codes.store.ts';
import { LINK_COLUMNS, type StoredLink, sealedLink } from './single-sign-on/sign-on-links.store.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from './store-password.ts';

/**
 * Seals accounts, roles, tokens, deputations and decrees under the new key that are whole under `former`, the one key under which they stood
 * until now. What other hands wrote stays as it is, and opens nothing. As the owner, when a new master key has come.
 */
export async function resealPeople(tx: Tx, former: MasterKey, keyring: Keyring): Promise<void> {
  const placed = [
    ...(await accounts(tx)),
    ...(await roles(tx)),
    ...(await tokens(tx)),
    ...(await deputations(tx)),
    ...(await decrees(tx)),
    ...(await recoveryCodes(tx)),
    ...(await signOnLinks(tx)),
  ];
  for (const { place, sealed, mac } of placed)
    if (isRowWholeUnder(former, sealed, mac))
      await tx.query(`update ${sealed.kind} set mac = $1 where ctid = $2`, [sealRow(keyring, sealed), place]);
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

async function deputations(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredDeputation & { place: string; officeId: number }>(
    `select d.ctid place, d.office_id "officeId", ${DEPUTATION_COLUMNS} from deputation d for update`,
  );
  return rows.map((row) => ({ place: row.place, sealed: sealedDeputation(row.officeId, row), mac: row.mac }));
}

async function decrees(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredDecree & { place: string; officeId: number }>(
    `select d.ctid place, d.office_id "officeId", ${DECREE_COLUMNS} from decree d for update`,
  );
  return rows.map((row) => ({ place: row.place, sealed: sealedDecree(row.officeId, row), mac: row.mac }));
}

async function recoveryCodes(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredCode & { place: string; officeId: number; account: string }>(
    `select ctid place, office_id "officeId", account_id account, ${CODE_COLUMNS} from recovery_code for update`,
  );
  return rows.map(({ place, officeId, account, ...row }) => ({
    place,
    sealed: sealedCode({ officeId, account }, row),
    mac: row.mac,
  }));
}

async function signOnLinks(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await tx.query<StoredLink & { place: string; officeId: number }>(
    `select ctid place, office_id "officeId", ${LINK_COLUMNS} from sign_on_link for update`,
  );
  return rows.map((row) => ({ place: row.place, sealed: sealedLink(row.officeId, row), mac: row.mac }));
}
