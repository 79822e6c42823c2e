import { HOUR_MS, localDate, localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { gatherMessages, type Message, toldKey } from '../../../domain/notices/gather-messages.ts';
import type { NoticeDue } from '../../../domain/notices/notice-due.ts';
import { advisoryLock } from '../../../platform/database/advisory-locks.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { queueMail } from './mail-queue.store.ts';

/** Stands for "no case" where a message is a digest. */
export const NO_SUBJECT = '00000000-0000-0000-0000-000000000000';

const NOTICE_LOCK = advisoryLock('notices');

/** One writer of an office's messages at a time, to the end of the transaction: two workers tell nobody twice. */
export async function lockNotices(tx: Tx, officeId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [NOTICE_LOCK, officeId]);
}

/**
 * Writes down what is due and was never told to that person: into the message of that day, whose mail is queued with its first
 * line only (rule 20). Gives how many messages are new. `now` in milliseconds.
 */
export function writeMessages(
  desk: Pick<CaseDesk, 'pool' | 'newId'>,
  office: Office,
  dues: readonly NoticeDue[],
  now: number,
): Promise<number> {
  if (dues.length === 0) return Promise.resolve(0);
  const { officeId, zone } = office;
  return withOffice(desk.pool, officeId, async (tx) => {
    await lockNotices(tx, officeId);
    const told = await readTold(tx, officeId, dues);
    let fresh = 0;
    for (const message of gatherMessages(dues, localDate(now, zone), told)) {
      const subject = message.caseId ?? NO_SUBJECT;
      const { noticeId, isNew } = await putNotice(tx, desk, office, { ...message, subject }, now);
      await putItems(tx, officeId, noticeId, message.items);
      if (!isNew) continue;
      fresh += 1;
      const endOfDay = startOfDay(localDay(now, zone) + 1, zone);
      await queueMail(tx, office, {
        ...{ mailId: desk.newId(), kind: message.kind, person: message.account, noticeId, now },
        ...{ caseId: message.caseId, onDay: message.day },
        causeKey: message.kind === 'digest' ? 'digest' : `${message.kind}/${subject}`,
        // A reminder of yesterday helps nobody: tomorrow has its own.
        staleAt: message.kind === 'digest' ? endOfDay : now + 24 * HOUR_MS,
      });
    }
    return fresh;
  });
}

async function readTold(tx: Tx, officeId: number, dues: readonly NoticeDue[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ account: string; key: string }>(
    `select i.account_id account, i.item_key key from notice_item i
       join unnest($2::uuid[], $3::text[]) asked (account_id, item_key) using (account_id, item_key)
      where i.office_id = $1`,
    [officeId, dues.map(({ account }) => account), dues.map(({ key }) => key)],
  );
  return new Set(rows.map(toldKey));
}

export type Told = Pick<Message, 'account' | 'day'> & {
  readonly kind: Message['kind'] | 'urgent';
  readonly subject: string;
  /** Of calls for an urgent case. */
  readonly round?: number;
};

/** The message of that person, day and subject: made, or there and unread again. */
export async function putNotice(
  tx: Tx,
  desk: Pick<CaseDesk, 'newId'>,
  { officeId }: Office,
  { account, kind, day, subject, round = 1 }: Told,
  now: number,
): Promise<{ readonly noticeId: string; readonly isNew: boolean }> {
  const noticeId = desk.newId();
  const { rows } = await tx.query<{ notice_id: string }>(
    `insert into notice (office_id, notice_id, account_id, kind, on_day, subject, told_at, round)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (office_id, account_id, on_day, kind, subject)
       do update set told_at = excluded.told_at, round = greatest(notice.round, excluded.round), read_at = null
     returning notice_id`,
    [officeId, noticeId, account, kind, day, subject, new Date(now), round],
  );
  const stands = rows[0]?.notice_id ?? noticeId;
  return { noticeId: stands, isNew: stands === noticeId };
}

export async function putItems(
  tx: Tx,
  officeId: number,
  noticeId: string,
  items: readonly Pick<NoticeDue, 'account' | 'key' | 'caseId' | 'cause' | 'clock' | 'dueAt'>[],
): Promise<void> {
  await tx.query(
    `insert into notice_item (office_id, account_id, item_key, notice_id, case_id, cause, clock, due_at)
     select $1, n.account_id, n.item_key, $2, n.case_id, n.cause, n.clock, n.due_at
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[])
         n (account_id, item_key, case_id, cause, clock, due_at)
     on conflict do nothing`,
    [
      officeId,
      noticeId,
      items.map(({ account }) => account),
      items.map(({ key }) => key),
      items.map(({ caseId }) => caseId),
      items.map(({ cause }) => cause),
      items.map(({ clock }) => clock),
      items.map(({ dueAt }) => dueAt),
    ],
  );
}
