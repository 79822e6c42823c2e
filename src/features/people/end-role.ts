import { addDays, isOver, type RolePeriod } from '../../domain/people/role-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import type { RoleBook } from './create-account.ts';
import { losesLastAdministrator } from './last-administrator.ts';
import { listRoles } from './list-roles.read.ts';
import { storeRole } from './store-role.ts';

export type EndRoleResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: 'role-not-held' | 'role-dates' | 'last-administrator' | 'own-roles';
    };

/**
 * Ends the period of a role that began or begins on `from`: after the day `to`, or at once without one. Says so in the
 * office's chain; whoever is signed in and a token of that account lose it with the day. Refuses what would leave the
 * office without an administrator, and a role of one's own.
 */
export async function endRole(
  tx: Tx,
  officeId: number,
  book: RoleBook,
  command: {
    readonly account: string;
    readonly role: string;
    readonly from: string;
    readonly to: string | null;
    readonly today: string;
  },
  context: OfficeActContext,
): Promise<EndRoleResult> {
  const { account, role, from, today } = command;
  if (account === context.actor.account) return { ok: false, refusal: 'own-roles' };
  await lockOfficeChain(tx, officeId);
  const before = await listRoles(tx, context.keyring, officeId, today);
  const period = before.find((one) => one.account === account && one.role === role && one.from === from);
  if (period === undefined) return { ok: false, refusal: 'role-not-held' };
  if (command.to !== null && !isWithin(period, command.to, today))
    return { ok: false, refusal: 'role-dates' };
  const to = command.to ?? addDays(today, -1);
  const after = before
    .map((one) => (one === period ? { ...one, to } : one))
    .filter((one) => one.to === null || one.to >= one.from);
  if (losesLastAdministrator(book, before, after, today)) return { ok: false, refusal: 'last-administrator' };
  await storeRole(tx, context.keyring, officeId, { ...period, to });
  await appendOfficeEvent(tx, officeId, { type: 'role-ended', account, role, from, to }, context);
  return { ok: true };
}

/** Whether `day` is still to come, or today, in that period. */
function isWithin(period: RolePeriod, day: string, today: string): boolean {
  return day >= today && day >= period.from && !isOver(period, day);
}
