import type { IsoDate } from '../calendar/epoch-day.ts';
import { holdsRefusedPair } from './permissions.ts';
import { isOver, overlaps, type RolePeriod } from './role-period.ts';

/** Rule 33: *Plh.* while the holder is away, *Plt.* while the post is empty, *a.n.* by mandate. */
export const DEPUTY_CAPACITIES = ['plh', 'plt', 'an'] as const;
export type DeputyCapacity = (typeof DEPUTY_CAPACITIES)[number];

/** A role with the unit it was given for; null = above the units. */
export type RoleInUnit = { readonly role: string; readonly unit: string | null };

/** Who stands in for whom, on which days, with which of his roles. */
export type Deputation = RolePeriod & {
  readonly id: string;
  readonly account: string;
  readonly deputyFor: string;
  readonly capacity: DeputyCapacity;
  readonly roles: readonly RoleInUnit[];
  readonly decree: string | null;
};

export type DeputationRefusal =
  | 'deputy-self'
  | 'own-roles'
  | 'role-dates'
  | 'deputy-last-day'
  | 'deputy-no-role'
  | 'deputy-taken'
  | 'deputy-chain'
  | 'roles-refused-pair';

type Held = RoleInUnit & RolePeriod & { readonly account: string };

type Asked = {
  readonly wanted: Omit<Deputation, 'id'>;
  /** Who records it. */
  readonly by: string | null;
  readonly today: IsoDate;
  /** Roles that the deputy holds in his own right, today or later. */
  readonly own: readonly Held[];
  /** Every deputation of the office that is not over. */
  readonly standing: readonly Deputation[];
  readonly mayAs: (role: string) => readonly string[];
};

/**
 * Why this deputation may not be: one step and no chain, one deputy for each holder at a time, nobody gives roles to himself,
 * and administrator with auditor of the log never come together in one hand (rules 23, 33). Null = it may.
 */
export function deputationRefusal(asked: Asked): DeputationRefusal | null {
  const { wanted, by, today, own, standing, mayAs } = asked;
  const { account, deputyFor, capacity, from, to, roles } = wanted;
  if (account === deputyFor) return 'deputy-self';
  if (account === by) return 'own-roles';
  if (from < today || isOver(wanted, from)) return 'role-dates';
  // Only an empty post is held until somebody is appointed.
  if (to === null && capacity !== 'plt') return 'deputy-last-day';
  if (roles.length === 0) return 'deputy-no-role';
  const meanwhile = standing.filter((one) => overlaps(one, wanted));
  if (meanwhile.some((one) => one.deputyFor === deputyFor)) return 'deputy-taken';
  if (meanwhile.some((one) => one.deputyFor === account || one.account === deputyFor)) return 'deputy-chain';
  const held = [
    ...own.filter((one) => one.account === account && overlaps(one, wanted)),
    ...meanwhile.filter((one) => one.account === account).flatMap((one) => one.roles),
    ...roles,
  ];
  return holdsRefusedPair(held.flatMap(({ role }) => mayAs(role))) ? 'roles-refused-pair' : null;
}

/** The roles that somebody hands over: those he holds in his own right on `day`. */
export function rolesToHandOver(held: readonly Held[], account: string, day: IsoDate): readonly RoleInUnit[] {
  return held
    .filter((one) => one.account === account && one.from <= day && !isOver(one, day))
    .map(({ role, unit }) => ({ role, unit }));
}

/** As it stands before the post in papers and in the history, in every language. */
export const CAPACITY_LABEL: Readonly<Record<DeputyCapacity, string>> = {
  plh: 'Plh.',
  plt: 'Plt.',
  an: 'a.n.',
};

export function isDeputyCapacity(word: string): word is DeputyCapacity {
  return DEPUTY_CAPACITIES.some((one) => one === word);
}
