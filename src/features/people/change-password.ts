import type { Pool } from 'pg';
import type { Actor } from '../../domain/complaint/event.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import { findPasswordFault, hashPassword, isPassword, type PasswordFault, sealOfHash } from './password.ts';
import { type SignInContext, sessionHash } from './sign-in.ts';
import { forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';
import type { Staff } from './staff.ts';

export type ChangePasswordCommand = {
  readonly current: string;
  readonly password: string;
  /** The session that goes on; all others of this account end. */
  readonly session: string;
  readonly address: string;
};
export type ChangePasswordResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'password-wrong' | 'password-same' | PasswordFault }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly minutes: number };

/**
 * Somebody chooses his own password, and the office's chain says so. Guesses at the present one are counted as those at
 * the sign-in page are: an open session on a desk is no way to try them all.
 */
export async function changePassword(
  pool: Pool,
  { officeId, account, name, email }: Staff,
  command: ChangePasswordCommand,
  context: SignInContext & { readonly actor: Actor },
): Promise<ChangePasswordResult> {
  const { current, password } = command;
  const fault = findPasswordFault(password, [name, email, email.split('@')[0] ?? '']);
  if (fault !== null) return { ok: false, refusal: fault };
  if (password === current) return { ok: false, refusal: 'password-same' };
  const keys = signInKeys(context.pepper, email, command.address);
  const { minutes } = await takeSignInAttempt(pool, keys, context.now);
  if (minutes !== null) return { ok: false, refusal: 'too-many-attempts', minutes };
  const before = await withOffice(pool, officeId, (tx) =>
    tx.query<{ password_hash: string | null }>(
      'select password_hash from account where office_id = $1 and account_id = $2 and disabled_at is null',
      [officeId, account],
    ),
  );
  const known = before.rows[0]?.password_hash ?? null;
  if (!(await isPassword(known, current))) return { ok: false, refusal: 'password-wrong' };
  await forgiveSignInAttempt(pool, keys, context.now);
  const stored = await hashPassword(password);
  return withOffice(pool, officeId, async (tx) => {
    // Somebody who made a one-time password in the meantime wins.
    const { rowCount } = await tx.query(
      `update account set password_hash = $4, password_one_time = false
        where office_id = $1 and account_id = $2 and password_hash = $3`,
      [officeId, account, known, stored],
    );
    if (rowCount === 0) return { ok: false, refusal: 'password-wrong' };
    await tx.query(
      'delete from staff_session where office_id = $1 and account_id = $2 and token_hash <> $3',
      [officeId, account, sessionHash(command.session)],
    );
    const seal = sealOfHash(stored);
    await appendOfficeEvent(tx, officeId, { type: 'password-changed', account, password: seal }, context);
    return { ok: true };
  });
}
