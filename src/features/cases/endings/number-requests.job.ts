import type { Pool } from 'pg';
import { localDate } from '../../../domain/calendar/instant.ts';
import { CHANNELS, KINDS } from '../../../domain/complaint/vocabulary.ts';
import { advisoryLock } from '../../../platform/database/advisory-locks.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';

const PPID_LOCK = advisoryLock('ppid-register');
const [KIND, CHANNEL] = [KINDS.indexOf('permintaan-informasi'), CHANNELS.indexOf('ppid')];

/**
 * Gives each formal request for information its number in the register of the PPID, without gaps, in the order in which they
 * were written down, by the year of that day in the office's zone (rule 9). A number stays where it was given, also when the
 * case becomes something else. Run again, or twice at once, it numbers nothing twice. Gives how many are new. `now` in
 * milliseconds.
 */
export function numberRequests(pool: Pool, { officeId, zone }: Office, now: number): Promise<number> {
  return withOffice(pool, officeId, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1, $2)', [PPID_LOCK, officeId]);
    const { rows } = await tx.query<{ caseId: string; recordedAt: Date }>(
      `select c.case_id "caseId", c.recorded_at "recordedAt" from complaint_case c
        where c.office_id = $1 and c.kind = ${KIND} and c.channel = ${CHANNEL} and c.provenance = 0
          and not exists (select from ppid_entry e where e.office_id = $1 and e.case_id = c.case_id)
        order by c.recorded_at, c.case_id limit 1000`,
      [officeId],
    );
    for (const { caseId, recordedAt } of rows) {
      await tx.query(
        `insert into ppid_entry (office_id, year, no, case_id, numbered_at)
         select $1::smallint, $2::smallint, coalesce(max(no), 0) + 1, $3::uuid, $4::timestamptz
           from ppid_entry where office_id = $1 and year = $2`,
        [officeId, Number(localDate(recordedAt.getTime(), zone).slice(0, 4)), caseId, new Date(now)],
      );
    }
    return rows.length;
  });
}
