import type { Pool } from 'pg';
import { noticeStands } from '../../../domain/notices/notice-stands.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notices/notice-vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { isoInstant } from '../../../platform/database/read-instant.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { type NoticeItem, readNoticeItems } from './notice-items.read.ts';
import { openNoticedCases } from './read-noticed-cases.read.ts';

/** Where the next page begins. */
export type NoticePlace = { readonly at: string; readonly noticeId: string };

export type ListedItem = Pick<NoticeItem, 'cause' | 'dueAt'> & {
  /** Null where it is of no case. */
  readonly ticket: string | null;
  /** Still so; what was done meanwhile is shown as settled. */
  readonly stands: boolean;
};
export type ListedNotice = {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  /** YYYY-MM-DD in the office's zone. */
  readonly day: string;
  readonly round: number;
  readonly unread: boolean;
  readonly items: readonly ListedItem[];
  /** Lines of cases that are not open to this reader now. */
  readonly withheld: number;
};

type Row = {
  readonly notice_id: string;
  readonly kind: string;
  readonly day: string;
  readonly told_at: string;
  readonly round: number;
  readonly unread: boolean;
};

/** What this person was told, the newest first; lines of cases that he may not read now are only counted (rules 6, 27, 28). */
export async function listNotices(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  office: Office,
  actor: CaseActor,
  { after, limit }: { readonly after: NoticePlace | null; readonly limit: number },
): Promise<{ readonly notices: readonly ListedNotice[]; readonly next: NoticePlace | null }> {
  const { officeId } = office;
  if (actor.account === null) return { notices: [], next: null };
  const rows = await readOffice<Row>(
    desk.pool,
    officeId,
    `select notice_id, kind, on_day::text as day, told_at::text, round, read_at is null as unread from notice
      where office_id = $1 and account_id = $2
        and (told_at, notice_id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by told_at desc, notice_id desc limit $5::int`,
    [officeId, actor.account, after?.at ?? null, after?.noticeId ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const items = await withOffice(
    desk.pool,
    officeId,
    (tx) =>
      readNoticeItems(
        tx,
        officeId,
        shown.map(({ notice_id }) => notice_id),
      ),
    { readOnly: true },
  );
  const caseIds = [...new Set(items.flatMap(({ caseId }) => caseId ?? []))];
  const states = new Map(
    (await openNoticedCases(desk, officeId, caseIds)).map((one) => [one.caseId, one.state]),
  );
  const notices = shown.map((row): ListedNotice => {
    const own = items.filter(({ noticeId }) => noticeId === row.notice_id);
    const listed = own.flatMap((item): readonly ListedItem[] => {
      const { cause, dueAt, caseId } = item;
      if (caseId === null) return [{ cause, dueAt, ticket: null, stands: true }];
      const state = states.get(caseId);
      if (state === undefined || !mayRead(actor, state)) return [];
      return [{ cause, dueAt, ticket: state.ticket, stands: noticeStands(item, state) }];
    });
    const kind = NOTICE_KINDS.find((one) => one === row.kind) ?? 'digest';
    const { notice_id: noticeId, day, round, unread } = row;
    return { noticeId, kind, day, round, unread, items: listed, withheld: own.length - listed.length };
  });
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { notices, next: more ? { at: isoInstant(last.told_at), noticeId: last.notice_id } : null };
}

/** As many as are counted for the bell. */
const MOST_COUNTED = 99;

/** Messages that this person has not read and of which something may be read by him now; at most 99. */
export async function countUnread(pool: Pool, office: Office, actor: CaseActor): Promise<number> {
  if (actor.account === null) return 0;
  const [row] = await readOffice<{ count: number }>(
    pool,
    office.officeId,
    `select count(*)::int as count from (
       select from notice n
        where n.office_id = $1 and n.account_id = $2 and n.read_at is null
          and exists (
            select from notice_item i left join complaint_case c on c.office_id = i.office_id and c.case_id = i.case_id
             where i.office_id = $1 and i.notice_id = n.notice_id and (i.case_id is null or ${visibleTo(3)}))
        limit ${MOST_COUNTED}) unread`,
    [office.officeId, actor.account, ...viewerParameters(viewerOf(actor, office.codes))],
  );
  return row?.count ?? 0;
}
