import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { judgeRoles, type RoleRow } from './list-roles.read.ts';

export type AccountRow = {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string | null;
  readonly roles: readonly string[];
  /** Roles that begin on a later day. */
  readonly later: readonly { readonly role: string; readonly from: string }[];
  /** Roles that other hands wrote, in force or to come: they open no door. */
  readonly forged: readonly string[];
  readonly disabled: boolean;
  /** Its holder has not chosen his own password yet. */
  readonly oneTime: boolean;
  /** Codes are asked for when it signs in. */
  readonly secondFactor: boolean;
};

/** Every account of the office by name, with the roles that are in force on `today`; a closed one holds none. */
export async function listAccounts(
  pool: Pool,
  keyring: Keyring,
  officeId: number,
  today: string,
): Promise<readonly AccountRow[]> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<Omit<AccountRow, 'roles' | 'later' | 'forged'>>(
      `select account_id account, name, email, unit, disabled_at is not null disabled,
              password_one_time_until is not null "oneTime",
              second_factor is not null "secondFactor"
       from account where office_id = $1 order by disabled_at nulls first, lower(name)`,
      [officeId],
    );
    const { held, forged } = await judgeRoles(tx, keyring, officeId, today);
    const inForce = rolesByAccount(held.filter(({ from }) => from <= today));
    const later = Map.groupBy(
      held.filter(({ from }) => from > today),
      ({ account }) => account,
    );
    const written = rolesByAccount(forged);
    return rows.map((row) => ({
      ...row,
      roles: inForce.get(row.account) ?? [],
      later: (later.get(row.account) ?? []).map(({ role, from }) => ({ role, from })),
      forged: written.get(row.account) ?? [],
    }));
  });
}

function rolesByAccount(periods: readonly RoleRow[]): ReadonlyMap<string, readonly string[]> {
  const byAccount = Map.groupBy(periods, ({ account }) => account);
  return new Map(
    [...byAccount].map(([account, own]) => [account, [...new Set(own.map(({ role }) => role))].sort()]),
  );
}

/** Whether this installation has an account in any office, which only the owner sees; none means the first visit. */
export async function hasAccounts(owner: Pool | Tx): Promise<boolean> {
  const { rowCount } = await owner.query('select from account limit 1');
  return rowCount !== 0;
}

/** The id of the office's open account with this e-mail, or null. */
export async function findAccount(pool: Pool, officeId: number, email: string): Promise<string | null> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select account_id id from account
        where office_id = $1 and lower(email) = lower($2) and disabled_at is null`,
      [officeId, email.trim()],
    );
    return rows[0]?.id ?? null;
  });
}

/** The same of one that may be closed: the newest with this e-mail. */
export async function findAnyAccount(pool: Pool, officeId: number, email: string): Promise<string | null> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `select account_id id from account where office_id = $1 and lower(email) = lower($2)
        order by disabled_at desc nulls first limit 1`,
      [officeId, email.trim()],
    );
    return rows[0]?.id ?? null;
  });
}
