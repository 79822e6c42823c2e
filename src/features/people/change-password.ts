import type { Pool } from 'pg';
import type { Actor } from '../../domain/complaint/event.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import { checkOwnPassword, type OwnPassword } from './check-own-password.ts';
import { digestOfHash, hashPassword } from './password.ts';
import { findPasswordFault, type PasswordFault } from './password-fault.ts';
import { sessionHash } from './sessions/session.ts';
import type { SignInContext } from './sign-in.ts';
import type { Staff } from './staff.ts';
import { storePassword } from './store-password.ts';

export type ChangePasswordCommand = OwnPassword & {
  readonly password: string;
  /** Words that others can guess, besides his own name and e-mail: those of his office. */
  readonly known?: readonly string[];
};
export type ChangePasswordResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'password-wrong' | 'password-same' | PasswordFault }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly minutes: number };

/**
 * Somebody chooses his own password, and the office's chain says so. The session of his goes on, all others of this
 * account end.
 */
export async function changePassword(
  pool: Pool,
  staff: Pick<Staff, 'officeId' | 'account' | 'name' | 'email'>,
  command: ChangePasswordCommand,
  context: SignInContext & { readonly actor: Actor },
): Promise<ChangePasswordResult> {
  const { officeId, account, name, email } = staff;
  const { current, password, session, known = [] } = command;
  const fault = await findPasswordFault(password, [name, email, ...known]);
  if (fault !== null) return { ok: false, refusal: fault };
  if (password === current) return { ok: false, refusal: 'password-same' };
  const asked = await checkOwnPassword(pool, staff, command, context);
  if (!asked.ok) return asked;
  const passwordHash = await hashPassword(password);
  return withOffice(pool, officeId, async (tx) => {
    // Somebody who made a one-time password in the meantime wins.
    const chosen = { passwordHash, oneTimeUntil: null, instead: asked.hash };
    const whose = { officeId, account };
    const stored = await storePassword(tx, context.keyring, whose, chosen, sessionHash(session));
    if (stored !== 'stored') return { ok: false, refusal: 'password-wrong' };
    const digest = digestOfHash(passwordHash);
    await appendOfficeEvent(tx, officeId, { type: 'password-changed', account, password: digest }, context);
    return { ok: true };
  });
}
