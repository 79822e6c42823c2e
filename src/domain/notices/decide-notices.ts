import type { Calendar } from '../calendar/calendar.ts';
import type { EpochMs } from '../calendar/instant.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import { caseReminders, type NoticeCase } from './case-reminders.ts';
import type { NoticeDue } from './notice-due.ts';
import { noticeRecipients } from './notice-recipients.ts';
import { isServiceTime } from './office-day.ts';
import { officeReminders } from './office-reminders.ts';

export type NoticeQuestion = {
  readonly cases: readonly NoticeCase[];
  /** Everybody who works in the office today, with all his roles. */
  readonly staff: readonly CaseActor[];
  readonly office: OfficeData;
  readonly calendar: Calendar;
  /** How many open cases wait for a calendar that is not loaded. */
  readonly waitingForCalendar: number;
  /** Milliseconds. */
  readonly now: EpochMs;
};

/**
 * What each person is to be told now; outside service hours nothing (urgent cases go another way: `urgent-call.ts`). A
 * restricted case is a message of its own, all else goes into the one of the day (rule 20).
 */
export function decideNotices(asked: NoticeQuestion): readonly NoticeDue[] {
  const { cases, staff, office, calendar, now } = asked;
  if (!isServiceTime(calendar, now)) return [];
  const ofCases = cases.flatMap((one) => {
    const kind = one.state.marks.restricted ? 'restricted' : 'digest';
    return caseReminders(one, office, calendar, now).flatMap(({ audience, ...what }) =>
      noticeRecipients(one.state, audience, staff, office).map(
        (account) => ({ account, kind, ...what }) as const,
      ),
    );
  });
  return [...ofCases, ...officeReminders(asked)];
}
