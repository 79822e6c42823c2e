import { localDate } from '../../domain/calendar/instant.ts';
import {
  type CaseActor,
  permissionsOf,
  rightsOf,
  SYSTEM_ACTOR,
  underRole,
} from '../../domain/people/case-actor.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { rolesOfDay } from '../../features/people/deputies/roles-of-day.read.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { System } from '../open-system.ts';

/** Who acts by a command, as the log and the history name him; null when he is not there or may not. */
export async function findPermitted(
  { database, keyring }: System,
  { officeId, data, zone }: Office,
  { email, permission }: { readonly email: string; readonly permission: Permission },
  now: number,
): Promise<CaseActor | null> {
  const today = localDate(now, zone);
  const account = await findAccount(database.owner, officeId, email);
  if (account === null) return null;
  const held = await withOffice(database.owner, officeId, (tx) =>
    rolesOfDay(tx, keyring, officeId, today, account),
  );
  const role = held.map((one) => one.role).find((key) => permissionsOf([key], data).has(permission));
  if (role === undefined) return null;
  const deputyOf = held.flatMap(({ deputyFor }) => deputyFor ?? []);
  const actor: CaseActor = {
    ...SYSTEM_ACTOR,
    ...{ by: 'staff', account, may: permissionsOf([role], data), deputyOf },
  };
  return underRole(actor, role, rightsOf(held, data).held);
}
