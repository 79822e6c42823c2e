import type { ClientBase } from 'pg';
import { toIsoDate } from '../../../domain/calendar/epoch-day.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { type CaseActor, permissionsOf } from '../../../domain/people/case-actor.ts';
import { awaitsRespondent, mayRead } from '../../../domain/people/may.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { listRoles } from '../../people/list-roles.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from './open-state.ts';

/** Everybody who stands above the units: holds `dispose` or `case/read-restricted` on the day of `now` (milliseconds). */
export async function readThoseAbove(
  tx: ClientBase,
  keyring: Keyring,
  office: Office,
  now: number,
): Promise<readonly CaseActor[]> {
  const today = toIsoDate(localDay(now, office.zone));
  const roles = await listRoles(tx, keyring, office.officeId, today);
  const held = Map.groupBy(
    roles.filter(({ from }) => from <= today),
    ({ account }) => account,
  );
  return [...held]
    .map(([account, own]): CaseActor => {
      const keys = own.map(({ role }) => role);
      const may = permissionsOf(keys, office.data);
      const units = own.flatMap(({ unit }) => unit ?? []);
      const deputyOf = own.flatMap(({ deputyFor }) => deputyFor ?? []);
      return { by: 'staff', account, role: keys[0] ?? null, may, units, deputyOf };
    })
    .filter(({ may }) => may.has('dispose') || may.has('case/read-restricted'));
}

/** Rule 28, the next one up acts: whether the terlapor of this case leave nobody above the units who could open it. */
export async function isLeftAlone(
  tx: Tx,
  keyring: Keyring,
  office: Office,
  state: CaseState,
  now: number,
): Promise<boolean> {
  if (!complainsOfStaff(state)) return false;
  const above = await readThoseAbove(tx, keyring, office, now);
  return !above.some((one) => mayRead(one, state));
}

/** How many open cases are left so: a number for whoever gives roles, who need not see one of them. */
export async function countLeftAlone(tx: Tx, keyring: Keyring, office: Office, now: number): Promise<number> {
  const { rows } = await tx.query<SealedCaseRow>(
    `select ${OPENED_COLUMNS} from complaint_case
      where office_id = $1 and is_open
        and (restricted or case_id in (select case_id from case_respondent where office_id = $1))`,
    [office.officeId],
  );
  if (rows.length === 0) return 0;
  const above = await readThoseAbove(tx, keyring, office, now);
  const states = rows.flatMap((row) => openStateBeside(keyring, row) ?? []);
  return states.filter((state) => complainsOfStaff(state) && !above.some((one) => mayRead(one, state)))
    .length;
}

function complainsOfStaff(state: CaseState): boolean {
  return awaitsRespondent(state) || state.people.respondents.some(({ account }) => account !== null);
}
