import type { Pool } from 'pg';
import { withOffice } from '../../platform/database/transaction.ts';
import { listDeputations } from './deputies/list-deputations.read.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from './list-roles.read.ts';
import { holdsSeal, type SealedRow, type SealGuard } from './row-seal.ts';
import { SESSION_HOURS, type SessionFactor, type SessionMeans, sessionHash } from './sessions/session.ts';
import { accountOf } from './sign-in.ts';
import type { HeldRole, Staff } from './staff.ts';

/** Sessions that nobody used for this long end before their twelve hours. */
const IDLE_MINUTES = 180;
/** A counter PC is passed on all day long: one that a PIN opened is soon somebody else's. */
const IDLE_PIN_MINUTES = 30;

type Row = {
  office_id: number;
  account_id: string;
  name: string;
  email: string;
  unit: string | null;
  password_hash: string | null;
  password_one_time_until: Date | null;
  second_factor: Buffer | null;
  account_mac: Buffer;
  session_id: string;
  means: SessionMeans;
  factor: SessionFactor;
  proved_at: Date;
  browser: string;
  network: string;
  last_seen_at: Date;
  created_at: Date;
  expires_at: Date;
  mac: Buffer;
};

/**
 * Who holds this session token, or null when it is unknown, ended or its account disabled, or when other hands wrote
 * its row or that of its account.
 */
export async function findStaff(
  pool: Pool,
  token: string,
  now: number,
  todayIn: (officeId: number) => string | Promise<string>,
  guard: SealGuard,
): Promise<Staff | null> {
  const hash = sessionHash(token);
  const { rows } = await pool.query<Row>(
    `select office_id, account_id, name, email, unit, password_hash, password_one_time_until, second_factor, account_mac,
            session_id, means, factor, proved_at, browser, network, last_seen_at, created_at, expires_at, mac
       from find_session($1::bytea)
      where expires_at > $2 and last_seen_at > $2 - make_interval(mins => case means when 'pin' then $3::int else $4::int end)
        and expires_at <= created_at + make_interval(hours => $5)`,
    [hash, new Date(now), IDLE_PIN_MINUTES, IDLE_MINUTES, SESSION_HOURS],
  );
  const row = rows[0];
  if (row === undefined || !holdsSeal(guard, sessionOf(row, hash), row.mac)) return null;
  if (!holdsSeal(guard, accountOf(row), row.account_mac)) return null;
  if (now - row.last_seen_at.getTime() > 300_000) {
    await withOffice(pool, row.office_id, (tx) =>
      tx.query('update staff_session set last_seen_at = $2 where token_hash = $1', [hash, new Date(now)]),
    );
  }
  const roles = await listHeldRoles(pool, row.office_id, row.account_id, await todayIn(row.office_id), guard);
  return {
    officeId: row.office_id,
    account: row.account_id,
    name: row.name,
    email: row.email,
    // Whom somebody else vouches for types no password here.
    oneTimePassword: row.password_one_time_until !== null && row.means !== 'single-sign-on',
    hasSecondFactor: row.second_factor !== null,
    session: {
      ...{ id: row.session_id, means: row.means, factor: row.factor },
      ...{ openedAt: row.created_at.getTime(), provedAt: row.proved_at.getTime() },
      expiresAt: row.expires_at.getTime(),
    },
    roles,
    standsInFor: roles.flatMap(({ deputyFor }) => deputyFor ?? []),
  };
}

function sessionOf(row: Row, tokenHash: Buffer): SealedRow {
  return {
    kind: 'staff_session',
    officeId: row.office_id,
    account: row.account_id,
    tokenHash,
    session: row.session_id,
    ...{ means: row.means, factor: row.factor, browser: row.browser, network: row.network },
    createdAt: row.created_at.getTime(),
    provedAt: row.proved_at.getTime(),
    expiresAt: row.expires_at.getTime(),
  };
}

/** Roles of an account that are in force on that day, his own first (rule 33); a row that other hands wrote is none. */
async function listHeldRoles(
  pool: Pool,
  officeId: number,
  account: string,
  today: string,
  guard: SealGuard,
): Promise<HeldRole[]> {
  return withOffice(pool, officeId, async (tx) => {
    const [{ rows }, deputations] = await Promise.all([
      tx.query<StoredPeriod>(
        `select ${ROLE_COLUMNS} from account_role r
         where office_id = $1 and account_id = $2 and from_on <= $3 and (to_on is null or to_on >= $3)
         order by role`,
        [officeId, account, today],
      ),
      listDeputations(tx, guard.keyring, officeId, today, account),
    ]);
    return [
      ...rows
        .filter((row) => holdsSeal(guard, sealedRole(officeId, row), row.mac))
        .map(({ role, unit }) => ({ role, unit, deputyFor: null, capacity: null })),
      ...deputations
        .filter(({ from }) => from <= today)
        .flatMap(({ roles, deputyFor, capacity }) => roles.map((one) => ({ ...one, deputyFor, capacity }))),
    ];
  });
}
