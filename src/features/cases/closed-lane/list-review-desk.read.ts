import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { type LaneStage, laneStage } from '../../../domain/complaint/lane-stage.ts';
import { BEFORE_THE_ANSWER } from '../../../domain/complaint/status-sets.ts';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

export type LaneLine = CaseLine & { readonly stage: LaneStage; readonly reviewers: readonly string[] };
export type ReviewDesk = {
  /** Rule 27: what came in and nobody has looked at yet, the longest waiting first; only where the office's decree says so. */
  readonly incoming: readonly CaseLine[];
  /** Telaah under way or decided on, and the closed lane, as far as this reader may read them. */
  readonly lane: readonly LaneLine[];
  /** Cases of the closed lane that this reader does not read: their number and nothing else. */
  readonly withheld: number;
};

export const MOST_INCOMING = 100;
const MOST_IN_LANE = 300;
const BEFORE = BEFORE_THE_ANSWER.map((status) => STATUSES.indexOf(status));

/** What the review team, the examiners and the head have before them (rule 27). Only what the reader may read, by sealed states. */
export function listReviewDesk(desk: CaseDesk, office: Office, actor: CaseActor): Promise<ReviewDesk> {
  const { officeId, codes, data } = office;
  const looks = data.review.firstLook && actor.may.has('review/recommend') && actor.may.has('review/start');
  const viewer = viewerParameters(viewerOf(actor, codes));
  const read = async (
    tx: Tx,
    where: string,
    order: string,
    limit: number,
  ): Promise<readonly (CaseLine & { readonly state: CaseState })[]> => {
    const { rows } = await tx.query<LineRow & SealedCaseRow>(
      `select ${OPENED_COLUMNS}, ${LINE_COLUMNS} from complaint_case c
        where c.office_id = $1 and c.counted and ${visibleTo(2)} and ${where} order by ${order}, c.case_id limit ${limit}`,
      [officeId, ...viewer, BEFORE],
    );
    return rows.flatMap((row) => {
      const state = openStateBeside(desk.keyring, row);
      return state !== null && mayRead(actor, state) ? [{ ...caseLine(row, codes), state }] : [];
    });
  };
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const incoming = looks
        ? await read(
            tx,
            `c.is_open and not c.restricted and c.status = any ($8::smallint[]) and c.state ->> 'review' is null`,
            'c.received_at',
            MOST_INCOMING,
          )
        : [];
      const known = await read(
        tx,
        `(c.is_open or c.restricted) and c.state ->> 'review' is not null and $8::smallint[] is not null`,
        'c.due_at',
        MOST_IN_LANE,
      );
      const { rows } = await tx.query<{ n: number }>(
        `select count(*)::int n from complaint_case c where c.office_id = $1 and c.is_open and c.restricted and c.counted`,
        [officeId],
      );
      const lane = known.flatMap(({ state, ...line }) => {
        const stage = laneStage(state);
        return stage === null || stage === 'over'
          ? []
          : [{ ...line, stage, reviewers: state.review?.reviewers ?? [] }];
      });
      const readable = known.filter((line) => line.restricted && line.isOpen).length;
      return {
        incoming: incoming.filter(({ state }) => state.review === null).map(({ state: _, ...line }) => line),
        lane,
        withheld: Math.max(0, (rows[0]?.n ?? 0) - readable),
      };
    },
    { readOnly: true },
  );
}
