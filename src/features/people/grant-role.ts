import { holdsRefusedPair } from '../../domain/people/permissions.ts';
import { overlaps } from '../../domain/people/role-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import type { RoleBook } from './create-account.ts';
import { listDeputations } from './deputies/list-deputations.read.ts';
import { listRoles, type RoleRow } from './list-roles.read.ts';
import { storeRole } from './store-role.ts';

export type GrantRoleResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal:
        | 'account-unknown'
        | 'role-unknown'
        | 'role-held'
        | 'role-dates'
        | 'roles-refused-pair'
        | 'own-roles';
    };

/**
 * Gives an open account one more role for a period from `today` on, and says so in the office's chain. Refuses a role
 * that it holds on one of these days, administrator together with auditor of the log (rule 23), and one's own account:
 * whoever administers would give himself everything.
 */
export async function grantRole(
  tx: Tx,
  officeId: number,
  book: RoleBook,
  command: RoleRow & { readonly today: string },
  context: OfficeActContext,
): Promise<GrantRoleResult> {
  const { account, role, unit, from, to, decree, today } = command;
  if (account === context.actor.account) return { ok: false, refusal: 'own-roles' };
  if (book.every(({ key }) => key !== role)) return { ok: false, refusal: 'role-unknown' };
  if (from < today || (to !== null && to < from)) return { ok: false, refusal: 'role-dates' };
  await lockOfficeChain(tx, officeId);
  const { rowCount } = await tx.query(
    'select from account where office_id = $1 and account_id = $2 and disabled_at is null',
    [officeId, account],
  );
  if (rowCount === 0) return { ok: false, refusal: 'account-unknown' };
  const held = (await listRoles(tx, context.keyring, officeId, today, account)).filter((one) =>
    overlaps(one, command),
  );
  if (held.some((one) => one.role === role)) return { ok: false, refusal: 'role-held' };
  const mayAs = (key: string) => book.find((one) => one.key === key)?.may ?? [];
  const deputised = (await listDeputations(tx, context.keyring, officeId, today, account))
    .filter((one) => overlaps(one, command))
    .flatMap(({ roles }) => roles);
  if ([...held, ...deputised].some((one) => holdsRefusedPair([...mayAs(one.role), ...mayAs(role)])))
    return { ok: false, refusal: 'roles-refused-pair' };
  const period = { account, role, unit, from, to, decree, deputyFor: null, grantedAt: new Date(context.now) };
  await storeRole(tx, context.keyring, officeId, period);
  await appendOfficeEvent(tx, officeId, { type: 'role-granted', account, role, unit, from, to }, context);
  return { ok: true };
}
