import { readOffice } from '../../../platform/database/read-office.ts';
import type { CaseDesk } from '../doors/case-desk.ts';

/** A line of the ledger of erasures: what kind of thing went, when, on what ground; of the case its number alone. */
export type Erasure = {
  readonly id: string;
  readonly at: Date;
  readonly subject: 'identity' | 'text' | 'attachment';
  readonly ticket: string | null;
  readonly ground: string;
  /** Null = Tanggap itself, or whoever holds the machine. */
  readonly by: string | null;
};

export const ERASURES_A_PAGE = 100;

/**
 * The ledger, newest first, from the line after `after` on. What was erased of cases in which one of `persons` is complained
 * of is not told (rule 28).
 */
export function listErasures(
  { pool }: Pick<CaseDesk, 'pool'>,
  officeId: number,
  persons: readonly string[],
  after: string | null,
): Promise<readonly Erasure[]> {
  return readOffice<Erasure>(
    pool,
    officeId,
    `select e.erasure_id id, e.at, e.subject, c.ticket, e.ground, a.name "by"
       from erasure_ledger e
       left join complaint_case c on c.office_id = e.office_id and c.case_id = e.case_id
       left join account a on a.office_id = e.office_id and a.account_id = e.account_id
      where e.office_id = $1
        and not exists (select from case_respondent t
          where t.office_id = $1 and t.case_id = e.case_id and t.account_id = any ($2::uuid[]))
        and ($3::uuid is null or (e.at, e.erasure_id) < (select l.at, l.erasure_id from erasure_ledger l
          where l.office_id = $1 and l.erasure_id = $3))
      order by e.at desc, e.erasure_id desc limit ${ERASURES_A_PAGE}`,
    [officeId, persons, after],
  );
}
