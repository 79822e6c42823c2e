import { localDate, MINUTE_MS } from '../../../domain/calendar/instant.ts';
import type { NoticeCase } from '../../../domain/notices/case-reminders.ts';
import { reminderRulesOf } from '../../../domain/notices/reminder-rules.ts';
import { awaitsAcceptance, urgentRecipients, urgentRound } from '../../../domain/notices/urgent-call.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { listIdleUrgent } from '../lists/list-urgent-idle.read.ts';
import { readStaffOfDay } from '../store/those-above.read.ts';
import { queueMail } from './mail-queue.store.ts';
import { listUrgentCases, openNoticedCases } from './read-noticed-cases.read.ts';
import { lockNotices, putItems, putNotice } from './write-messages.store.ts';

export type UrgentCalls = {
  /** Rounds of calls that were made now. */
  readonly rounds: number;
  /** Cases for which nobody of the office could be called, by id. */
  readonly nobody: readonly string[];
};

/**
 * Calls whoever is on duty for urgent cases that nobody has accepted, by every way they have, at any hour, and again until
 * somebody accepts (rule 5). An hour by the clock without an entry goes to the head. `now` in milliseconds.
 */
export async function callUrgent(desk: CaseDesk, office: Office, now: number): Promise<UrgentCalls> {
  const { officeId } = office;
  const cases = await openNoticedCases(desk, officeId, await listUrgentCases(desk.pool, officeId));
  if (cases.length === 0) return { rounds: 0, nobody: [] };
  const idle = new Set(await listIdleUrgent(desk.pool, officeId, now));
  return withOffice(desk.pool, officeId, async (tx) => {
    await lockNotices(tx, officeId);
    const staff = await readStaffOfDay(tx, desk.keyring, office, now);
    const nobody: string[] = [];
    let rounds = 0;
    for (const one of cases) {
      const called = await callFor(tx, desk, office, one, staff, now);
      if (called === 'nobody') nobody.push(one.caseId);
      if (called === 'called') rounds += 1;
      if (idle.has(one.caseId)) await tellHead(tx, desk, office, one, staff, now);
    }
    return { rounds, nobody };
  });
}

async function callFor(
  tx: Tx,
  desk: CaseDesk,
  office: Office,
  { caseId, state }: NoticeCase,
  staff: readonly CaseActor[],
  now: number,
): Promise<'called' | 'nobody' | 'not-due'> {
  const { officeId, data } = office;
  if (!awaitsAcceptance(state)) return 'not-due';
  const { rows } = await tx.query<{ round: number; called_at: Date }>(
    'select round, called_at from urgent_call where office_id = $1 and case_id = $2',
    [officeId, caseId],
  );
  const last = rows[0] === undefined ? null : { round: rows[0].round, at: rows[0].called_at.getTime() };
  const round = urgentRound(state, data, last, now);
  if (round === null) return 'not-due';
  await tx.query(
    `insert into urgent_call (office_id, case_id, round, called_at) values ($1, $2, $3, $4)
     on conflict (office_id, case_id) do update set round = excluded.round, called_at = excluded.called_at`,
    [officeId, caseId, round, new Date(now)],
  );
  const today = localDate(now, office.zone);
  const accounts = urgentRecipients(state, staff, data);
  for (const account of accounts) {
    const day = await dayOfCalls(tx, officeId, account, caseId, today);
    const told = { account, kind: 'urgent', day, subject: caseId, round } as const;
    const { noticeId } = await putNotice(tx, desk, office, told, now);
    const item = {
      account,
      key: `${caseId}/urgent`,
      caseId,
      cause: 'urgent',
      clock: null,
      dueAt: null,
    } as const;
    await putItems(tx, officeId, noticeId, [item]);
    await queueMail(tx, office, {
      ...{ mailId: desk.newId(), kind: 'urgent', person: account, noticeId, caseId, onDay: today, now },
      causeKey: `urgent/${caseId}/${round}`,
      // The next round says it again.
      staleAt: now + 2 * reminderRulesOf(data).urgentEveryMinutes * MINUTE_MS,
    });
  }
  return accounts.length === 0 ? 'nobody' : 'called';
}

/** Urgent without an entry for an hour: those who decide for the office see it, each told once a day. */
async function tellHead(
  tx: Tx,
  desk: CaseDesk,
  office: Office,
  { caseId, state }: NoticeCase,
  staff: readonly CaseActor[],
  now: number,
): Promise<void> {
  const day = localDate(now, office.zone);
  for (const head of staff.filter(({ may }) => may.has('review/decide'))) {
    if (head.account === null || !mayRead(head, state)) continue;
    const key = `${caseId}/idle/${day}`;
    const { rowCount } = await tx.query(
      'select from notice_item where office_id = $1 and account_id = $2 and item_key = $3',
      [office.officeId, head.account, key],
    );
    if (rowCount !== 0) continue;
    const since = await dayOfCalls(tx, office.officeId, head.account, caseId, day);
    const told = { account: head.account, kind: 'urgent', day: since, subject: caseId } as const;
    const { noticeId } = await putNotice(tx, desk, office, told, now);
    const item = {
      account: head.account,
      key,
      caseId,
      cause: 'urgent-idle',
      clock: null,
      dueAt: null,
    } as const;
    await putItems(tx, office.officeId, noticeId, [item]);
  }
}

/** The calls for a case are one message to a person, however many days they take: that of the day on which they began. */
async function dayOfCalls(
  tx: Tx,
  officeId: number,
  account: string,
  caseId: string,
  today: string,
): Promise<string> {
  const { rows } = await tx.query<{ day: string }>(
    `select on_day::text as day from notice
      where office_id = $1 and account_id = $2 and kind = 'urgent' and subject = $3 order by on_day desc limit 1`,
    [officeId, account, caseId],
  );
  return rows[0]?.day ?? today;
}
