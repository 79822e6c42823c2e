import type { Pool } from 'pg';
import { SIGNED_KINDS } from '../../../domain/papers/paper-kind.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** How many issued letters wait for a signature: none was scanned back, and their case is for this reader (rules 28, 34). */
export async function countUnsigned(pool: Pool, office: Office, actor: CaseActor): Promise<number> {
  const [row] = await readOffice<{ readonly n: number }>(
    pool,
    office.officeId,
    `select count(*)::int as n from paper p
       left join complaint_case c on c.office_id = $1 and c.case_id = p.case_id
      where p.office_id = $1 and p.kind = any ($8::text[])
        and p.signed_at is null and p.voided_at is null and p.erased_at is null
        and (p.case_id is null or (${visibleTo(2)}))`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), SIGNED_KINDS],
  );
  return row?.n ?? 0;
}
