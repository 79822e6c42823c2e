import type { IsoDate } from '../calendar/epoch-day.ts';
import { holdsRefusedPair, type Permission } from './permissions.ts';
import { coversFrom, overlaps, type RolePeriod } from './role-period.ts';

/** What each role of an office may. */
export type RolePowers = readonly { readonly key: string; readonly may: readonly string[] }[];

export type RoleChangeRefusal = 'own-role' | 'roles-refused-pair' | 'last-administrator';

/** Without these nobody could set right what was taken away. */
const ALWAYS_HELD: readonly Permission[] = ['office/administer', 'account/administer'];

type Held = RolePeriod & { readonly account: string; readonly role: string };

type RoleChange = {
  readonly before: RolePowers;
  readonly after: RolePowers;
  /** Who asks for it; null: nobody of the office. */
  readonly asker: string | null;
  readonly today: IsoDate;
  /** Roles that people hold in their own right today or later, and those that they hold as deputies. */
  readonly held: readonly Held[];
  readonly deputised: readonly Held[];
};

/**
 * Why what roles may must not change so: nobody gives a power to a role that he holds, today or later, also as a deputy;
 * administrator and auditor of the log never come together in one hand (rule 23); and somebody can still look after accounts,
 * and after the office. Null = it may.
 */
export function roleChangeRefusal(change: RoleChange): RoleChangeRefusal | null {
  const { before, after, asker, held, deputised } = change;
  const hands = [...held, ...deputised];
  const gaining = new Set(
    after.filter((role) => gains(mayAs(before, role.key), role.may)).map(({ key }) => key),
  );
  if (asker !== null && hands.some(({ account, role }) => account === asker && gaining.has(role)))
    return 'own-role';
  const isPaired = (powers: RolePowers, one: Held, other: Held): boolean =>
    holdsRefusedPair([...mayAs(powers, one.role), ...mayAs(powers, other.role)]);
  const pairs = hands.flatMap((one) =>
    hands
      .filter((other) => other.account === one.account && overlaps(one, other))
      .map((other) => [one, other] as const),
  );
  if (pairs.some(([one, other]) => isPaired(after, one, other) && !isPaired(before, one, other)))
    return 'roles-refused-pair';
  const isLost = (permission: Permission): boolean =>
    isHeld(change, before, permission) && !isHeld(change, after, permission);
  return ALWAYS_HELD.some(isLost) ? 'last-administrator' : null;
}

/** Whether anybody may more, or less, than before. */
export function arePowersSame(before: RolePowers, after: RolePowers): boolean {
  const same = (one: RolePowers, other: RolePowers): boolean =>
    one.every(({ key, may }) => !gains(mayAs(other, key), may));
  return same(before, after) && same(after, before);
}

function gains(before: readonly string[], after: readonly string[]): boolean {
  return after.some((one) => !before.includes(one));
}

function mayAs(powers: RolePowers, role: string): readonly string[] {
  return powers.find(({ key }) => key === role)?.may ?? [];
}

/** On every day from today on, by somebody who holds such a role in his own right. */
function isHeld({ held, today }: RoleChange, powers: RolePowers, permission: string): boolean {
  return coversFrom(
    held.filter(({ role }) => mayAs(powers, role).includes(permission)),
    today,
  );
}
