import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { rolesFor } from '../../../domain/complaint/gate.ts';
import { type CaseOperation, permissionsFor } from '../../../domain/complaint/operation-table.ts';
import { actingRole } from '../../../domain/people/acting-role.ts';
import { type CaseActor, underRole } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { sopOf } from '../../offices/sop-of-version.ts';

/** Who holds several roles acts under the one whose step this is for the case (`actingRole`), of those that reach it. */
export function underItsRole(
  actor: CaseActor,
  operation: CaseOperation,
  office: Office,
  state: CaseState,
): CaseActor {
  if (actor.held === undefined) return actor;
  const standings = rolesFor(state, operation, actor);
  const held = standings.flatMap(({ role }) => role ?? []);
  const permissions = permissionsFor(operation, state);
  const sop = sopOf(office, state.sop);
  const role = actingRole({ held, operation, permissions, office: office.data, sop }) ?? actor.role;
  return underRole(actor, role, standings);
}
