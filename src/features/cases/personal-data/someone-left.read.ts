import { toIsoDate } from '../../../domain/calendar/epoch-day.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { AccountId } from '../../../domain/complaint/event.ts';
import { permissionsOf } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { listRoles } from '../../people/list-roles.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';

/**
 * Whether somebody above the units would still see a case about these accounts (rule 28: the next one up acts): holds
 * `dispose` or `case/read-restricted` on the day of `now` (milliseconds), is none of them and stands in for none of them.
 */
export async function isSomeoneLeft(
  desk: CaseDesk,
  office: Office,
  respondents: readonly AccountId[],
  now: number,
): Promise<boolean> {
  const today = toIsoDate(localDay(now, office.zone));
  const roles = await withOffice(desk.pool, office.officeId, (tx) =>
    listRoles(tx, desk.keyring, office.officeId, today),
  );
  const held = Map.groupBy(
    roles.filter(({ from }) => from <= today),
    ({ account }) => account,
  );
  return [...held].some(([account, own]) => {
    const persons = [account, ...own.flatMap(({ deputyFor }) => deputyFor ?? [])];
    const keys = own.map(({ role }) => role);
    const may = permissionsOf(keys, office.data);
    const isAbove = may.has('dispose') || may.has('case/read-restricted');
    return isAbove && !persons.some((one) => respondents.includes(one));
  });
}
