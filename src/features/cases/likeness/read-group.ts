import { availableActions } from '../../../domain/complaint/available-actions.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { readGroup } from './likeness.store.ts';

/** A case of a rombongan that this reader may read. */
export type Member = {
  readonly caseId: string;
  readonly state: CaseState;
  readonly matter: string;
  /** Whether he may answer it now, and take it out. */
  readonly mayAnswer: boolean;
  readonly mayUnlink: boolean;
};

/** The cases of a rombongan that this reader may read, in the order of their receipt; of others nothing is told. */
export async function readMembers(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  group: string,
): Promise<readonly Member[]> {
  const { officeId, codes } = office;
  const lines = await withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const ids = await readGroup(tx, officeId, group);
      const { rows } = await tx.query<LineRow>(
        `select ${LINE_COLUMNS} from complaint_case c where c.office_id = $1 and c.case_id = any ($2::uuid[])
          order by c.received_at, c.case_id`,
        [officeId, ids],
      );
      return rows.map((row) => caseLine(row, codes));
    },
    { readOnly: true },
  );
  const opened = await openLines(desk, office, actor, lines);
  return opened.lines.flatMap(({ caseId }) => {
    const state = opened.states.get(caseId);
    if (state === undefined || state.group !== group) return [];
    const actions = new Set<string>(
      availableActions(state, actor, office.data).map(({ operation }) => operation),
    );
    const matter = opened.matters.get(caseId) ?? '';
    return [{ caseId, state, matter, mayAnswer: actions.has('answer'), mayUnlink: actions.has('merge') }];
  });
}
