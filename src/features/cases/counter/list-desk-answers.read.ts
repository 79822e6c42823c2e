import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { CLOSING_OUTCOMES } from '../../../domain/complaint/closed-event.ts';
import { OUTCOMES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { isoInstant } from '../../../platform/database/read-instant.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { BEGINNING, openLines } from '../vault/open-lines.read.ts';
import { readTextsOf } from '../vault/read-texts.ts';

/** A complaint that was answered at the desk, with the beginning of both texts. */
export type DeskAnswer = CaseLine & {
  readonly matter: string | null;
  readonly answer: string | null;
  /** When the answer was written into Tanggap: an ISO instant. */
  readonly recordedAt: string;
  /** Account of who answered. */
  readonly answeredBy: string | null;
};

/** How far back the coordinator's list reaches; a day that nobody looked at within it is no longer a day's list. */
const DESK_ANSWER_DAYS = 31;
export const MOST_DESK_ANSWERS = 200;

/** `endedAtDesk` as the row holds it: a reopened case has no outcome. */
const ENDED = CLOSING_OUTCOMES.map((outcome) => OUTCOMES.indexOf(outcome));

/**
 * Cases that ended at the desk and nobody has acknowledged, the latest written down first: of whenever they are said to have
 * been received or answered, so that nobody dates one out of the list (rules 1, 4). `now` in milliseconds.
 */
export async function listDeskAnswers(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<readonly DeskAnswer[]> {
  const { officeId, zone, codes } = office;
  const from = new Date(startOfDay(localDay(now, zone) - DESK_ANSWER_DAYS, zone));
  const rows = await readOffice<LineRow & { readonly answer_id: string; readonly recorded_at: string }>(
    desk.pool,
    officeId,
    `select ${LINE_COLUMNS}, t.text_id as answer_id, t.written_at::text as recorded_at
       from case_text t
       join complaint_case c on c.office_id = $1 and c.case_id = t.case_id
      where t.office_id = $1 and t.purpose = 'answer' and t.written_at >= $8 and ${visibleTo(2)}
        and c.state #>> '{answer,text}' = t.text_id::text
        and c.state #>> '{answer,atDesk}' = 'true' and c.state ->> 'deskAnswerAcknowledged' = 'false'
        and c.counted and c.outcome = any ($10::smallint[])
      order by t.written_at desc, t.case_id desc limit $9::int`,
    [officeId, ...viewerParameters(viewerOf(actor, codes)), from, MOST_DESK_ANSWERS, ENDED],
  );
  const found = rows.map((row) => ({
    ...caseLine(row, codes),
    textId: row.answer_id,
    recordedAt: isoInstant(row.recorded_at),
  }));
  const { lines, matters } = await openLines(desk, office, actor, found);
  const texts = await withOffice(
    desk.pool,
    officeId,
    (tx) => readTextsOf(tx, desk.keyring, officeId, lines),
    { readOnly: true },
  );
  return lines.map(({ textId, ...line }) => ({
    ...line,
    matter: matters.get(line.caseId) ?? null,
    answer: texts.get(textId)?.body?.slice(0, BEGINNING).toWellFormed() ?? null,
    answeredBy: texts.get(textId)?.author ?? null,
  }));
}
