import { isCounted } from '../../../domain/complaint/is-counted.ts';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import type { NoticeCase } from '../../../domain/notices/case-reminders.ts';
import { decideNotices } from '../../../domain/notices/decide-notices.ts';
import { isServiceTime } from '../../../domain/notices/office-day.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { readStaffOfDay } from '../store/those-above.read.ts';
import { countWaitingForCalendar, listNoticedCases, openNoticedCases } from './read-noticed-cases.read.ts';
import { writeMessages } from './write-messages.store.ts';

const PAGE = 250;

/**
 * Tells an office's people what is due, in its service hours; gives how many messages are new. Run again, by another worker
 * or after a crash half way, it tells only what nobody was told before (`now` in milliseconds).
 */
export async function sweepNotices(desk: CaseDesk, office: Office, now: number): Promise<number> {
  const { officeId, data, calendar } = office;
  if (!isServiceTime(calendar, now)) return 0;
  const [caseIds, waitingForCalendar, staff] = await Promise.all([
    listNoticedCases(desk.pool, office, now),
    countWaitingForCalendar(desk, officeId),
    withOffice(desk.pool, officeId, (tx) => readStaffOfDay(tx, desk.keyring, office, now), {
      readOnly: true,
    }),
  ]);
  const asked = { staff, office: data, calendar, waitingForCalendar, now };
  let fresh = await writeMessages(desk, office, decideNotices({ ...asked, cases: [] }), now);
  for (let at = 0; at < caseIds.length; at += PAGE) {
    const cases = await openNoticedCases(desk, officeId, caseIds.slice(at, at + PAGE));
    fresh += await writeMessages(desk, office, decideNotices({ ...asked, cases }), now);
    await watchNoMore(desk, officeId, cases);
  }
  return fresh;
}

/** A finished case of which nothing is awaited is looked at no more; an open one is, until it is finished. */
async function watchNoMore(
  { pool }: Pick<CaseDesk, 'pool'>,
  officeId: number,
  cases: readonly NoticeCase[],
): Promise<void> {
  const over = cases.filter(({ state }) => {
    if (!isCounted(state)) return true;
    const awaited =
      state.outcome === 'pending-elsewhere' ||
      state.documents.deferred.length > 0 ||
      state.duties.some(({ fulfilled }) => !fulfilled);
    return FINISHED.includes(state.status) && !awaited;
  });
  if (over.length === 0) return;
  await withOffice(pool, officeId, (tx) =>
    tx.query('delete from case_watch where office_id = $1 and case_id = any ($2::uuid[])', [
      officeId,
      over.map(({ caseId }) => caseId),
    ]),
  );
}
