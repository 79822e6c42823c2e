import type { ClientBase } from 'pg';
import { CLOCKS, type Clock } from '../../../domain/complaint/vocabulary.ts';
import { NOTICE_CAUSES, type NoticeCause } from '../../../domain/notices/notice-vocabulary.ts';

/** A line of a message as its row has it. */
export type NoticeItem = {
  readonly noticeId: string;
  readonly caseId: string | null;
  readonly cause: NoticeCause;
  readonly clock: Clock | null;
  /** ISO. */
  readonly dueAt: string | null;
};

type Row = {
  readonly notice_id: string;
  readonly case_id: string | null;
  readonly cause: string;
  readonly clock: string | null;
  readonly due_at: Date | null;
};

/** The lines of these messages, the nearest limit first. A line of a cause that this version does not know is left out. */
export async function readNoticeItems(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  noticeIds: readonly string[],
): Promise<readonly NoticeItem[]> {
  const { rows } = await tx.query<Row>(
    `select notice_id, case_id, cause, clock, due_at from notice_item
      where office_id = $1 and notice_id = any ($2::uuid[]) order by due_at nulls last, item_key`,
    [officeId, noticeIds],
  );
  return rows.flatMap((row) => {
    const cause = NOTICE_CAUSES.find((one) => one === row.cause);
    const clock = CLOCKS.find((one) => one === row.clock) ?? null;
    if (cause === undefined) return [];
    return [
      {
        noticeId: row.notice_id,
        caseId: row.case_id,
        cause,
        clock,
        dueAt: row.due_at?.toISOString() ?? null,
      },
    ];
  });
}
