import { mayRead } from '../../domain/people/may.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../cases/store/open-state.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import type { AtWork } from '../people/staff-desk.tsx';
import { listPapers, type PaperFilter } from './paper.store.ts';
import type { PaperDesk } from './paper-desk.ts';

export const PAPERS_A_PAGE = 50;

/** A paper as a list shows it: of a case that is not for this reader only that something is withheld. */
export type ListedPaper = { readonly paper: Paper; readonly ticket: string | null } | 'withheld';

/** One page of the office's papers, from `page` 1 on, and whether there is another. */
export function listOfficePapers(
  desk: PaperDesk,
  { office, actor }: AtWork,
  filter: PaperFilter,
  page: number,
): Promise<{ readonly papers: readonly ListedPaper[]; readonly more: boolean }> {
  const { officeId } = office;
  const skip = (page - 1) * PAPERS_A_PAGE;
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const found = await listPapers(tx, officeId, filter, { most: PAPERS_A_PAGE + 1, skip });
      const shown = found.slice(0, PAPERS_A_PAGE);
      const { rows } = await tx.query<SealedCaseRow>(
        `select ${OPENED_COLUMNS} from complaint_case where office_id = $1 and case_id = any ($2::uuid[])`,
        [officeId, shown.flatMap(({ caseId }) => caseId ?? [])],
      );
      const tickets = new Map(
        rows.flatMap((row) => {
          const state = openStateBeside(desk.keyring, row);
          return state !== null && mayRead(actor, state) ? [[row.case_id, state.ticket] as const] : [];
        }),
      );
      const papers = shown.map((paper): ListedPaper => {
        if (paper.caseId === null) return { paper, ticket: null };
        const ticket = tickets.get(paper.caseId);
        return ticket === undefined ? 'withheld' : { paper, ticket };
      });
      return { papers, more: found.length > PAPERS_A_PAGE };
    },
    { readOnly: true },
  );
}
