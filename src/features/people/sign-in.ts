import type { Pool } from 'pg';
import { DAY_MS } from '../../domain/calendar/instant.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { siteOf } from '../../platform/http/network-of.ts';
import { openTurnstile, openTurnstileByKey } from '../../platform/turnstile.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';
import type { KnownDevice } from './carried-form.ts';
import { isPassword } from './password.ts';
import { ONE_TIME_DAYS } from './reset-password.ts';
import { holdsSeal, type SealedRow, type SealGuard } from './row-seal.ts';
import { openSession, type SessionPlace } from './sessions/session.ts';
import { forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  /** Network address; only its keyed hash is kept. */
  readonly address: string;
  /** The accounts that this browser was at work for before, as its own cookie proves. */
  readonly devices?: readonly KnownDevice[];
  /** By what its holder knows the session again. */
  readonly place?: SessionPlace;
};
export type SignInResult =
  | {
      readonly ok: true;
      readonly token: string;
      readonly account: string;
      readonly officeId: number;
      /** It must be changed before anything else is done. */
      readonly oneTimePassword: boolean;
    }
  | { readonly ok: false; readonly refusal: 'sign-in-failed' | 'password-expired' }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly minutes: number };

/** A password costs 30 ms and 19 MiB on purpose: a flood of them must leave threads and connections to everybody else. */
const turnstile = openTurnstile(2, 50);
/**
 * Of these places one network (of IPv6: one /48) holds two at most; what more comes from it waits at its own door, or
 * is turned away there.
 */
const doorOfSite = openTurnstileByKey(2, 20);

/**
 * Opens a session of twelve hours, or for whoever has a second factor one that awaits its code; throws Fault 'busy' when too many sign in at once. The refusal is the same for an
 * unknown e-mail and a wrong password.
 */
export function signIn(pool: Pool, command: SignInCommand, context: SignInContext): Promise<SignInResult> {
  return doorOfSite(siteOf(command.address), () => turnstile(() => judgeSignIn(pool, command, context)));
}

type Found = {
  office_id: number;
  account_id: string;
  email: string;
  name: string;
  unit: string | null;
  password_hash: string | null;
  password_one_time_until: Date | null;
  second_factor: Buffer | null;
};
export type SignInContext = SealGuard & { readonly now: number; readonly pepper: Buffer };

async function judgeSignIn(
  pool: Pool,
  command: SignInCommand,
  context: SignInContext,
): Promise<SignInResult> {
  const found = await pool.query<Found & { mac: Buffer }>(
    `select office_id, account_id, email, name, unit, password_hash, password_one_time_until,
            second_factor, mac
       from find_sign_in($1::text)`,
    [command.email.trim()],
  );
  const account = found.rows[0];
  // A hash that is not sealed is asked as if there were none: from outside a wrong password like any other.
  const whole = account !== undefined && holdsSeal(context, accountOf(account), account.mac);
  const own = knownAs(command.devices ?? [], account?.account_id);
  const keys = await signInKeys(pool, context.pepper, command.email, command.address, own);
  const { minutes, last } = await takeSignInAttempt(pool, keys, context.now, whole ? resetAt(account) : 0);
  if (minutes !== null) return { ok: false, refusal: 'too-many-attempts', minutes };
  const right = await isPassword(whole ? account.password_hash : null, command.password);
  if (account !== undefined && !right && last)
    await tellLock(pool, account.office_id, account.account_id, context);
  if (account === undefined || !right) return { ok: false, refusal: 'sign-in-failed' };
  await forgiveSignInAttempt(pool, keys, context.now);
  const { office_id: officeId, account_id, password_one_time_until: until } = account;
  // Told to whoever knows it only.
  if (until !== null && until.getTime() <= context.now) return { ok: false, refusal: 'password-expired' };
  const token = await openSession(pool, context.keyring, {
    ...{ officeId, account: account_id, now: context.now },
    factor: account.second_factor === null ? 'none' : 'awaited',
    place: command.place ?? { browser: '', network: '' },
  });
  return { ok: true, token, account: account_id, officeId, oneTimePassword: until !== null };
}

/** What names a browser that was at work for this account, for a count of its own; null: it is a stranger's. */
export function knownAs(devices: readonly KnownDevice[], account: string | undefined): string | null {
  const known = devices.find((device) => device.account === account);
  return known === undefined ? null : `device\0${known.account}\0${known.at}`;
}

/**
 * When the one-time password that it has was made, in milliseconds: what failed before failed with another; 0 = it has
 * none.
 */
function resetAt({ password_one_time_until: until }: Found): number {
  return until === null ? 0 : until.getTime() - ONE_TIME_DAYS * DAY_MS;
}

/** What the seal of an account that is not closed is over, from its row. */
export function accountOf(found: Found): SealedRow {
  const { office_id: officeId, account_id: account, email, name, unit, password_hash: passwordHash } = found;
  return {
    kind: 'account',
    officeId,
    account,
    email,
    name,
    unit,
    passwordHash,
    oneTimeUntil: found.password_one_time_until?.getTime() ?? null,
    closedAt: null,
    secondFactor: found.second_factor?.toString('hex') ?? null,
  };
}

/** Whether office $1 was told since $2 that account $3 is locked. Read from the newest entry down to the first before $2. */
export const LOCK_TOLD = `select from office_event
  where office_id = $1
    and seq > coalesce((
      select e.seq from office_event e where e.office_id = $1 and e.recorded_at <= $2 order by e.seq desc limit 1), 0)
    and body::json #>> '{event,type}' = 'sign-in-locked' and body::json #>> '{event,account}' = $3 limit 1`;

/**
 * Once an hour and account, not once a lock: nobody fills the chain of an office by guessing on, from however many
 * addresses.
 */
export function tellLock(
  pool: Pool,
  officeId: number,
  account: string,
  context: SignInContext,
): Promise<void> {
  const actor = { by: 'public', account: null, role: null } as const;
  return withOffice(pool, officeId, async (tx) => {
    await lockOfficeChain(tx, officeId);
    const told = await tx.query(LOCK_TOLD, [officeId, new Date(context.now - 3_600_000), account]);
    if (told.rowCount === 0)
      await appendOfficeEvent(tx, officeId, { type: 'sign-in-locked', account }, { ...context, actor });
  });
}
