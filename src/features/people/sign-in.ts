import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { DAY_MS } from '../../domain/calendar/instant.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { siteOf } from '../../platform/http/network-of.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { openTurnstile, openTurnstileByKey } from '../../platform/turnstile.ts';
import { appendOfficeEvent, lockOfficeChain } from '../offices/append-office-event.ts';
import type { KnownDevice } from './carried-form.ts';
import { isPassword } from './password.ts';
import { ONE_TIME_DAYS } from './reset-password.ts';
import { holdsSeal, type SealedRow, type SealGuard, sealRow } from './row-seal.ts';
import { forgiveSignInAttempt, signInKeys, takeSignInAttempt } from './sign-in-limit.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  /** Network address; only its keyed hash is kept. */
  readonly address: string;
  /** The account that this browser was at work for before, as its own cookie proves. */
  readonly device?: KnownDevice | null;
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

export const SESSION_HOURS = 12;

/** A password costs 30 ms and 19 MiB on purpose: a flood of them must leave threads and connections to everybody else. */
const turnstile = openTurnstile(2, 50);
/**
 * Of these places one network (of IPv6: one /48) holds two at most; what more comes from it waits at its own door, or
 * is turned away there.
 */
const doorOfSite = openTurnstileByKey(2, 20);

/**
 * Opens a session of twelve hours; throws Fault 'busy' when too many sign in at once. The refusal is the same for an
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
};
export type SignInContext = SealGuard & { readonly now: number; readonly pepper: Buffer };

async function judgeSignIn(
  pool: Pool,
  command: SignInCommand,
  context: SignInContext,
): Promise<SignInResult> {
  const found = await pool.query<Found & { mac: Buffer }>(
    `select office_id, account_id, email, name, unit, password_hash, password_one_time_until, mac
       from find_sign_in($1::text)`,
    [command.email.trim()],
  );
  const account = found.rows[0];
  // A hash that is not sealed is asked as if there were none: from outside a wrong password like any other.
  const whole = account !== undefined && holdsSeal(context, accountOf(account), account.mac);
  const device = command.device?.account === account?.account_id ? (command.device ?? null) : null;
  const own = device === null ? null : `device\0${device.account}\0${device.at}`;
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
  const token = await openSession(pool, context.keyring, officeId, account_id, context.now);
  return { ok: true, token, account: account_id, officeId, oneTimePassword: until !== null };
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
function tellLock(pool: Pool, officeId: number, account: string, context: SignInContext): Promise<void> {
  const actor = { by: 'public', account: null, role: null } as const;
  return withOffice(pool, officeId, async (tx) => {
    await lockOfficeChain(tx, officeId);
    const told = await tx.query(LOCK_TOLD, [officeId, new Date(context.now - 3_600_000), account]);
    if (told.rowCount === 0)
      await appendOfficeEvent(tx, officeId, { type: 'sign-in-locked', account }, { ...context, actor });
  });
}

/** Also after the first account is made, so that its owner goes on without typing the password again. */
export async function openSession(
  pool: Pool,
  keyring: Keyring,
  officeId: number,
  account: string,
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = sessionHash(token);
  const expiresAt = now + SESSION_HOURS * 3_600_000;
  const mac = sealRow(keyring, {
    kind: 'staff_session',
    officeId,
    account,
    tokenHash,
    createdAt: now,
    expiresAt,
  });
  await withOffice(pool, officeId, (tx) =>
    tx.query(
      `insert into staff_session (token_hash, office_id, account_id, created_at, last_seen_at, expires_at, mac)
       values ($1, $2, $3, $4, $4, $5, $6)`,
      [tokenHash, officeId, account, new Date(now), new Date(expiresAt), mac],
    ),
  );
  return token;
}

export async function closeSession(pool: Pool, token: string): Promise<void> {
  await pool.query('select end_session($1::bytea)', [sessionHash(token)]);
}

/** Only the hash is stored: whoever reads the table cannot sign in with it. */
export function sessionHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
