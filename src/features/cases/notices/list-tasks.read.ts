import { caseReminders } from '../../../domain/notices/case-reminders.ts';
import { noticeRecipients } from '../../../domain/notices/notice-recipients.ts';
import type { NoticeCause } from '../../../domain/notices/notice-vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { readStaffOfDay } from '../store/those-above.read.ts';
import { listAwaitedCases, openNoticedCases } from './read-noticed-cases.read.ts';

/** What waits for this person until it is done, beside the limits that every list shows. */
export type OwnTask = {
  readonly ticket: string;
  readonly cause: NoticeCause;
  /** ISO; null where it has no day. */
  readonly dueAt: string | null;
};

const TASKS: ReadonlySet<NoticeCause> = new Set([
  'look-again',
  'papers-deferred',
  'duty-before',
  'duty-at',
  'duty-after',
  'window-over',
  'safe-referral',
]);

/**
 * The tasks of this person as the cases stand: a result to look at again (rule 26), duties (rule 30), papers that are
 * *menyusul* (rule 23), answers whose window is over. By the very decision that reminds of them; the nearest day first.
 */
export async function listOwnTasks(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<readonly OwnTask[]> {
  const { officeId, data, calendar } = office;
  const [caseIds, staff] = await Promise.all([
    listAwaitedCases(desk.pool, officeId),
    withOffice(desk.pool, officeId, (tx) => readStaffOfDay(tx, desk.keyring, office, now), {
      readOnly: true,
    }),
  ]);
  const cases = await openNoticedCases(desk, officeId, caseIds);
  const tasks = cases.flatMap(({ caseId, state }) =>
    caseReminders({ caseId, state }, data, calendar, now)
      .filter(({ cause, audience }) => {
        const own = actor.account !== null && TASKS.has(cause);
        return own && noticeRecipients(state, audience, staff, data).includes(actor.account);
      })
      .map(({ cause, dueAt }) => ({ ticket: state.ticket, cause, dueAt })),
  );
  return tasks.toSorted((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1));
}
