import type { Pool } from 'pg';
import { HOUR_MS } from '../../../domain/calendar/instant.ts';
import { readOffice } from '../../../platform/database/read-office.ts';

/**
 * Urgent open cases to which nobody of the office has written an entry for an hour by the clock, by id, the longest first
 * (rule 5: on the head's page). Entries of the system are none. Who may see each the reader's own list condition decides.
 */
export async function listIdleUrgent(pool: Pool, officeId: number, now: number): Promise<readonly string[]> {
  const rows = await readOffice<{ case_id: string }>(
    pool,
    officeId,
    `select case_id from (
       select c.case_id, coalesce((select max(e.recorded_at) from case_event e
           where e.office_id = c.office_id and e.case_id = c.case_id
             and e.body::json -> 'actor' ->> 'by' in ('staff', 'token')), c.recorded_at) as since
         from complaint_case c where c.office_id = $1 and c.urgent and c.is_open) idle
      where since <= $2 order by since, case_id`,
    [officeId, new Date(now - HOUR_MS)],
  );
  return rows.map(({ case_id }) => case_id);
}
