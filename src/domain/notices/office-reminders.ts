import type { Calendar } from '../calendar/calendar.ts';
import { civilDateOf, epochDayOf, toIsoDate } from '../calendar/epoch-day.ts';
import { type EpochMs, localDay, startOfDay } from '../calendar/instant.ts';
import { instantOf } from '../complaint/instant-ms.ts';
import type { CaseActor } from '../people/case-actor.ts';
import type { Permission } from '../people/permissions.ts';
import type { NoticeDue } from './notice-due.ts';
import { officeDayUpTo } from './office-day.ts';

/** The recap of a month is there by this day of the next (rule 38). */
const RECAP_DAY = 5;
/** So long before a year begins its calendar is asked for. */
const CALENDAR_AHEAD_DAYS = 45;

/**
 * What concerns no case: on the 5th, or the working day before it, the recap of the month (rule 38) to whoever builds reports;
 * a calendar that is not loaded, to whoever administers the office, once a month.
 */
export function officeReminders(asked: {
  readonly staff: readonly CaseActor[];
  readonly calendar: Calendar;
  readonly waitingForCalendar: number;
  readonly now: EpochMs;
}): readonly NoticeDue[] {
  const { staff, calendar, waitingForCalendar, now } = asked;
  const today = localDay(now, calendar.zone);
  const { year, month } = civilDateOf(today);
  const fifth = epochDayOf(year, month, RECAP_DAY);
  const none = { kind: 'digest', caseId: null, clock: null, dueAt: null } as const;
  const tell = (permission: Permission, what: Omit<NoticeDue, 'account'>): readonly NoticeDue[] =>
    staff.flatMap(({ account, may }) =>
      account !== null && may.has(permission) ? [{ account, ...what }] : [],
    );
  const recap =
    today >= officeDayUpTo(calendar, fifth) && today <= fifth
      ? tell('report/build', {
          ...none,
          cause: 'recap-due',
          dueAt: instantOf(startOfDay(fifth + 1, calendar.zone)),
          key: `recap/${toIsoDate(fifth)}`,
        })
      : [];
  const ahead = civilDateOf(today + CALENDAR_AHEAD_DAYS).year;
  const lacks = waitingForCalendar > 0 || !calendar.loadedYears.has(ahead);
  const missing = lacks
    ? tell('office/administer', {
        ...none,
        cause: 'calendar-missing',
        key: `calendar/${toIsoDate(today).slice(0, 7)}`,
      })
    : [];
  return [...recap, ...missing];
}
