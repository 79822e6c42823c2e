import type { Pool } from 'pg';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** A complaint that was answered at the desk, with the beginning of both texts. */
export type DeskAnswer = CaseLine & {
  readonly matter: string | null;
  readonly answer: string | null;
  /** Account of who answered. */
  readonly answeredBy: string | null;
};

/** How far back the coordinator's list reaches; a day that nobody looked at within it is no longer a day's list. */
const DESK_ANSWER_DAYS = 31;
export const MOST_DESK_ANSWERS = 200;

/** Desk answers that the coordinator has not acknowledged, the latest received first (rule 4). `now` in milliseconds. */
export async function listDeskAnswers(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<readonly DeskAnswer[]> {
  const { officeId, zone, codes } = office;
  const from = new Date(startOfDay(localDay(now, zone) - DESK_ANSWER_DAYS, zone));
  type Row = LineRow & Pick<DeskAnswer, 'matter' | 'answer'> & { readonly answered_by: string | null };
  const rows = await readOffice<Row>(
    pool,
    officeId,
    // The words' index is the one that stands in the order of receipt.
    `select ${LINE_COLUMNS}, left(m.body, 240) as matter, left(a.body, 240) as answer, a.author as answered_by
       from case_search s
       join complaint_case c on c.office_id = $1 and c.case_id = s.case_id
       left join case_text m on m.office_id = $1 and m.case_id = c.case_id
         and m.text_id = (c.state ->> 'matter')::uuid
       left join case_text a on a.office_id = $1 and a.case_id = c.case_id
         and a.text_id = (c.state #>> '{answer,text}')::uuid
      where s.office_id = $1 and s.received_at >= $8 and ${visibleTo(2)}
        and c.state #>> '{answer,atDesk}' = 'true' and c.state ->> 'deskAnswerAcknowledged' = 'false'
        and c.counted
      order by s.received_at desc, s.case_id desc limit $9::int`,
    [officeId, ...viewerParameters(viewerOf(actor, codes)), from, MOST_DESK_ANSWERS],
  );
  return rows.map((row) => ({
    ...caseLine(row, codes),
    matter: row.matter,
    answer: row.answer,
    answeredBy: row.answered_by,
  }));
}
