import type { ClientBase } from 'pg';
import type { DeputyCapacity } from '../../../domain/people/deputation.ts';
import { isOver } from '../../../domain/people/role-period.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { ROLE_COLUMNS, type StoredPeriod, sealedRole } from '../list-roles.read.ts';
import { isRowWhole } from '../row-seal.ts';
import { type Decree, listDecrees } from './decree-members.read.ts';
import {
  DEPUTATION_COLUMNS,
  deputationOf,
  type StoredDeputation,
  sealedDeputation,
} from './deputation-row.ts';

/** Somebody in a role of the team on that day. */
export type TeamMember = {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  /** The unit for which he holds it; null = above the units. */
  readonly unit: string | null;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string | null;
  /** Number of the decree by which he holds it. */
  readonly decree: string | null;
  /** Who stands in for him on that day (rule 33). */
  readonly deputies: readonly {
    readonly account: string;
    readonly name: string;
    readonly capacity: DeputyCapacity;
    readonly from: string;
    readonly to: string | null;
    readonly decree: string | null;
  }[];
};

export type TeamOfDay = {
  readonly day: string;
  /** The decree by which most roles of the team are held that is written down; the eldest of as many. */
  readonly decree: Decree | null;
  /** Every role of the office that belongs to the team, in the order of its files, with those who hold it. */
  readonly roles: readonly {
    readonly role: string;
    readonly title: string;
    readonly team: boolean;
    readonly members: readonly TeamMember[];
  }[];
  readonly decrees: readonly Decree[];
};

type Named = { readonly name: string };

/**
 * Who holds which role of the office on `day` (YYYY-MM-DD, any), by which decree, and who stands in for whom: what a decree
 * about the team (SK tim) prints. Rows that other hands wrote, and what closed accounts still hold, are left out.
 */
export async function teamDecree(
  tx: ClientBase,
  keyring: Keyring,
  { officeId, named }: Pick<Office, 'officeId' | 'named'>,
  day: string,
): Promise<TeamOfDay> {
  const held = await tx.query<StoredPeriod & Named>(
    `select ${ROLE_COLUMNS}, a.name
       from account_role r join account a on a.office_id = r.office_id and a.account_id = r.account_id
      where r.office_id = $1 and r.from_on <= $2 and (r.to_on is null or r.to_on >= $2)
        and (a.disabled_at is null or a.disabled_at::date > $2::date)
      order by lower(a.name), r.from_on`,
    [officeId, day],
  );
  const away = await tx.query<StoredDeputation & Named>(
    `select ${DEPUTATION_COLUMNS}, a.name
       from deputation d join account a on a.office_id = d.office_id and a.account_id = d.account_id
      where d.office_id = $1 and d.from_on <= $2 and (d.to_on is null or d.to_on >= $2)
        and (a.disabled_at is null or a.disabled_at::date > $2::date)
      order by d.from_on`,
    [officeId, day],
  );
  const decrees = await listDecrees(tx, keyring, officeId);
  const deputies = away.rows
    .filter((row) => isRowWhole(keyring, sealedDeputation(officeId, row), row.mac))
    .map((row) => ({ ...deputationOf(row), name: row.name }));
  const members = held.rows
    .filter((row) => isRowWhole(keyring, sealedRole(officeId, row), row.mac) && !isOver(row, row.from))
    .map(({ account, name, role, unit, from, to, decree }): TeamMember => {
      const standIns = deputies.filter(
        (one) => one.deputyFor === account && one.roles.some((own) => own.role === role && own.unit === unit),
      );
      return { account, name, role, unit, from, to, decree, deputies: standIns.map(deputyLine) };
    });
  const emptyPosts = deputies
    .filter(({ deputyFor }) => members.every(({ account }) => account !== deputyFor))
    .flatMap((one) =>
      one.roles.map(({ role, unit }): TeamMember => {
        const { account, name, from, to, decree } = one;
        return { account, name, role, unit, from, to, decree, deputies: [deputyLine(one)] };
      }),
    );
  const everybody = [...members, ...emptyPosts];
  const roles = named.roles
    .map(({ key, title, team }) => ({
      ...{ role: key, title, team },
      members: everybody.filter(({ role }) => role === key),
    }))
    .filter(({ members: own, team }) => team || own.length > 0);
  return { day, decree: decreeOf(everybody, decrees), roles, decrees };
}

function deputyLine(one: TeamMember['deputies'][number]): TeamMember['deputies'][number] {
  const { account, name, capacity, from, to, decree } = one;
  return { account, name, capacity, from, to, decree };
}

function decreeOf(members: readonly TeamMember[], decrees: readonly Decree[]): Decree | null {
  const counted = decrees.map((decree) => ({
    decree,
    count: members.filter((one) => one.decree === decree.number).length,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 ? null : (counted.findLast(({ count }) => count === most)?.decree ?? null);
}
