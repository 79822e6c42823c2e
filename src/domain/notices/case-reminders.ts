import type { Calendar } from '../calendar/calendar.ts';
import { type EpochDay, parseIsoDate, weekdayIndex } from '../calendar/epoch-day.ts';
import { type EpochMs, localDay, startOfDay } from '../calendar/instant.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { confirmationWindowEnd } from '../complaint/confirmation-window.ts';
import { bindingLimits } from '../complaint/deadlines-of-case.ts';
import type { CaseId, Instant } from '../complaint/event.ts';
import { instantMs, instantOf } from '../complaint/instant-ms.ts';
import { isCounted } from '../complaint/is-counted.ts';
import { safeReferralDay } from '../complaint/safe-referral.ts';
import type { Clock } from '../complaint/vocabulary.ts';
import type { OfficeData } from '../office/office-data.ts';
import { type LimitPhase, limitPhase } from './limit-phase.ts';
import type { NoticeCause } from './notice-vocabulary.ts';
import { officeDayUpTo } from './office-day.ts';
import { reminderRulesOf } from './reminder-rules.ts';

export type NoticeCase = { readonly caseId: CaseId; readonly state: CaseState };

/** Whom a reminder is for: those who have the case, or the holders of these roles. */
export type Audience = 'handlers' | { readonly roles: readonly string[] };

/** What somebody is to be told of a case; nobody is told the same `key` twice. */
export type Reminder = {
  readonly caseId: CaseId;
  readonly cause: NoticeCause;
  readonly clock: Clock | null;
  readonly dueAt: Instant | null;
  readonly key: string;
  readonly audience: Audience;
};

/**
 * What is to be told of a case at `now` (milliseconds): of each limit that was promised to the complainant before, at and
 * after it, and never of an SOP step (rule 13); of a result that is awaited elsewhere on its day (rule 26); of papers that
 * are *menyusul* once a week (rule 23); of duties (rule 30); of a safe hand-over on its day and every day after it (rule 6); of a confirmation window that is over.
 */
export function caseReminders(
  { caseId, state }: NoticeCase,
  office: OfficeData,
  calendar: Calendar,
  now: EpochMs,
): readonly Reminder[] {
  if (!isCounted(state)) return [];
  const on = (cause: NoticeCause, key: string, over: Partial<Reminder> = {}): Reminder => ({
    ...{ caseId, cause, clock: null, dueAt: null, audience: 'handlers' },
    ...{ key: `${caseId}/${key}`, ...over },
  });
  const today = localDay(now, calendar.zone);
  return [
    ...ofLimits(state, office, calendar, now, on),
    ...ofLookingAgain(state, calendar, today, on),
    ...(state.documents.deferred.length > 0
      ? [on('papers-deferred', `papers/${today - weekdayIndex(today)}`)]
      : []),
    ...ofDuties(state, office, calendar, now, on),
    ...ofSafeReferral(state, office, calendar, today, on),
    ...ofWindow(state, office, calendar, now, on),
  ];
}

type On = (cause: NoticeCause, key: string, over?: Partial<Reminder>) => Reminder;

function ofLimits(
  state: CaseState,
  office: OfficeData,
  calendar: Calendar,
  now: EpochMs,
  on: On,
): readonly Reminder[] {
  const rules = reminderRulesOf(office);
  return bindingLimits(state).flatMap(({ clock, dueAt }) => {
    if (dueAt === null) return [];
    const phase = limitPhase(instantMs(dueAt), now, calendar, rules);
    const own = phase === null ? [] : [on(LIMIT[phase.phase], keyOf(clock, dueAt, phase), { clock, dueAt })];
    const passed = phase !== null && phase.late > 0;
    const steps = passed ? rules.escalation.filter(({ after }) => after <= phase.late) : [];
    return [
      ...own,
      ...steps.map(({ after, to }) =>
        on('escalated', `${clock}/${dueAt}/up-${after}`, { clock, dueAt, audience: { roles: to } }),
      ),
    ];
  });
}

const LIMIT = { before: 'limit-before', at: 'limit-at', after: 'limit-after' } as const;
const DUTY = { before: 'duty-before', at: 'duty-at', after: 'duty-after' } as const;

function keyOf(what: string, dueAt: string, { phase, step }: LimitPhase): string {
  return `${what}/${dueAt}/${phase}-${step}`;
}

/** On its day, or the working day before it: a task of its owner (rule 26). */
function ofLookingAgain(
  { closed, outcome }: CaseState,
  calendar: Calendar,
  today: EpochDay,
  on: On,
): readonly Reminder[] {
  const day = closed?.pending == null ? null : parseIsoDate(closed.pending.lookAgainOn);
  if (day === null || outcome !== 'pending-elsewhere' || today < officeDayUpTo(calendar, day)) return [];
  return [on('look-again', `look-again/${closed?.pending?.lookAgainOn}`, { dueAt: endOf(day, calendar) })];
}

function ofDuties(
  { duties }: CaseState,
  office: OfficeData,
  calendar: Calendar,
  now: EpochMs,
  on: On,
): readonly Reminder[] {
  const rules = reminderRulesOf(office);
  return duties.flatMap(({ duty, dueOn, fulfilled }) => {
    const day = parseIsoDate(dueOn);
    if (fulfilled || day === null) return [];
    const phase = limitPhase(startOfDay(day + 1, calendar.zone), now, calendar, rules);
    if (phase === null) return [];
    return [on(DUTY[phase.phase], `duty/${keyOf(duty, dueOn, phase)}`, { dueAt: endOf(day, calendar) })];
  });
}

/** Rule 6: on the day itself whoever has it, from the next on, day by day, whoever disposes as well. */
function ofSafeReferral(
  state: CaseState,
  { clocks }: OfficeData,
  calendar: Calendar,
  today: EpochDay,
  on: On,
): readonly Reminder[] {
  const day = parseIsoDate(safeReferralDay(state, calendar.zone) ?? '');
  if (day === null) return [];
  const over = { dueAt: endOf(day, calendar) };
  const own = on('safe-referral', `safe-referral/${today}`, over);
  const up = { ...over, audience: { roles: [clocks.disposedBy] } };
  return today <= day ? [own] : [own, on('safe-referral', `safe-referral/${today}/up`, up)];
}

/** Answered, and the complainant may object no more: somebody closes it (rule 26). */
function ofWindow(
  state: CaseState,
  office: OfficeData,
  calendar: Calendar,
  now: EpochMs,
  on: On,
): readonly Reminder[] {
  if (state.status !== 'answered') return [];
  const end = confirmationWindowEnd(state, office, calendar);
  if (end === null || instantMs(end) > now) return [];
  return [on('window-over', `window/${end}`, { dueAt: end })];
}

/** A limit by days ends at 24.00 of its day. */
function endOf(day: EpochDay, calendar: Calendar): Instant {
  return instantOf(startOfDay(day + 1, calendar.zone));
}
