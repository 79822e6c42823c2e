import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';
import { NETWORKS_A_SITE, networkOf, siteOf } from '../../platform/http/network-of.ts';

/** Failures that one address may make for one e-mail, and for all e-mails together, within the window. */
const PAIR_LIMIT = 6;
const ADDRESS_LIMIT = 40;
const SITE_LIMIT = ADDRESS_LIMIT * NETWORKS_A_SITE;
/**
 * Codes have six digits only: from all strange browsers together no more are tried for one account than this. Who tries
 * them knows its password; its holder goes on at a browser that knows him.
 */
const STRANGERS_LIMIT = 30;
const WINDOW_MINUTES = 15;
/** So long an e-mail that was signed in from a network is known there: the limit for all e-mails together passes it by. */
const KNOWN_DAYS = 30;
/** Clocks and requests that wait may differ by so much; what is dated later yet was counted by a clock that ran ahead. */
const AHEAD = 60_000;
const DAY = 86_400_000;

/**
 * Counts failed attempts by keyed hashes: no address is stored. An e-mail alone is never a key: whoever guesses locks
 * it for his own network only. An office has one address for all who work there, and often for its visitors: a browser
 * that was at work for this account before has a count of its own, which nobody else fills, and those who are known
 * there pass the limit for all e-mails together. Guesses of a network stay bounded: 40 in the window, 6 for each
 * e-mail that is known there, and 6 for each such browser; those of an IPv6 /48 at four times 40. `site` null: the
 * network is all of it; `own` null: nothing has a count of its own for this account.
 */
export type SignInKeys = {
  readonly pair: Buffer;
  readonly address: Buffer;
  readonly site: Buffer | null;
  readonly own: Buffer | null;
  /** All strangers together, for codes; null for passwords and for a browser with a count of its own. */
  readonly strangers: Buffer | null;
};

/** What is guessed at: each kind has counts of its own. */
export type Attempt = { readonly what: 'password' } | { readonly what: 'code'; readonly account: string };

/**
 * `own` names what has a count of its own for this account: a browser that was at work for it, by what its cookie says and
 * not by its letters, which can be written in more than one way; or a session that is open. The e-mail counts as the
 * database lowers it to find its account: JavaScript lowers some letters otherwise, and each way would be a count of its own.
 */
export async function signInKeys(
  pool: Pool,
  pepper: Buffer,
  email: string,
  address: string,
  own: string | null = null,
  attempt: Attempt = { what: 'password' },
): Promise<SignInKeys> {
  const of = attempt.what === 'code' ? 'code\0' : '';
  const keyed = (text: string) => createHmac('sha256', pepper).update(`${of}${text}`).digest();
  const { rows } = await pool.query<{ lowered: string }>('select lower($1::text) lowered', [email.trim()]);
  const [network, site] = [networkOf(address), siteOf(address)];
  return {
    pair: keyed(`pair\0${rows[0]?.lowered}\0${network}`),
    address: keyed(`address\0${network}`),
    site: site === network ? null : keyed(`site\0${site}`),
    own: own === null ? null : keyed(own),
    strangers: attempt.what === 'code' && own === null ? keyed(`strangers\0${attempt.account}`) : null,
  };
}

/**
 * Counts an attempt before its password is looked at, so that guesses sent at once cannot outrun the count: attempts of
 * one network (of IPv6: of one /48) go through here one after the other. `minutes`: whole minutes to wait, null when
 * this attempt is allowed; what is turned away is not counted. `last`: if this one fails, that address has to wait for
 * this e-mail. `now` in milliseconds, `resetAt` too: failures for this e-mail until then are forgotten.
 */
export async function takeSignInAttempt(
  pool: Pool,
  keys: SignInKeys,
  now: number,
  resetAt = 0,
): Promise<{ readonly minutes: number | null; readonly last: boolean }> {
  const window = WINDOW_MINUTES * 60_000;
  const own = keys.own ?? keys.pair;
  return inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [(keys.site ?? keys.address).readBigInt64BE(0)]);
    const { rows } = await tx.query<Counted>(
      `select count(*) filter (where key_hash = $1 and at > $7)::int failed, count(*) filter (where key_hash = $2)::int address_failed,
              count(*) filter (where key_hash = $5)::int site_failed, min(at) filter (where key_hash = $1 and at > $7) oldest,
              min(at) filter (where key_hash = $2) address_oldest, min(at) filter (where key_hash = $5) site_oldest,
              count(*) filter (where key_hash = $9)::int strangers_failed, min(at) filter (where key_hash = $9) strangers_oldest,
              $8 or exists (select 1 from sign_in_attempt where key_hash = $1 and ok and at > $4) known
       from sign_in_attempt where key_hash in ($1, $2, $5, $9) and at > $3 and at <= $6 and not ok`,
      [
        own,
        keys.address,
        new Date(now - window),
        new Date(now - KNOWN_DAYS * DAY),
        keys.site,
        new Date(now + AHEAD),
        new Date(resetAt),
        keys.own !== null,
        keys.strangers,
      ],
    );
    const row = rows[0];
    const since = row === undefined ? null : lockedSince(row);
    if (since !== null) {
      const free = since.getTime() + window;
      return { minutes: Math.max(1, Math.ceil((free - now) / 60_000)), last: false };
    }
    await tx.query(
      `insert into sign_in_attempt (key_hash, at, ok)
       select key, $4, false from unnest(array[$1, $2, $3, $5]::bytea[]) key where key is not null`,
      [own, keys.address, keys.site, new Date(now), keys.strangers],
    );
    return { minutes: null, last: row?.failed === PAIR_LIMIT - 1 };
  });
}

type Counted = {
  readonly failed: number;
  readonly address_failed: number;
  readonly site_failed: number;
  readonly oldest: Date | null;
  readonly address_oldest: Date | null;
  readonly site_oldest: Date | null;
  readonly strangers_failed: number;
  readonly strangers_oldest: Date | null;
  readonly known: boolean;
};

/** The oldest of the failures that lock, or null. */
function lockedSince(row: Counted): Date | null {
  if (row.failed >= PAIR_LIMIT) return row.oldest;
  if (row.strangers_failed >= STRANGERS_LIMIT) return row.strangers_oldest;
  if (row.known) return null;
  if (row.address_failed >= ADDRESS_LIMIT) return row.address_oldest;
  return row.site_failed >= SITE_LIMIT ? row.site_oldest : null;
}

/**
 * A right password: the failures of its own browser or pair are forgotten, this attempt was none, and the pair is known
 * from now on. Old rows go as well.
 */
export async function forgiveSignInAttempt(pool: Pool, keys: SignInKeys, now: number): Promise<void> {
  await pool.query(
    `with forgiven as (delete from sign_in_attempt where key_hash = $1),
          this as (delete from sign_in_attempt where ctid in (
            (select ctid from sign_in_attempt where key_hash = $3 and at = $4 limit 1)
            union all (select ctid from sign_in_attempt where key_hash = $6 and at = $4 limit 1)
            union all (select ctid from sign_in_attempt where key_hash = $8 and at = $4 limit 1))),
          old as (delete from sign_in_attempt where at < $2 and (not ok or at < $5))
     insert into sign_in_attempt (key_hash, at, ok) values ($7, $4, true)`,
    [
      keys.own ?? keys.pair,
      new Date(now - DAY),
      keys.address,
      new Date(now),
      new Date(now - KNOWN_DAYS * DAY),
      keys.site,
      keys.pair,
      keys.strangers,
    ],
  );
}
