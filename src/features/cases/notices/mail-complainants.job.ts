import { DAY_MS, localDate } from '../../../domain/calendar/instant.ts';
import type { EventType } from '../../../domain/complaint/event.ts';
import { mayMailComplainant } from '../../../domain/notices/may-mail-complainant.ts';
import type { ComplainantMail } from '../../../domain/notices/notice-vocabulary.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { EXAMPLE_SLUG } from '../../offices/example-office.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { EventNotice } from '../store/move-outbox.ts';
import { queueMail } from './mail-queue.store.ts';
import { findReachable } from './reachable.read.ts';

/** The events of which a complainant gets word, with what of. */
export const MAILED_EVENTS: Partial<Readonly<Record<EventType, ComplainantMail>>> = {
  received: 'acknowledged',
  asked: 'asked',
  verified: 'asked',
  answered: 'answered',
  closed: 'closed',
};

/** So long a mail may wait for its server. */
const WAITS_DAYS: Readonly<Record<ComplainantMail, number>> = {
  acknowledged: 3,
  asked: 7,
  answered: 7,
  closed: 7,
};

/**
 * Queues word to complainants of what just happened, where they left an address and the case allows it; asked again at its
 * sending. Nothing of the invented office, and nothing of what was written down more than a day ago. Told twice, one is
 * queued. Gives how many are reached. `now` in milliseconds.
 */
export async function mailComplainants(
  desk: CaseDesk,
  office: Office,
  notices: readonly EventNotice[],
  now: number,
): Promise<number> {
  const { officeId, zone, slug } = office;
  const told = notices.filter(({ type }) => MAILED_EVENTS[type] !== undefined);
  if (told.length === 0 || slug === EXAMPLE_SLUG) return 0;
  const reachable = await findReachable(desk, officeId, [...new Set(told.map(({ caseId }) => caseId))]);
  let count = 0;
  for (const { caseId, seq, type } of told) {
    const kind = MAILED_EVENTS[type];
    const reached = reachable.find((one) => one.caseId === caseId);
    if (kind === undefined || reached === undefined) continue;
    const { state, identity, address, safeWay } = reached;
    if (!mayMailComplainant(state, kind, address, safeWay)) continue;
    await withOffice(desk.pool, officeId, async (tx) => {
      const { rows } = await tx.query<{ recorded_at: Date }>(
        'select recorded_at from case_event where office_id = $1 and case_id = $2 and seq = $3',
        [officeId, caseId, seq],
      );
      const recordedAt = rows[0]?.recorded_at.getTime();
      if (recordedAt === undefined || now - recordedAt > DAY_MS) return;
      await queueMail(tx, office, {
        ...{ mailId: desk.newId(), kind, person: identity, noticeId: null, caseId, now },
        // By the day of the entry, so that a clock that moved queues it once.
        onDay: localDate(recordedAt, zone),
        causeKey: `${kind}/${caseId}/${seq}`,
        staleAt: now + WAITS_DAYS[kind] * DAY_MS,
      });
      count += 1;
    });
  }
  return count;
}
