import {
  arePowersSame,
  type RoleChangeRefusal,
  type RolePowers,
  roleChangeRefusal,
} from '../../domain/people/role-change.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { listDeputations } from './deputies/list-deputations.read.ts';
import { listRoles } from './list-roles.read.ts';

/** Holds a change of what roles may against who holds them today or later (`roleChangeRefusal`). Null = it may. */
export async function judgeRoleChange(
  tx: Tx,
  keyring: Keyring,
  officeId: number,
  change: {
    readonly before: RolePowers;
    readonly after: RolePowers;
    readonly asker: string | null;
    readonly today: string;
  },
): Promise<RoleChangeRefusal | null> {
  if (arePowersSame(change.before, change.after)) return null;
  const held = await listRoles(tx, keyring, officeId, change.today);
  const standing = await listDeputations(tx, keyring, officeId, change.today);
  const deputised = standing.flatMap(({ account, roles, from, to }) =>
    roles.map(({ role }) => ({ account, role, from, to })),
  );
  return roleChangeRefusal({ ...change, held, deputised });
}
