import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';
import { networkOf } from '../../platform/http/network-of.ts';

/** Failures that one address may make for one e-mail, and for all e-mails together, within the window. */
const PAIR_LIMIT = 6;
const ADDRESS_LIMIT = 40;
const WINDOW_MINUTES = 15;
/** So long an e-mail that was signed in from a network is known there: the limit for all e-mails together passes it by. */
const KNOWN_DAYS = 30;
const DAY = 86_400_000;

/**
 * Counts failed attempts by keyed hashes: no address is stored. An e-mail alone is never a key: whoever guesses locks
 * only his own network, and there those who work on it still get in, since an office has one address for all of them.
 * Guesses of a network stay bounded: 40 in the window, and 6 for each e-mail that is known there.
 */
export type SignInKeys = { readonly pair: Buffer; readonly address: Buffer };

export function signInKeys(pepper: Buffer, email: string, address: string): SignInKeys {
  const keyed = (text: string) => createHmac('sha256', pepper).update(text).digest();
  const network = networkOf(address);
  return {
    pair: keyed(`pair\0${email.trim().toLowerCase()}\0${network}`),
    address: keyed(`address\0${network}`),
  };
}

/**
 * Counts an attempt before its password is looked at, so that guesses sent at once cannot outrun the count: attempts of
 * one network go through here one after the other. `minutes`: whole minutes to wait, null when this attempt is allowed;
 * what is turned away is not counted. `last`: if this one fails, that address has to wait for this e-mail. `now` in
 * milliseconds.
 */
export async function takeSignInAttempt(
  pool: Pool,
  keys: SignInKeys,
  now: number,
): Promise<{ readonly minutes: number | null; readonly last: boolean }> {
  const window = WINDOW_MINUTES * 60_000;
  return inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [keys.address.readBigInt64BE(0)]);
    const { rows } = await tx.query<Counted>(
      `select count(*) filter (where key_hash = $1)::int failed, count(*) filter (where key_hash = $2)::int address_failed,
              min(at) filter (where key_hash = $1) oldest, min(at) filter (where key_hash = $2) address_oldest,
              exists (select 1 from sign_in_attempt where key_hash = $1 and ok and at > $4) known
       from sign_in_attempt where key_hash in ($1, $2) and at > $3 and not ok`,
      [keys.pair, keys.address, new Date(now - window), new Date(now - KNOWN_DAYS * DAY)],
    );
    const row = rows[0];
    const isPairLocked = row !== undefined && row.failed >= PAIR_LIMIT;
    if (isPairLocked || (row !== undefined && row.address_failed >= ADDRESS_LIMIT && !row.known)) {
      const oldest = isPairLocked ? row.oldest : row.address_oldest;
      const free = (oldest?.getTime() ?? now) + window;
      return { minutes: Math.max(1, Math.ceil((free - now) / 60_000)), last: false };
    }
    await tx.query('insert into sign_in_attempt (key_hash, at, ok) values ($1, $3, false), ($2, $3, false)', [
      keys.pair,
      keys.address,
      new Date(now),
    ]);
    return { minutes: null, last: row?.failed === PAIR_LIMIT - 1 };
  });
}

type Counted = {
  readonly failed: number;
  readonly address_failed: number;
  readonly oldest: Date | null;
  readonly address_oldest: Date | null;
  readonly known: boolean;
};

/**
 * A right password: the failures of its own pair are forgotten, this attempt was none, and the pair is known from now on.
 * Old rows go as well.
 */
export async function forgiveSignInAttempt(pool: Pool, keys: SignInKeys, now: number): Promise<void> {
  await pool.query(
    `with gone as (
       delete from sign_in_attempt where key_hash = $1 or (at < $2 and not ok) or at < $5
          or ctid = (select ctid from sign_in_attempt where key_hash = $3 and at = $4 limit 1))
     insert into sign_in_attempt (key_hash, at, ok) values ($1, $4, true)`,
    [keys.pair, new Date(now - DAY), keys.address, new Date(now), new Date(now - KNOWN_DAYS * DAY)],
  );
}
