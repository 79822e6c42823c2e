import { localDate } from '../../domain/calendar/instant.ts';
import { type CaseActor, permissionsOf, SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { listRoles } from '../../features/people/list-roles.read.ts';
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
  const roles = await withOffice(database.owner, officeId, (tx) =>
    listRoles(tx, keyring, officeId, today, account),
  );
  const held = roles.filter(({ from }) => from <= today);
  const role = held.map((one) => one.role).find((key) => permissionsOf([key], data).has(permission));
  if (role === undefined) return null;
  const deputyOf = held.flatMap(({ deputyFor }) => deputyFor ?? []);
  return { ...SYSTEM_ACTOR, by: 'staff', account, role, may: permissionsOf([role], data), deputyOf };
}
