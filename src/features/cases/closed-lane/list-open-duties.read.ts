import type { Day } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** A duty that a finding opened and nobody has proven yet (rule 30); of the case no more than a public text may name. */
export type OpenDuty = {
  readonly ticket: string;
  readonly duty: string;
  readonly dueOn: Day;
  readonly service: string | null;
  /** The day of the service that failed, or else of the complaint. */
  readonly happenedOn: Day | null;
  readonly receivedAt: string;
  /** Its text may go out (rule 31). */
  readonly approved: boolean;
};

/** Open duties of the cases that the reader may see, the nearest first. */
export async function listOpenDuties(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
): Promise<readonly OpenDuty[]> {
  const rows = await readOffice<SealedCaseRow>(
    desk.pool,
    office.officeId,
    `select ${OPENED_COLUMNS} from complaint_case c
      where c.office_id = $1 and c.counted and ${visibleTo(2)}
        and (c.state -> 'duties')::text like '%"fulfilled":false%' limit 500`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes))],
  );
  return rows
    .flatMap((row) => {
      const state = openStateBeside(desk.keyring, row);
      if (state === null || !mayRead(actor, state)) return [];
      const { ticket, service, happenedOn, receivedAt } = state;
      return state.duties
        .filter(({ fulfilled }) => !fulfilled)
        .map(({ duty, dueOn, approved }) => ({
          ...{ ticket, duty, dueOn, service, happenedOn, receivedAt },
          approved: approved !== undefined,
        }));
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.ticket.localeCompare(b.ticket));
}
