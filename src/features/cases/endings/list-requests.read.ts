import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Instant } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { findCase } from '../store/load-case.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { readHistory } from '../store/read-history.read.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

export type RegisteredRequest = {
  readonly no: number;
  readonly state: CaseState;
  /** Each *keberatan* that was recorded. */
  readonly objectedAt: readonly Instant[];
};
export type RequestRegister = {
  readonly requests: readonly RegisteredRequest[];
  /** Numbers of cases that this reader does not see: how many. */
  readonly withheld: number;
  readonly years: readonly number[];
};

/** The register of the PPID of a year, by its numbers, as far as the reader may see the cases. */
export function listRequests(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  year: number,
): Promise<RequestRegister> {
  const { officeId, codes } = office;
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<SealedCaseRow & { readonly no: number }>(
        `select (select e.no from ppid_entry e where e.office_id = $1 and e.case_id = c.case_id) as no, ${OPENED_COLUMNS}
           from complaint_case c
          where c.office_id = $1 and ${visibleTo(2)}
            and c.case_id in (select e.case_id from ppid_entry e where e.office_id = $1 and e.year = $8)
          order by 1 limit 1000`,
        [officeId, ...viewerParameters(viewerOf(actor, codes)), year],
      );
      const counted = await tx.query<{ year: number; n: number }>(
        'select year, count(*)::int n from ppid_entry where office_id = $1 group by year order by year desc',
        [officeId],
      );
      const requests: RegisteredRequest[] = [];
      for (const row of rows) {
        const state = openStateBeside(desk.keyring, row);
        if (state === null || !mayRead(actor, state)) continue;
        const found = await findCase(tx, desk.keyring, officeId, { caseId: row.case_id });
        const history = found === null ? [] : await readHistory(tx, desk.keyring, officeId, found);
        const objectedAt = history.flatMap(({ event }) => (event.type === 'objected' ? [event.at] : []));
        requests.push({ no: row.no, state, objectedAt });
      }
      const all = counted.rows.find((one) => one.year === year)?.n ?? 0;
      return { requests, withheld: all - requests.length, years: counted.rows.map((one) => one.year) };
    },
    { readOnly: true },
  );
}
