import { DAY_MS } from '../../domain/calendar/instant.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, type OfficeActContext } from '../offices/append-office-event.ts';
import { digestOfHash, hashPassword, oneTimePassword } from './password.ts';
import { storePassword } from './store-password.ts';

/** So long a password that somebody else has seen opens anything. */
export const ONE_TIME_DAYS = 7;

export type ResetPasswordResult =
  | { readonly ok: true; readonly password: string }
  | { readonly ok: false; readonly refusal: 'account-unknown' | 'account-forged' | 'own-password' };

/**
 * Makes a password for somebody who has lost his: it is returned once, opens nothing but the page where he chooses his
 * own, for seven days, and ends his sessions. Says so in the office's chain. Refuses an account that other hands
 * changed; at the console it is believed as it stands, and sealed again. For one's own there is changePassword.
 */
export async function resetPassword(
  tx: Tx,
  officeId: number,
  account: string,
  context: OfficeActContext,
): Promise<ResetPasswordResult> {
  if (account === context.actor.account) return { ok: false, refusal: 'own-password' };
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const whose = { officeId, account };
  const anew = context.actor.by === 'system';
  const oneTimeUntil = context.now + ONE_TIME_DAYS * DAY_MS;
  const stored = await storePassword(tx, context.keyring, whose, { passwordHash, oneTimeUntil, anew });
  if (stored !== 'stored') return { ok: false, refusal: stored };
  const digest = digestOfHash(passwordHash);
  await appendOfficeEvent(tx, officeId, { type: 'password-reset', account, password: digest }, context);
  return { ok: true, password };
}
