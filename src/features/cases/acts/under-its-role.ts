import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { type CaseOperation, permissionsFor } from '../../../domain/complaint/operation-table.ts';
import { actingRole } from '../../../domain/people/acting-role.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { sopOf } from '../../offices/sop-of-version.ts';

/** Who holds several roles acts under the one whose step this is for the case (`actingRole`). */
export function underItsRole(
  actor: CaseActor,
  operation: CaseOperation,
  office: Office,
  state: CaseState,
): CaseActor {
  const { roles: held } = actor;
  if (held === undefined || held.length < 2) return actor;
  const permissions = permissionsFor(operation, state);
  const sop = sopOf(office, state.sop);
  return {
    ...actor,
    role: actingRole({ held, operation, permissions, office: office.data, sop }) ?? actor.role,
  };
}
