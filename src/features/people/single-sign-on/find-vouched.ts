import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { holdsSeal } from '../row-seal.ts';
import type { SignInContext } from '../sign-in.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from '../store-password.ts';
import type { VouchedPerson } from './identity-provider.ts';
import { bindSignOnLink, LINK_COLUMNS, type StoredLink, sealedLink } from './sign-on-links.store.ts';

export type VouchedResult =
  | {
      readonly ok: true;
      readonly officeId: number;
      readonly account: string;
      readonly hasSecondFactor: boolean;
    }
  | { readonly ok: false; readonly refusal: 'not-linked' };

const NOT_LINKED = { ok: false, refusal: 'not-linked' } as const;

/**
 * The account of a person whom the provider vouches for: the one that he is bound to, or one that an administrator has
 * opened to his verified e-mail, and then he is bound to it. It never makes an account.
 */
export async function findVouched(
  pool: Pool,
  person: Pick<VouchedPerson, 'issuer' | 'subject' | 'email'>,
  context: SignInContext,
): Promise<VouchedResult> {
  const bound = await pool.query<{ office_id: number; account_id: string; link_id: string }>(
    'select office_id, account_id, link_id from find_sign_on($1, $2)',
    [person.issuer, person.subject],
  );
  const [link] = bound.rows;
  if (link !== undefined)
    return withOffice(pool, link.office_id, async (tx) => {
      const row = await findLink(tx, link.office_id, link.link_id, context);
      const ours = row?.issuer === person.issuer && row.subject === person.subject;
      return ours ? opened(tx, link.office_id, row.account, context) : NOT_LINKED;
    });
  return person.email === null ? NOT_LINKED : bindByEmail(pool, person, person.email, context);
}

async function bindByEmail(
  pool: Pool,
  person: Pick<VouchedPerson, 'issuer' | 'subject' | 'email'>,
  email: string,
  context: SignInContext,
): Promise<VouchedResult> {
  const found = await pool.query<{ office_id: number; account_id: string }>(
    'select office_id, account_id from find_sign_in($1::text)',
    [email],
  );
  const [account] = found.rows;
  if (account === undefined) return NOT_LINKED;
  const { office_id: officeId, account_id: id } = account;
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select link_id id from sign_on_link
        where office_id = $1 and account_id = $2 and issuer = $3 and subject is null and ended_at is null
          and lower(email) = lower($4) order by linked_at desc limit 1`,
      [officeId, id, person.issuer, email],
    );
    const row = rows[0] === undefined ? null : await findLink(tx, officeId, rows[0].id, context);
    if (row === null || row.account !== id) return NOT_LINKED;
    const actor = { by: 'staff', account: id, role: null } as const;
    const bound = await bindSignOnLink(tx, officeId, row, person.subject, { ...context, actor });
    return bound === 'linked' ? opened(tx, officeId, id, context) : NOT_LINKED;
  });
}

async function findLink(
  tx: Tx,
  officeId: number,
  id: string,
  context: SignInContext,
): Promise<StoredLink | null> {
  const { rows } = await tx.query<StoredLink>(
    `select ${LINK_COLUMNS} from sign_on_link where office_id = $1 and link_id = $2 and ended_at is null`,
    [officeId, id],
  );
  const [row] = rows;
  return row !== undefined && holdsSeal(context, sealedLink(officeId, row), row.mac) ? row : null;
}

async function opened(
  tx: Tx,
  officeId: number,
  account: string,
  context: SignInContext,
): Promise<VouchedResult> {
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account where office_id = $1 and account_id = $2 and disabled_at is null`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined || !holdsSeal(context, sealedAccount({ officeId, account }, row), row.mac))
    return NOT_LINKED;
  return { ok: true, officeId, account, hasSecondFactor: row.secondFactor !== null };
}
