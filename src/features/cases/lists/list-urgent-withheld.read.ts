import type { Pool } from 'pg';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { isoInstant } from '../../../platform/database/read-instant.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { URGENT_WATCHERS, viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** That an urgent case waits, and since when (ISO instant): nothing of what it says. */
export type UrgentLine = { readonly ticket: string; readonly receivedAt: string };
export type UrgentWithheld = { readonly lines: readonly UrgentLine[]; readonly count: number };

const MOST = 20;

/**
 * Urgent cases, or asked to be, that nobody has taken in hand and that are withheld from this actor, who is on duty for
 * such: he may be the one complained of, so that he reads nothing, but somebody must call those who can (rules 5, 28). The
 * twenty that wait longest, and how many there are.
 */
export async function listUrgentWithheld(
  pool: Pool,
  office: Office,
  actor: CaseActor,
): Promise<UrgentWithheld> {
  if (!actor.may.has('accept-urgent')) return { lines: [], count: 0 };
  const rows = await readOffice<{ ticket: string; received_at: string; count: number }>(
    pool,
    office.officeId,
    `select c.ticket, c.received_at::text, (count(*) over ())::int as count
       from case_reader r join complaint_case c on c.office_id = $1 and c.case_id = r.case_id
      where r.office_id = $1 and r.account_id = '${URGENT_WATCHERS}' and c.is_open and not (${visibleTo(2)})
        and not exists (select from case_respondent t
          where t.office_id = $1 and t.case_id = c.case_id and t.account_id = any ($3::uuid[]))
      order by c.received_at, c.case_id limit ${MOST}`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes))],
  );
  const lines = rows.map(({ ticket, received_at }) => ({ ticket, receivedAt: isoInstant(received_at) }));
  return { lines, count: rows[0]?.count ?? 0 };
}
