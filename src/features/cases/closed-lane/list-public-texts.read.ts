import { isPublic } from '../../../domain/complaint/decide-approve-duty.ts';
import type { Day, TextId } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { awaitsRespondent, isRespondent, mayRead } from '../../../domain/people/may.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';

/** A duty done before the public whose text nobody has let go out yet; of the case no more than that text may name. */
export type PublicText = {
  readonly ticket: string;
  readonly version: number;
  readonly duty: string;
  readonly dueOn: Day;
  readonly service: string | null;
  /** The day of the service that failed, or else of the complaint. */
  readonly happenedOn: Day | null;
  readonly receivedAt: string;
  /** Whether this reader may open the case as well. */
  readonly opens: boolean;
};

/**
 * Texts that wait for who releases to the public, the nearest first (rule 31): of cases that named people read only, too, since
 * no more is shown than goes out. Never to the terlapor and his deputy, nor while nobody knows who he is (rule 28).
 */
export async function listPublicTexts(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
): Promise<readonly PublicText[]> {
  const rows = await readOffice<SealedCaseRow>(
    desk.pool,
    office.officeId,
    `select ${OPENED_COLUMNS} from complaint_case c
      where c.office_id = $1 and c.counted
        and c.case_id in (select f.case_id from report_fact f where f.office_id = $1 and f.found_on is not null)
        and (c.state -> 'duties')::text like '%"fulfilled":false%' limit 500`,
    [office.officeId],
  );
  return rows
    .flatMap((row) => {
      const state = openStateBeside(desk.keyring, row);
      if (state === null || isRespondent(actor, state) || awaitsRespondent(state)) return [];
      const { ticket, version, service, happenedOn, receivedAt } = state;
      const opens = mayRead(actor, state);
      return state.duties
        .filter(({ duty, fulfilled, approved }) => isWaiting(duty, fulfilled, approved, office))
        .map(({ duty, dueOn }) => ({ ticket, version, duty, dueOn, service, happenedOn, receivedAt, opens }));
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.ticket.localeCompare(b.ticket));
}

function isWaiting(
  duty: string,
  fulfilled: boolean,
  approved: TextId | undefined,
  { data }: Office,
): boolean {
  return !fulfilled && approved === undefined && isPublic(duty, data);
}
