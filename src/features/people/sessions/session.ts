import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { sealRow } from '../row-seal.ts';

/** How a session was opened. */
export type SessionMeans = 'password' | 'single-sign-on' | 'pin';
/** Its second factor: none was asked for; its code is still to come, and no door is open; it was proved. */
export type SessionFactor = 'none' | 'awaited' | 'proven';

/** By what its holder knows a session again in his list. */
export type SessionPlace = {
  /** 'Firefox, Windows'; empty where the browser does not say. */
  readonly browser: string;
  /** The first part of the address: '203.0.113.*'. */
  readonly network: string;
};

/** A session as whoever comes with its token stands in it; instants in milliseconds. */
export type StaffSession = {
  readonly id: string;
  readonly means: SessionMeans;
  readonly factor: SessionFactor;
  readonly openedAt: number;
  /** When its holder last proved who he is. */
  readonly provedAt: number;
  readonly expiresAt: number;
};

export type NewSession = {
  readonly officeId: number;
  readonly account: string;
  readonly now: number;
  readonly means?: SessionMeans;
  readonly factor: SessionFactor;
  readonly place: SessionPlace;
  /** Ends before its twelve hours. */
  readonly until?: number;
  /** When its holder last proved who he is; left out: now. */
  readonly provedAt?: number;
};

/** However busy a session is, it ends after this long. */
export const SESSION_HOURS = 12;
/** A code that nobody types within ten minutes is asked for no more. */
const AWAITED_MS = 10 * 60_000;

/** Opens a session and gives its token, which is stored nowhere. */
export function openSession(pool: Pool, keyring: Keyring, session: NewSession): Promise<string> {
  const { officeId, account, now, means = 'password', factor, place, until, provedAt = now } = session;
  const most = now + (factor === 'awaited' ? AWAITED_MS : SESSION_HOURS * 3_600_000);
  const opened = {
    ...{ officeId, account, session: uuidv7(), means, factor, ...place },
    ...{ createdAt: now, provedAt, expiresAt: Math.min(most, until ?? most) },
  };
  return withOffice(pool, officeId, (tx) => putSession(tx, keyring, opened, now));
}

export type RenewedSession = {
  readonly officeId: number;
  readonly account: string;
  readonly session: StaffSession;
  readonly place: SessionPlace;
  /** The token that it takes the place of. */
  readonly instead: string;
};

/**
 * The same session under another token, since its holder has proved more: whoever knew the former one is left outside.
 * Null when that one is no longer open. It lasts no longer than before, but for one that awaited its code.
 */
export async function renewSession(
  tx: Tx,
  keyring: Keyring,
  { officeId, account, session, place, instead }: RenewedSession,
  factor: SessionFactor,
  now: number,
): Promise<string | null> {
  const { rowCount } = await tx.query('delete from staff_session where office_id = $1 and token_hash = $2', [
    officeId,
    sessionHash(instead),
  ]);
  if (rowCount === 0) return null;
  const { id, means, openedAt, expiresAt } = session;
  const began = session.factor === 'awaited';
  return putSession(
    tx,
    keyring,
    {
      ...{ officeId, account, session: id, means, factor, ...place },
      createdAt: began ? now : openedAt,
      provedAt: now,
      expiresAt: began ? now + SESSION_HOURS * 3_600_000 : expiresAt,
    },
    now,
  );
}

type Put = SessionPlace & {
  readonly officeId: number;
  readonly account: string;
  readonly session: string;
  readonly means: SessionMeans;
  readonly factor: SessionFactor;
  readonly createdAt: number;
  readonly provedAt: number;
  readonly expiresAt: number;
};

async function putSession(tx: Tx, keyring: Keyring, put: Put, seenAt: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = sessionHash(token);
  const mac = sealRow(keyring, { kind: 'staff_session', tokenHash, ...put });
  const { officeId, account, session, means, factor, browser, network, createdAt, provedAt, expiresAt } = put;
  await tx.query(
    `insert into staff_session (token_hash, office_id, account_id, session_id, means, factor, browser, network,
                                created_at, last_seen_at, proved_at, expires_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tokenHash, officeId, account, session, means, factor, browser, network],
      ...[new Date(createdAt), new Date(seenAt), new Date(provedAt), new Date(expiresAt), mac],
    ],
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
