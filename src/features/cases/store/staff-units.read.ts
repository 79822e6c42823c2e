import type { ClientBase } from 'pg';
import { localDate } from '../../../domain/calendar/instant.ts';
import type { Office } from '../../offices/office.read.ts';

/**
 * The units that these accounts belong to on the day of `now` (milliseconds): that of the account and of every role in force,
 * also of those that he holds for somebody else (rule 33).
 * Accounts that the office does not have, or has closed, are not in it.
 */
export async function readStaffUnits(
  tx: Pick<ClientBase, 'query'>,
  office: Office,
  accounts: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ account_id: string; units: string[] }>(
    `select a.account_id, array_remove(array_agg(distinct r.unit) || a.unit, null) units
       from account a left join (
         select account_id, unit, from_on, to_on from account_role where office_id = $1
         union all
         select account_id, s.unit, from_on, to_on
           from deputation, jsonb_to_recordset(roles::jsonb) s (unit text) where office_id = $1
       ) r on r.account_id = a.account_id and r.from_on <= $3 and (r.to_on is null or r.to_on >= $3)
      where a.office_id = $1 and a.account_id = any ($2::uuid[]) and a.disabled_at is null
      group by a.account_id, a.unit`,
    [office.officeId, accounts, localDate(now, office.calendar.zone)],
  );
  return new Map(rows.map((row) => [row.account_id, row.units]));
}
