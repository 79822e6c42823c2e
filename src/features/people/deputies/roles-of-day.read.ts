import type { ClientBase } from 'pg';
import type { Keyring } from '../../../platform/keyring.ts';
import { listRoles } from '../list-roles.read.ts';
import type { HeldRole } from '../staff.ts';
import { listDeputations } from './list-deputations.read.ts';

export type RoleOfDay = HeldRole & { readonly account: string };

/**
 * What open accounts of the office hold on `day`: their own roles, then those of the people whose place they take on it
 * (rule 33). `account` narrows it to one.
 */
export async function rolesOfDay(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  day: string,
  account: string | null = null,
): Promise<readonly RoleOfDay[]> {
  const own = await listRoles(tx, keyring, officeId, day, account);
  const deputations = await listDeputations(tx, keyring, officeId, day, account);
  return [
    ...own
      .filter(({ from }) => from <= day)
      .map((one) => ({
        account: one.account,
        role: one.role,
        unit: one.unit,
        deputyFor: null,
        capacity: null,
      })),
    ...deputations
      .filter(({ from }) => from <= day)
      .flatMap((one) => {
        const { deputyFor, capacity } = one;
        return one.roles.map(({ role, unit }) => ({ account: one.account, role, unit, deputyFor, capacity }));
      }),
  ];
}
