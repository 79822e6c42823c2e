import type { Mailer, MailOutcome } from '../../../adapters/mail/open-mailer.ts';
import { MINUTE_MS } from '../../../domain/calendar/instant.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { acknowledgeByMail } from './acknowledge-by-mail.ts';
import { composeMail } from './compose-mail.ts';
import {
  type ClaimedMail,
  claimMail,
  type MailSettled,
  sayWhyMailWaits,
  settleLeftMail,
  settleMail,
} from './mail-queue.store.ts';

export type MailDesk = CaseDesk & {
  /** Null while no server is set up: mail waits. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string | null;
  /** Told of what hinders the writing of a mail; the others go. */
  readonly onFault: (fault: unknown) => void;
  /** Longer than any sending takes; a claim that is older was left by a process that is gone. */
  readonly unsureAfterMs?: number;
};

const UNSURE_AFTER_MS = 5 * MINUTE_MS;
const MOST_AT_ONCE = 200;

/**
 * Sends what waits of an office, one by one: claimed (committed), written, handed to the server, settled. A process that is
 * killed in between leaves its mail `unsure`, and nobody sends that again by himself (decision 0030). Several may run at once.
 * Gives how many the server took. `now` reads the clock in milliseconds.
 */
export async function sendWaitingMail(desk: MailDesk, office: Office, now: () => number): Promise<number> {
  const { officeId } = office;
  await settleLeftMail(desk.pool, officeId, now(), desk.unsureAfterMs ?? UNSURE_AFTER_MS);
  if (desk.mailer === null) {
    await sayWhyMailWaits(desk.pool, officeId, 'no-smtp');
    return 0;
  }
  let sent = 0;
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    const claim = desk.newId();
    const mail = await claimMail(desk.pool, officeId, claim, now());
    if (mail === null) break;
    const settled = await sendOne(desk, desk.mailer, office, mail, now);
    // By itself: whatever an entry of the case meets, what was sent is known to be sent.
    await withOffice(desk.pool, officeId, (tx) => settleMail(tx, officeId, mail.mailId, claim, settled));
    if (settled.state === 'sent') {
      sent += 1;
      await acknowledgeByMail(desk, office, mail, settled.sentAt);
    }
    // The others would fare the same.
    if (settled.state === 'waiting' && settled.why === 'not-reached') {
      await sayWhyMailWaits(desk.pool, officeId, 'not-reached');
      break;
    }
  }
  return sent;
}

async function sendOne(
  desk: MailDesk,
  mailer: Mailer,
  office: Office,
  mail: ClaimedMail,
  now: () => number,
): Promise<MailSettled> {
  const composed = await composeMail(desk, office, mail, desk.publicUrl, now()).catch((fault: unknown) => {
    // Nothing was handed over: whoever looks at the fault finds the mail waiting, not unsure.
    desk.onFault(fault);
    return null;
  });
  if (composed === null) {
    return { state: 'waiting', why: 'put-off', tryAt: now() + 60 * MINUTE_MS, reply: null };
  }
  if (!composed.ok) return { state: 'dropped', why: composed.why, reply: null };
  const { to, subject, text } = composed;
  const outcome = await mailer.send({ id: mail.mailId, to, subject, text });
  return settledBy(outcome, mail.tries, now());
}

/** Waits a minute after the first try, then twice as long each time, at most an hour. */
function settledBy(outcome: MailOutcome, tries: number, now: number): MailSettled {
  const tryAt = now + Math.min(60, 2 ** (tries - 1)) * MINUTE_MS;
  switch (outcome.is) {
    case 'sent':
      return { state: 'sent', sentAt: now, reply: outcome.reply };
    case 'refused':
      return { state: 'dropped', why: 'refused', reply: outcome.reply };
    case 'put-off':
      return { state: 'waiting', why: 'put-off', tryAt, reply: outcome.reply };
    case 'not-reached':
      return { state: 'waiting', why: 'not-reached', tryAt, reply: null };
    case 'unknown':
      return { state: 'unsure', why: 'unknown-outcome', reply: null };
  }
}
