import type { Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { LaneStage } from '../../../domain/complaint/lane-stage.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import type { CaseLine } from '../store/case-line.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { type LaneLine, listReviewDesk, MOST_INCOMING } from './list-review-desk.read.ts';
import { type LaneGroup, ReviewDeskView, type ReviewRow } from './review-desk.view.tsx';

/** Who may stand before this desk: reviewers, examiners, and who decides on them (rule 27). */
export const REVIEW_PERMISSIONS = [
  'review/recommend',
  'review/decide',
  'investigation/assess',
  'investigation/assign',
] as const;

/** `/petugas/telaah`: what waits for a telaah, for the head's decision, and the closed lane as far as the reader may read it. */
export function reviewDeskPage(desk: CasePagesDesk): Handler {
  return staffPage(desk, REVIEW_PERMISSIONS, async (c, work) => {
    const words = wordsFor(c);
    const { office, actor } = work;
    const [{ incoming, lane, withheld }, colleagues] = await Promise.all([
      listReviewDesk(desk.cases, office, actor),
      listColleagues(desk.pool, office),
    ]);
    const { lines, matters } = await openLines(desk.cases, office, actor, incoming);
    const nameOf = (account: string) => colleagues.find(({ value }) => value === account)?.label ?? '';
    const body = (
      <ReviewDeskView
        staff={work.face}
        firstLook={office.data.review.firstLook && actor.may.has('review/recommend')}
        incoming={lines.map((line) => ({
          ...rowOf(line, office, words),
          href: `/petugas/telaah/${line.ticket}`,
          matter: matters.get(line.caseId) ?? null,
        }))}
        more={incoming.length === MOST_INCOMING}
        groups={groupsOf(lane, actor.account, office, words, nameOf)}
        withheld={withheld}
        done={c.req.query('selesai') === 'telaah' ? words('lane.done') : null}
      />
    );
    return page(c, desk, { title: words('lane.page') }, body);
  });
}

/** In the order of the lane; what waits for the reader himself is told first within its step. */
const SHOWN = [
  'recommend',
  'decide',
  'inspectorate',
  'assign',
  'assess',
  'examine',
  'not-worthy',
  'sanction',
  'duties',
  'answer',
] as const satisfies readonly LaneStage[];

function groupsOf(
  lane: readonly LaneLine[],
  account: string | null,
  office: Office,
  words: Words,
  nameOf: (account: string) => string,
): readonly LaneGroup[] {
  return SHOWN.map((stage) => ({
    stage,
    title: words(`lane.stage.${stage}`),
    next: words(`lane.next.${stage}`),
    rows: lane
      .filter((line) => line.stage === stage)
      .map((line) => {
        const mine = stage === 'recommend' && account !== null && line.reviewers.includes(account);
        return {
          ...rowOf(line, office, words),
          href: mine ? `/petugas/telaah/${line.ticket}` : `/petugas/kasus/${line.ticket}`,
          // What a restricted case says is read on its own page, where each reading is written down.
          matter: null,
          restricted: line.restricted,
          who: stage === 'recommend' ? line.reviewers.map(nameOf).filter(Boolean).join(', ') : '',
        };
      }),
  })).filter(({ rows }) => rows.length > 0);
}

function rowOf(
  line: CaseLine,
  { zone, named, data }: Office,
  words: Words,
): Omit<ReviewRow, 'href' | 'matter'> {
  return {
    ticket: line.ticket,
    registerNo: line.registerNumber,
    about: labelOf(named.services, line.service) || labelOf(data.kinds, line.kind),
    received: formatInstant(Date.parse(line.receivedAt), zone, words.language),
    urgent: line.urgent,
    protected: line.protected,
  };
}
