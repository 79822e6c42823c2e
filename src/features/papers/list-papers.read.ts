import { mayRead } from '../../domain/people/may.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { type CaseReading, readCase } from '../cases/case-page/read-case.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../cases/store/open-state.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import type { AtWork } from '../people/staff-desk.tsx';
import { isOfClosedLane } from './of-closed-lane.ts';
import { listPapers, type PaperFilter } from './paper.store.ts';
import type { PaperDesk } from './paper-desk.ts';

export const PAPERS_A_PAGE = 50;

/** A paper as a list shows it: of a case that is not for this reader only that something is withheld. */
export type ListedPaper = { readonly paper: Paper; readonly ticket: string | null } | 'withheld';

/**
 * One page of the office's papers, from `page` 1 on, and whether there is another. What was issued in a closed lane is withheld from
 * those who did not read it then (rule 27).
 */
export async function listOfficePapers(
  desk: PaperDesk,
  work: AtWork,
  filter: PaperFilter,
  page: number,
): Promise<{ readonly papers: readonly ListedPaper[]; readonly more: boolean }> {
  const { papers, guarded, more } = await readPage(desk, work, filter, page);
  const readings = new Map<string, CaseReading | null>();
  for (const caseId of guarded) {
    readings.set(caseId, await readCase(desk.cases, work.office, { caseId }, work.actor, desk.clock()));
  }
  const isWithheld = ({ caseId, issuedAt }: Paper): boolean => {
    const reading = caseId === null ? null : (readings.get(caseId) ?? null);
    return reading !== null && isOfClosedLane(reading, issuedAt);
  };
  return {
    papers: papers.map((one) => (one !== 'withheld' && isWithheld(one.paper) ? 'withheld' : one)),
    more,
  };
}

type Page = {
  readonly papers: readonly ListedPaper[];
  readonly more: boolean;
  /** Cases of these papers that were ever in a closed lane and are in none now. */
  readonly guarded: ReadonlySet<string>;
};

function readPage(
  desk: PaperDesk,
  { office, actor }: AtWork,
  filter: PaperFilter,
  page: number,
): Promise<Page> {
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
      const guarded = new Set<string>();
      const tickets = new Map(
        rows.flatMap((row) => {
          const state = openStateBeside(desk.keyring, row);
          if (state?.everGuarded === true && !state.marks.restricted) guarded.add(row.case_id);
          return state !== null && mayRead(actor, state) ? [[row.case_id, state.ticket] as const] : [];
        }),
      );
      const papers = shown.map((paper): ListedPaper => {
        if (paper.caseId === null) return { paper, ticket: null };
        const ticket = tickets.get(paper.caseId);
        return ticket === undefined ? 'withheld' : { paper, ticket };
      });
      return { papers, guarded, more: found.length > PAPERS_A_PAGE };
    },
    { readOnly: true },
  );
}
