import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sha256 } from '../../platform/crypto.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import { listDeputations } from './deputies/list-deputations.read.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from './list-roles.read.ts';
import { holdsSeal, type SealedRow, type SealGuard, sealRow } from './row-seal.ts';
import type { Staff } from './staff.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from './store-password.ts';

/** Starts every token, so that a leaked one is recognised wherever it lies. */
const PREFIX = 'tgp_';

/**
 * Makes a token for programs that act under one role; the text is returned once and only its hash is kept. `madeBy` is
 * the account that answers for it; left out where nobody in the office does, and then `unit` may narrow it to one. The
 * office's chain tells of it by its id.
 */
export async function createToken(
  tx: Tx,
  officeId: number,
  command: {
    readonly role: string;
    readonly name: string;
    readonly madeBy?: string | null;
    readonly unit?: string | null;
  },
  context: OfficeActContext & { readonly newId: NewId },
): Promise<{ readonly id: string; readonly token: string }> {
  const id = context.newId();
  const { role, madeBy = null, unit = null } = command;
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const tokenHash = sha256(token);
  const mac = sealRow(context.keyring, {
    kind: 'api_token',
    officeId,
    id,
    tokenHash,
    role,
    madeBy,
    unit,
    createdAt: context.now,
    revokedAt: null,
  });
  await lockOfficeChain(tx, officeId);
  await tx.query(
    `insert into api_token (office_id, token_hash, token_id, name, role, made_by, unit, created_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [officeId, tokenHash, id, command.name, role, madeBy, unit, new Date(context.now), mac],
  );
  await appendOfficeEvent(tx, officeId, { type: 'token-issued', token: id, role, madeBy, unit }, context);
  return { id, token };
}

/** What `TOKEN_COLUMNS` give of a token. */
export type StoredToken = {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly role: string;
  readonly madeBy: string | null;
  readonly unit: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly mac: Buffer;
};
export const TOKEN_COLUMNS = `token_id id, token_hash "tokenHash", role, made_by "madeBy", unit, created_at "createdAt",
  revoked_at "revokedAt", mac`;

/** What the seal of that row is over. */
export function sealedToken(
  officeId: number,
  { id, tokenHash, role, madeBy, unit, createdAt, revokedAt }: StoredToken,
): Extract<SealedRow, { kind: 'api_token' }> {
  const times = { createdAt: createdAt.getTime(), revokedAt: revokedAt?.getTime() ?? null };
  return { kind: 'api_token', officeId, id, tokenHash, role, madeBy, unit, ...times };
}

type Row = {
  office_id: number;
  token_id: string;
  name: string;
  role: string;
  made_by: string | null;
  unit: string | null;
  created_at: Date;
  mac: Buffer;
};

/**
 * The holder of a token, or null; its `account` is the token's id. It acts in the place of whoever made it: a case that
 * is not there for him is not there for his token (rule 28), nor is a role that he no longer holds at `now` (milliseconds),
 * nor a unit that is not his. A row that other hands wrote is no token, and theirs of its maker gives it nothing.
 */
export async function findTokenHolder(
  pool: Pool,
  token: string,
  now: number,
  guard: SealGuard,
): Promise<Staff | null> {
  if (!token.startsWith(PREFIX)) return null;
  const tokenHash = sha256(token);
  const { rows } = await pool.query<Row>(
    'select office_id, token_id, name, role, made_by, unit, created_at, mac from find_token($1::bytea)',
    [tokenHash],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const sealed = {
    kind: 'api_token',
    officeId: row.office_id,
    id: row.token_id,
    tokenHash,
    role: row.role,
    madeBy: row.made_by,
    unit: row.unit,
    createdAt: row.created_at.getTime(),
    revokedAt: null,
  } as const;
  if (!holdsSeal(guard, sealed, row.mac)) return null;
  const maker =
    row.made_by === null
      ? { units: [], standsInFor: [] }
      : await readMaker(pool, row, row.made_by, now, guard);
  if (maker === null) return null;
  const { units, standsInFor } = maker;
  const held = { role: row.role, deputyFor: row.made_by, capacity: null };
  return {
    officeId: row.office_id,
    account: row.token_id,
    name: row.name,
    email: '',
    oneTimePassword: false,
    hasSecondFactor: false,
    session: null,
    standsInFor,
    roles: units.length === 0 ? [{ ...held, unit: row.unit }] : units.map((unit) => ({ ...held, unit })),
  };
}

/** A role of whoever made a token: `holds` says whether its row is whole and in force. */
export type MakersRole = { readonly role: string; readonly holds: boolean };

/**
 * Whether the maker of a token leaves it its role: one that he held and holds no longer is none for his tokens either; one
 * that he never held was given to it on purpose, and works while he holds any. What other hands changed counts as held, and holds no longer.
 */
export function leavesRole(role: string, roles: readonly MakersRole[]): boolean {
  const same = roles.filter((one) => one.role === role);
  return (same.length === 0 ? roles : same).some(({ holds }) => holds);
}

/** The row `r` of a role with whether it is in force on the day of its office `o` at the moment of the parameter. */
export const isInForce = (parameter: string): string =>
  `(${parameter}::timestamptz at time zone o.zone)::date between r.from_on and coalesce(r.to_on, 'infinity') "inForce"`;

/**
 * The units of a token's maker at `now`: those of the token's role where he holds it himself, else all of his, and himself
 * with those whose place he takes that day: what is shut to one of them is shut to his token (rule 28). Roles that he holds
 * as a deputy are none for a token. Null when other hands wrote his row, the token's role is his no longer, or he holds none.
 */
async function readMaker(
  pool: Pool,
  { office_id: officeId, role }: Pick<Row, 'office_id' | 'role'>,
  account: string,
  now: number,
  guard: SealGuard,
): Promise<{ readonly units: readonly string[]; readonly standsInFor: readonly string[] } | null> {
  return withOffice(pool, officeId, async (tx) => {
    const found = await tx.query<StoredAccount>(
      `select ${ACCOUNT_COLUMNS} from account where office_id = $1 and account_id = $2`,
      [officeId, account],
    );
    const [maker] = found.rows;
    if (maker === undefined || !holdsSeal(guard, sealedAccount({ officeId, account }, maker), maker.mac))
      return null;
    const { rows } = await tx.query<StoredPeriod & { readonly inForce: boolean; readonly today: string }>(
      `select ${ROLE_COLUMNS}, ${isInForce('$3')}, ($3::timestamptz at time zone o.zone)::date::text today from account_role r join office o on o.office_id = r.office_id
        where r.office_id = $1 and r.account_id = $2`,
      [officeId, account, new Date(now)],
    );
    const roles = rows.map((row) => ({
      ...row,
      holds: row.inForce && holdsSeal(guard, sealedRole(officeId, row), row.mac),
    }));
    if (!leavesRole(role, roles)) return null;
    const held = roles.filter(({ holds }) => holds);
    const same = held.filter((one) => one.role === role);
    const units = (same.length > 0 ? same : held).flatMap(({ unit }) => unit ?? []);
    const today = roles[0]?.today ?? '';
    const deputations = await listDeputations(tx, guard.keyring, officeId, today, account);
    const away = deputations.flatMap(({ from, deputyFor }) => (from <= today ? [deputyFor] : []));
    return { units: [...new Set(units)], standsInFor: [account, ...away] };
  });
}
