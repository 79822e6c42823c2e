import type { Pool } from 'pg';
import { DAY_MS } from '../../../domain/calendar/instant.ts';
import {
  MAIL_KINDS,
  MAIL_REASONS,
  MAIL_STATES,
  type MailKind,
  type MailReason,
  type MailState,
} from '../../../domain/notices/notice-vocabulary.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import { withOffice } from '../../../platform/database/transaction.ts';

/** A mail as an administrator sees it: whom of the staff, but nothing of a case. */
export type ListedMail = {
  readonly mailId: string;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly why: MailReason | null;
  readonly reply: number | null;
  /** Name of the account; null of a complainant. */
  readonly to: string | null;
  readonly since: Date;
};

const MOST = 100;
/** So far back lists and counts look. */
const BACK_MS = 7 * DAY_MS;

/** What waits, is unsure, or was not sent lately; the newest first, what waits for a decision before all. */
export async function listMails(pool: Pool, officeId: number, now: number): Promise<readonly ListedMail[]> {
  const rows = await readOffice<Stored & Pick<ListedMail, 'mailId' | 'reply' | 'to' | 'since'>>(
    pool,
    officeId,
    `select m.mail_id as "mailId", m.kind, m.state, m.why, m.reply, a.name as "to", m.queued_at as since
       from mail m left join account a on a.office_id = m.office_id and a.account_id = m.person
      where m.office_id = $1 and (m.state in ('waiting', 'sending', 'unsure') or (m.state = 'dropped' and m.queued_at > $2))
        and coalesce(m.why, '') not in ('not-wanted', 'nothing-left', 'discarded')
        and not (m.kind = 'urgent' and m.why = 'stale')
      order by m.state <> 'unsure', m.state = 'dropped', m.queued_at desc, m.mail_id desc limit ${MOST}`,
    [officeId, new Date(now - BACK_MS)],
  );
  return rows.flatMap(known);
}

export type MailCounts = Readonly<Record<'waiting' | 'unsure' | 'sent' | 'dropped', number>>;

export async function countMails(pool: Pool, officeId: number, now: number): Promise<MailCounts> {
  const [row] = await readOffice<MailCounts>(
    pool,
    officeId,
    `select count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
       count(*) filter (where state = 'unsure')::int as unsure,
       count(*) filter (where state = 'sent' and queued_at > $2)::int as sent,
       count(*) filter (where state = 'dropped' and queued_at > $2)::int as dropped
     from mail where office_id = $1 and (queued_at > $2 or state <> 'sent')`,
    [officeId, new Date(now - BACK_MS)],
  );
  return row ?? { waiting: 0, unsure: 0, sent: 0, dropped: 0 };
}

/**
 * An administrator decides on a mail that is unsure, or on one that waits: sent again under the same message number, for at
 * least a day, or not at all. False where it waits for no decision.
 */
export async function decideOnMail(
  pool: Pool,
  officeId: number,
  { mailId, again }: { readonly mailId: string; readonly again: boolean },
  now: number,
): Promise<boolean> {
  return withOffice(pool, officeId, async (tx) => {
    const { rowCount } = again
      ? await tx.query(
          `update mail set state = 'waiting', why = null, claim = null, try_at = $3, stale_at = greatest(stale_at, $4)
            where office_id = $1 and mail_id = $2 and state = 'unsure'`,
          [officeId, mailId, new Date(now), new Date(now + DAY_MS)],
        )
      : await tx.query(
          `update mail set state = 'dropped', why = 'discarded'
            where office_id = $1 and mail_id = $2 and state in ('unsure', 'waiting')`,
          [officeId, mailId],
        );
    return rowCount === 1;
  });
}

export type CaseMail = Pick<ListedMail, 'mailId' | 'kind' | 'state' | 'why'> & { readonly at: Date };

/** What went to the complainant of a case or waits for it, and since when the mail server has it: no proof that he read it. */
export async function listCaseMails(
  pool: Pool,
  officeId: number,
  caseId: string,
): Promise<readonly CaseMail[]> {
  const rows = await readOffice<Stored & { readonly mailId: string; readonly at: Date }>(
    pool,
    officeId,
    `select mail_id as "mailId", kind, state, why, coalesce(sent_at, queued_at) as at from mail
      where office_id = $1 and case_id = $2 and notice_id is null order by queued_at, mail_id limit 20`,
    [officeId, caseId],
  );
  return rows.flatMap(known);
}

type Stored = { readonly kind: string; readonly state: string; readonly why: string | null };

/** The row with the words that this version knows. */
function known<R extends Stored>({ kind, state, why, ...row }: R) {
  const mail = MAIL_KINDS.find((one) => one === kind);
  const stands = MAIL_STATES.find((one) => one === state);
  if (mail === undefined || stands === undefined) return [];
  return [{ ...row, kind: mail, state: stands, why: MAIL_REASONS.find((one) => one === why) ?? null }];
}
