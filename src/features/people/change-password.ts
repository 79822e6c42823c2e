import type { Pool } from 'pg';
import type { Actor } from '../../domain/complaint/event.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import { digestOfHash, findPasswordFault, hashPassword, isPassword, type PasswordFault } from './password.ts';
import { holdsSeal } from './row-seal.ts';
import { type SignInContext, sessionHash } from './sign-in.ts';
import { forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';
import type { Staff } from './staff.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount, storePassword } from './store-password.ts';

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
 * the sign-in page are, for his session: left open on a desk it is no way to try them all, and whoever guesses from the
 * same network without it locks nobody out here.
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
  const own = `session\0${sessionHash(command.session).toString('hex')}`;
  const keys = await signInKeys(pool, context.pepper, email, command.address, own);
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
  const known = whole ? row.passwordHash : null;
  if (!(await isPassword(known, current))) return { ok: false, refusal: 'password-wrong' };
  await forgiveSignInAttempt(pool, keys, context.now);
  const passwordHash = await hashPassword(password);
  return withOffice(pool, officeId, async (tx) => {
    // Somebody who made a one-time password in the meantime wins.
    const chosen = { passwordHash, oneTimeUntil: null, instead: known };
    const whose = { officeId, account };
    const stored = await storePassword(tx, context.keyring, whose, chosen, sessionHash(command.session));
    if (stored !== 'stored') return { ok: false, refusal: 'password-wrong' };
    const digest = digestOfHash(passwordHash);
    await appendOfficeEvent(tx, officeId, { type: 'password-changed', account, password: digest }, context);
    return { ok: true };
  });
}
