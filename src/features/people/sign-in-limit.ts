import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';

/** Failures that one address may make for one e-mail, and for all e-mails together, within the window. */
const PAIR_LIMIT = 6;
const ADDRESS_LIMIT = 40;
export const WINDOW_MINUTES = 15;

/**
 * Counts failed attempts by keyed hashes: no address is stored. An e-mail alone is never a key, so nobody
 * can lock somebody else out by guessing; whoever guesses locks only his own address.
 */
export type SignInKeys = { readonly pair: Buffer; readonly address: Buffer };

export function signInKeys(pepper: Buffer, email: string, address: string): SignInKeys {
  const keyed = (text: string) => createHmac('sha256', pepper).update(text).digest();
  return { pair: keyed(`pair\0${email.toLowerCase()}\0${address}`), address: keyed(`address\0${address}`) };
}

/** Whole minutes to wait, or null when an attempt is allowed. */
export async function findSignInWait(pool: Pool, keys: SignInKeys, now: number): Promise<number | null> {
  const since = new Date(now - WINDOW_MINUTES * 60_000);
  const { rows } = await pool.query<{ failed: number; address_failed: number; oldest: Date | null }>(
    `select count(*) filter (where key_hash = $1)::int failed, count(*) filter (where key_hash = $2)::int address_failed,
            min(at) oldest
     from sign_in_attempt where key_hash in ($1, $2) and at > $3 and not ok`,
    [keys.pair, keys.address, since],
  );
  const row = rows[0];
  if (row === undefined || (row.failed < PAIR_LIMIT && row.address_failed < ADDRESS_LIMIT)) return null;
  const free = (row.oldest?.getTime() ?? now) + WINDOW_MINUTES * 60_000;
  return Math.max(1, Math.ceil((free - now) / 60_000));
}

/** Keeps a failure; a success forgets the failures of its own pair. Old rows go with every call. */
export async function keepSignInAttempt(
  pool: Pool,
  keys: SignInKeys,
  ok: boolean,
  now: number,
): Promise<void> {
  if (ok) await pool.query('delete from sign_in_attempt where key_hash = $1', [keys.pair]);
  else {
    await pool.query(
      'insert into sign_in_attempt (key_hash, at, ok) values ($1, $3, false), ($2, $3, false)',
      [keys.pair, keys.address, new Date(now)],
    );
  }
  await pool.query('delete from sign_in_attempt where at < $1', [new Date(now - 86_400_000)]);
}
