import type { ClientBase, Pool } from 'pg';
import type { MailKind, MailReason } from '../../../domain/notices/notice-vocabulary.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { EXAMPLE_SLUG } from '../../offices/example-office.ts';
import type { Office } from '../../offices/office.read.ts';

export type NewMail = {
  readonly mailId: string;
  readonly kind: MailKind;
  /** An account, or of a complainant the identity. */
  readonly person: string;
  readonly noticeId: string | null;
  readonly caseId: string | null;
  readonly onDay: string;
  /** Nobody has two mails of one cause on one day. */
  readonly causeKey: string;
  /** Milliseconds. */
  readonly now: number;
  readonly staleAt: number;
};

/** Nothing of the invented office: nobody reads there. */
export async function queueMail(
  tx: Pick<ClientBase, 'query'>,
  { officeId, slug }: Office,
  mail: NewMail,
): Promise<void> {
  if (slug === EXAMPLE_SLUG) return;
  await tx.query(
    `insert into mail (office_id, mail_id, kind, person, notice_id, case_id, on_day, cause_key, state, queued_at, try_at, stale_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9, $10)
     on conflict (office_id, person, on_day, cause_key) do nothing`,
    [
      officeId,
      mail.mailId,
      mail.kind,
      mail.person,
      mail.noticeId,
      mail.caseId,
      mail.onDay,
      mail.causeKey,
      new Date(mail.now),
      new Date(mail.staleAt),
    ],
  );
}

/** A mail that one process took on: nobody else sends it. */
export type ClaimedMail = {
  readonly mailId: string;
  readonly kind: MailKind;
  readonly person: string;
  readonly noticeId: string | null;
  readonly caseId: string | null;
  readonly tries: number;
};

/**
 * Before anything is sent: what is too old goes (`stale`), and what a process took on and never settled is `unsure`. It may
 * have been taken, so that it is not sent again by itself (decision 0030).
 */
export async function settleLeftMail(
  pool: Pool,
  officeId: number,
  now: number,
  unsureAfterMs: number,
): Promise<void> {
  await withOffice(pool, officeId, async (tx) => {
    await tx.query(
      `update mail set state = 'dropped', why = 'stale' where office_id = $1 and state = 'waiting' and stale_at <= $2`,
      [officeId, new Date(now)],
    );
    await tx.query(
      `update mail set state = 'unsure', why = 'unknown-outcome'
        where office_id = $1 and state = 'sending' and claimed_at < now() - make_interval(secs => $2::float8 / 1000)`,
      [officeId, unsureAfterMs],
    );
  });
}

/** Why everything waits that waits now. */
export async function sayWhyMailWaits(pool: Pool, officeId: number, why: MailReason): Promise<void> {
  await withOffice(pool, officeId, (tx) =>
    tx.query(
      `update mail set why = $2 where office_id = $1 and state = 'waiting' and why is distinct from $2`,
      [officeId, why],
    ),
  );
}

/** The next mail whose time has come, or null. What was queued under a clock that stood ahead does not wait for it. */
export async function claimMail(
  pool: Pool,
  officeId: number,
  claim: string,
  now: number,
): Promise<ClaimedMail | null> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<ClaimedMail>(
      `update mail m set state = 'sending', claim = $2, claimed_at = now(), tries = tries + 1
        where m.office_id = $1 and m.mail_id = (
          select mail_id from mail
           where office_id = $1 and state = 'waiting' and (try_at <= $3 or queued_at > $3)
           order by try_at, mail_id for update skip locked limit 1)
       returning mail_id as "mailId", kind, person, notice_id as "noticeId", case_id as "caseId", tries`,
      [officeId, claim, new Date(now)],
    );
    return rows[0] ?? null;
  });
}

export type MailSettled =
  | { readonly state: 'sent'; readonly sentAt: number; readonly reply: number }
  | {
      readonly state: 'waiting';
      readonly why: MailReason;
      readonly tryAt: number;
      readonly reply: number | null;
    }
  | { readonly state: 'dropped' | 'unsure'; readonly why: MailReason; readonly reply: number | null };

/** What became of it, said by whoever took it on, also where others called it unsure meanwhile. */
export async function settleMail(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  mailId: string,
  claim: string,
  settled: MailSettled,
): Promise<void> {
  const { state } = settled;
  await tx.query(
    `update mail set state = $4, why = $5, try_at = coalesce($6, try_at), sent_at = $7, reply = $8
      where office_id = $1 and mail_id = $2 and claim = $3 and state in ('sending', 'unsure')`,
    [
      officeId,
      mailId,
      claim,
      state,
      state === 'sent' ? null : settled.why,
      state === 'waiting' ? new Date(settled.tryAt) : null,
      state === 'sent' ? new Date(settled.sentAt) : null,
      settled.reply,
    ],
  );
}
