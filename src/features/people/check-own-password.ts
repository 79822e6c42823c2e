import type { Pool } from 'pg';
import { withOffice } from '../../platform/database/transaction.ts';
import { isPassword } from './password.ts';
import { holdsSeal } from './row-seal.ts';
import { sessionHash } from './sessions/session.ts';
import type { SignInContext } from './sign-in.ts';
import { forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';
import type { Staff } from './staff.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from './store-password.ts';

export type OwnPassword = {
  readonly current: string;
  /** The token that the browser came with: guesses are counted for its session. */
  readonly session: string;
  readonly address: string;
};
export type OwnPasswordResult =
  /** The stored hash that it was held against. */
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly refusal: 'password-wrong' }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly minutes: number };

/**
 * Whether somebody who is signed in knows his password. Guesses are counted as those at the sign-in page are, for his
 * session: left open on a desk it is no way to try them all, and whoever guesses from the same network without it locks
 * nobody out here.
 */
export async function checkOwnPassword(
  pool: Pool,
  { officeId, account, email }: Pick<Staff, 'officeId' | 'account' | 'email'>,
  { current, session, address }: OwnPassword,
  context: SignInContext,
): Promise<OwnPasswordResult> {
  const own = `session\0${sessionHash(session).toString('hex')}`;
  const keys = await signInKeys(pool, context.pepper, email, address, own);
  const { minutes } = await takeSignInAttempt(pool, keys, context.now);
  if (minutes !== null) return { ok: false, refusal: 'too-many-attempts', minutes };
  const before = await withOffice(pool, officeId, (tx) =>
    tx.query<StoredAccount>(
      `select ${ACCOUNT_COLUMNS} from account
        where office_id = $1 and account_id = $2 and disabled_at is null`,
      [officeId, account],
    ),
  );
  const [row] = before.rows;
  const whole = row !== undefined && holdsSeal(context, sealedAccount({ officeId, account }, row), row.mac);
  const hash = whole ? row.passwordHash : null;
  const right = await isPassword(hash, current);
  if (!right || hash === null) return { ok: false, refusal: 'password-wrong' };
  await forgiveSignInAttempt(pool, keys, context.now);
  return { ok: true, hash };
}
